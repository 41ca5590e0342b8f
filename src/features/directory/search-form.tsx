import { SiteSearch } from "@/components/site-search";
import { SELECTION } from "./choosing";
import { PAGE_SIZES, type DirectoryQuery } from "@/domain/filters";
import type { Locale } from "@/i18n/locales";

/** The id of the form that the search field and the filters share: they stand apart on the page. */
export const SEARCH_FORM = "recherche";

/** The search field; its help stands with the filters. A new search starts at the first page; an order or a size once chosen stays. */
export function SearchForm({ locale, query, chosen }: { locale: Locale; query: DirectoryQuery; chosen: readonly string[] | null }) {
  const chosenSort = query.sort !== "relevance" && query.sort !== "name" ? query.sort : null;
  return (
    <SiteSearch locale={locale} id={SEARCH_FORM} value={query.q} helps>
      {chosenSort ? <input type="hidden" name="sort" value={chosenSort} /> : null}
      {query.pageSize !== PAGE_SIZES.default ? <input type="hidden" name="pageSize" value={query.pageSize} /> : null}
      {chosen ? <input type="hidden" name={SELECTION} value={chosen.join(",")} /> : null}
    </SiteSearch>
  );
}
