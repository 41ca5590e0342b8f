import { directorySearch, type DirectoryQuery } from "@/domain/filters";
import type { SearchCorrection } from "@/domain/published/search";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = {
  locale: Locale;
  /** The path of the view, in its French form. */
  path: string;
  query: DirectoryQuery;
  correction: SearchCorrection;
};

/** Says that other words were searched than the typed ones, and offers the typed ones as they are. */
export function Correction({ locale, path, query, correction }: Props) {
  const t = translator(locale, "directory");
  const literal = directorySearch(query, { q: correction.literal, page: 1 });
  return (
    <p>
      {t("corrected", { used: correction.used })} <a href={localPath(locale, `${path}${literal}`)}>{t("literally", { typed: correction.typed })}</a>
    </p>
  );
}
