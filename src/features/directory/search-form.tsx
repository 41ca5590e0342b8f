import { PAGE_SIZES, type DirectoryQuery } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** The id of the form that the search field and the filters share: they stand apart on the page. */
export const SEARCH_FORM = "recherche";

/** The search field. A new search starts at the first page and by relevance. */
export function SearchForm({ locale, query }: { locale: Locale; query: DirectoryQuery }) {
  const t = translator(locale, "directory");
  const chosenSort = query.sort !== "relevance" && query.sort !== "name" ? query.sort : null;
  return (
    <form id={SEARCH_FORM} role="search" method="get" action={localPath(locale, "/organisations")} className="no-print">
      <label className="field-label" htmlFor="q">
        {t("searchLabel")}
      </label>
      <div className="search mt-1">
        <input className="input" type="search" id="q" name="q" defaultValue={query.q} maxLength={200} autoComplete="off" />
        <button className="btn">{t("searchButton")}</button>
      </div>
      {chosenSort ? <input type="hidden" name="sort" value={chosenSort} /> : null}
      {query.pageSize !== PAGE_SIZES.default ? <input type="hidden" name="pageSize" value={query.pageSize} /> : null}
    </form>
  );
}
