import { directorySearch, FILTER_GROUPS, type DirectoryQuery } from "@/domain/filters";
import type { Facets, FacetValue } from "@/domain/published/search";
import { filterValueLabel } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** A filter in place: how it is called, and the same view without it. */
export type ActiveFilter = { key: string; group: string; label: string; without: DirectoryQuery; href: string };

/** More values left out of one group are one filter: all regions of a country, say. */
const MOST_EXCEPTIONS = 3;

/**
 * The filters of a query, in the order of the page, with what they leave out ("except …"). What a
 * reader typed may be another form of the same value ("Kayes", "ML-1"), so the values are those that
 * the search found selected.
 *
 * @param path of the view, in its French form: "/organisations", "/carte"
 */
export function activeFilters(locale: Locale, path: string, query: DirectoryQuery, facets: Facets): ActiveFilter[] {
  const filters: Omit<ActiveFilter, "href">[] = [];
  const t = translator(locale, "directory");
  if (query.q) filters.push({ key: "q", group: t("text"), label: query.q, without: { ...query, q: "", page: 1, sort: "name" } });
  for (const group of FILTER_GROUPS) {
    for (const side of ["groups", "excluded"] as const) {
      const chosen = facets[group].filter((facet) => (side === "groups" ? facet.selected : facet.excluded));
      if (side === "excluded" && chosen.length > MOST_EXCEPTIONS) {
        const [{ value, label }] = chosen as [FacetValue];
        filters.push({
          key: `${group}:${side}`,
          group: labelsOf(locale).filter[group],
          label: t("exceptMany", { label: filterValueLabel(locale, group, value, label), count: chosen.length - 1 }),
          without: { ...query, page: 1, excluded: { ...query.excluded, [group]: [] } },
        });
        continue;
      }
      for (const facet of chosen) {
        const kept = chosen.filter((other) => other !== facet).map((other) => other.value);
        const label = filterValueLabel(locale, group, facet.value, facet.label, facet.code);
        filters.push({
          key: `${group}:${side}:${facet.value}`,
          group: labelsOf(locale).filter[group],
          label: side === "groups" ? label : t("except", { label }),
          without: { ...query, page: 1, [side]: { ...query[side], [group]: kept } },
        });
      }
    }
  }
  return filters.map((filter) => ({ ...filter, href: localPath(locale, `${path}${directorySearch(filter.without)}`) }));
}
