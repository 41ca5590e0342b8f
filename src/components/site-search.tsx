import type { ReactNode } from "react";
import { QUERY_MAX_LENGTH } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { SearchInput } from "./search-box/search-input";
import { suggestionTexts } from "./search-box/texts";

type Props = {
  locale: Locale;
  id?: string;
  value?: string;
  /** Whether this is the page of help itself. */
  helps?: boolean;
  /** What is sent along: hidden fields, or links under the field. */
  children?: ReactNode;
};

/** The search of the directory: a plain form that leads to the list. */
export function SiteSearch({ locale, id, value, helps = false, children }: Props) {
  const t = translator(locale, "directory");
  return (
    <form id={id} role="search" method="get" action={localPath(locale, "/organisations")} className="site-search no-print">
      <label className="field-label" htmlFor="q">
        {t("searchLabel")}
      </label>
      <div className="search mt-1">
        <SearchInput locale={locale} value={value} maxLength={QUERY_MAX_LENGTH} texts={suggestionTexts(locale)} />
        <button className="btn">{t("searchButton")}</button>
      </div>
      {helps ? null : (
        <p className="search-help">
          <a href={localPath(locale, "/recherche/aide")}>{t("help")}</a>
        </p>
      )}
      {children}
    </form>
  );
}
