import { Field } from "@/components/field";
import { CODED_FILTERS, FILTER_GROUPS, QUERY_MAX_LENGTH, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { Facets } from "@/domain/published/search";
import { filterValueLabel } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** Groups that the form of the map shows; the list has them all, and the others are kept as they are. */
const SHOWN = ["typology", "theme", "perimeter", "formality"] as const satisfies readonly FilterGroup[];

type Props = { locale: Locale; query: DirectoryQuery; facets: Facets };

/** A plain GET form: what it asks for is in the address. */
export function FilterForm({ locale, query, facets }: Props) {
  const t = translator(locale, "map");
  const { filter } = labelsOf(locale);
  const kept = FILTER_GROUPS.filter((group) => !(SHOWN as readonly FilterGroup[]).includes(group));
  return (
    <details className="map-filters no-print">
      <summary>{t("filters")}</summary>
      <form action={localPath(locale, "/carte")} method="get" role="search">
        <Field id="map-q" label={t("search")} hint={t("searchHint")}>
          {(control) => <input {...control} className="input" name="q" type="search" maxLength={QUERY_MAX_LENGTH} defaultValue={query.q} />}
        </Field>
        <div className="map-filter-groups">
          {SHOWN.map((group) => (
            <fieldset className="field" key={group}>
              <legend>{filter[group]}</legend>
              {CODED_FILTERS[group].map((value) => {
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
        {kept.flatMap((group) => (query.groups[group] ?? []).map((value) => <input key={`${group} ${value}`} type="hidden" name={group} value={value} />))}
        {FILTER_GROUPS.flatMap((group) =>
          (query.excluded[group] ?? []).map((value) => <input key={`${group} -${value}`} type="hidden" name={group} value={`-${value}`} />),
        )}
        <button className="btn" type="submit">
          {t("apply")}
        </button>
      </form>
    </details>
  );
}
