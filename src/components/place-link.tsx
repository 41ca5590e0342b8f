import { localPath, type Locale } from "@/i18n/locales";

type Props = {
  locale: Locale;
  /** The slug of the document. */
  source: string;
  anchor: string | null;
  /** The place in words; those of the document's own language are written in it. */
  children: string;
};

/** A place in a document, which leads to its row where the table is transcribed. */
export function PlaceLink({ locale, source, anchor, children }: Props) {
  return anchor === null ? children : <a href={localPath(locale, `/sources/${source}#${anchor}`)}>{children}</a>;
}
