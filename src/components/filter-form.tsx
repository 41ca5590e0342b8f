import type { ReactNode } from "react";
import { Field } from "@/components/field";
import { codesOfFilter, FILTER_GROUPS, QUERY_MAX_LENGTH, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { Facets } from "@/domain/published/search";
import { filterValueLabel } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** Groups that the form shows; the list has them all, and the others are kept as they are. */
const SHOWN = ["typology", "theme", "perimeter", "formality"] as const satisfies readonly FilterGroup[];

type Props = {
  locale: Locale;
  /** Of the view, in its French form. */
  path: string;
  summary: string;
  query: DirectoryQuery;
  facets: Facets;
  /** What else the address says. */
  children?: ReactNode;
};

/** The filters of a view that is no list, as a plain GET form: what it asks for is in the address. */
export function FilterForm({ locale, path, summary, query, facets, children }: Props) {
  const t = translator(locale, "map");
  const { filter } = labelsOf(locale);
  return (
    <details className="map-filters no-print">
      <summary>{summary}</summary>
      <form action={localPath(locale, path)} method="get" role="search">
        <Field id="map-q" label={t("search")} hint={t("searchHint")}>
          {(control) => <input {...control} className="input" name="q" type="search" maxLength={QUERY_MAX_LENGTH} defaultValue={query.q} />}
        </Field>
        <div className="map-filter-groups">
          {SHOWN.map((group) => (
            <fieldset className="field" key={group}>
              <legend>{filter[group]}</legend>
              {codesOfFilter(group).map((value) => {
                const count = facets[group].find((facet) => facet.value === value)?.count ?? 0;
                const checked = query.groups[group]?.includes(value) ?? false;
                if (count === 0 && !checked) return null;
                return (
                  <label className="choice" key={value}>
                    <input type="checkbox" name={group} value={value} defaultChecked={checked} />
                    <span>{filterValueLabel(locale, group, value, null)}</span>
                    <span className="choice-count">{count}</span>
                  </label>
                );
              })}
            </fieldset>
          ))}
        </div>
        <KeptFilters query={query} shown={SHOWN} />
        {children}
        <button className="btn" type="submit">
          {t("apply")}
        </button>
      </form>
    </details>
  );
}

/** What a query asks for beside the groups that a form shows, as fields that the form sends again. */
export function KeptFilters({ query, shown = [] }: { query: DirectoryQuery; shown?: readonly FilterGroup[] }) {
  const kept = FILTER_GROUPS.flatMap((group) => [
    ...(shown.includes(group) ? [] : (query.groups[group] ?? []).map((value) => [group, value])),
    ...(query.excluded[group] ?? []).map((value) => [group, `-${value}`]),
  ]);
  return kept.map(([group, value]) => <input key={`${group} ${value}`} type="hidden" name={group} value={value} />);
}
