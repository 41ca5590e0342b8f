import type { ReactNode } from "react";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = {
  locale: Locale;
  source: { slug: string; title: string };
  /** "Tableau 1"; null in running text. */
  place: string | null;
  /** The lines that say it; only the first and the last are shown. */
  lines: readonly number[];
  /** What must be known about it, after the place. */
  children?: ReactNode;
};

/** Where the figures or statements above it stand in a document. */
export function SourceLine({ locale, source, place, lines, children }: Props) {
  const t = translator(locale, "site");
  const start = Math.min(...lines);
  const end = Math.max(...lines);
  const where = lines.length === 0 ? null : start === end ? t("line", { start }) : t("lines", { start, end });
  return (
    <p className="source-note">
      {t("source", { count: 1 })} <a href={localPath(locale, `/sources/${source.slug}`)}>{source.title}</a>
      {[place, where].filter(Boolean).map((part) => `, ${part}`)}. {children}
    </p>
  );
}
