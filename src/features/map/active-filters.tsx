import { directorySearch, FILTER_GROUPS, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/public-organisation";
import { filterValueLabel } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

type Props = { locale: Locale; query: DirectoryQuery; facets: Record<FilterGroup, FacetValue[]> };

/** The filters in force, each a link to the map without it. */
export function ActiveFilters({ locale, query, facets }: Props) {
  const t = translator(locale, "map");
  const { filter } = labelsOf(locale);
  const chips = FILTER_GROUPS.flatMap((group) => {
    const selected = facets[group].filter((facet) => facet.selected);
    return selected.map(({ value, label }) => ({
      key: `${group}:${value}`,
      group: filter[group],
      label: filterValueLabel(locale, group, value, label),
      without: { ...query, page: 1, groups: { ...query.groups, [group]: selected.map((other) => other.value).filter((other) => other !== value) } },
    }));
  });
  if (query.q) chips.unshift({ key: "q", group: t("searchChip"), label: query.q, without: { ...query, q: "", page: 1, sort: "name" } });
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("activeFilters")}>
      {chips.map(({ key, group, label, without }) => (
        <li key={key}>
          <a className="chip" href={localPath(locale, `/carte${directorySearch(without)}`)}>
            <span className="sr-only">{t("removeFilter")} : </span>
            <span className="chip-group">{group}</span> {label}
            <span aria-hidden="true" className="chip-cross">
              ×
            </span>
          </a>
        </li>
      ))}
      <li className="no-print">
        <a className="chip-clear" href={localPath(locale, "/carte")}>
          {t("clear")}
        </a>
      </li>
    </ul>
  );
}
