import { FILTER_GROUPS, type FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/public-organisation";
import { filterValueLabel } from "@/i18n/filter-value";
import type { Locale } from "@/i18n/locales";
import { formatNumber, labelsOf, translator } from "@/i18n/translator";
import { zoneTree, type ZoneNode } from "./zone-tree";

/** Open without being asked: the questions that most readers come with. */
const OPEN_GROUPS: readonly FilterGroup[] = ["typology", "theme", "zone"];

type Facets = Record<FilterGroup, FacetValue[]>;
type Props = { locale: Locale; facets: Facets; form: string; chosen: number };

/**
 * Every filter with its counts. The panel belongs to the search form without standing in it; on a
 * phone it is folded, on a wide screen the style sheet keeps it open.
 */
export function FilterPanel({ locale, facets, form, chosen }: Props) {
  const t = translator(locale, "directory");
  return (
    <details className="filters no-print">
      <summary className="filters-summary">
        {t("filters")}
        {chosen > 0 ? <span className="choice-count">{t("chosen", { count: chosen })}</span> : null}
      </summary>
      <div className="filters-body">
        <h2 className="filters-title">{t("filters")}</h2>
        {FILTER_GROUPS.filter((group) => facets[group].length > 0).map((group) => (
          <FilterBlock key={group} locale={locale} group={group} values={facets[group]} form={form} />
        ))}
        <div className="filters-apply">
          <button className="btn w-full" form={form}>
            {t("apply")}
          </button>
        </div>
        <p className="field-hint">{t("filtersHint")}</p>
      </div>
    </details>
  );
}

type BlockProps = { locale: Locale; group: FilterGroup; values: FacetValue[]; form: string };

function FilterBlock({ locale, group, values, form }: BlockProps) {
  const chosen = values.filter((value) => value.selected).length;
  const name = labelsOf(locale).filter[group];
  const t = translator(locale, "directory");
  const row = (facet: FacetValue) => <Choice key={facet.value} locale={locale} group={group} facet={facet} form={form} />;
  return (
    <details className="filter" open={chosen > 0 || OPEN_GROUPS.includes(group)}>
      <summary>
        {name}
        {chosen > 0 ? <span className="choice-count">{t("chosen", { count: chosen })}</span> : null}
      </summary>
      <fieldset className={values.length > 12 ? "filter-values filter-long" : "filter-values"}>
        <legend className="sr-only">{t("inGroup", { group: name })}</legend>
        {group === "zone" ? <ZoneBranch nodes={zoneTree(values)} row={row} /> : values.map(row)}
      </fieldset>
    </details>
  );
}

function ZoneBranch({ nodes, row }: { nodes: ZoneNode[]; row: (facet: FacetValue) => React.ReactNode }) {
  return (
    <ul className="zone-branch">
      {nodes.map(({ facet, children }) => (
        <li key={facet.value}>
          {row(facet)}
          {children.length > 0 ? <ZoneBranch nodes={children} row={row} /> : null}
        </li>
      ))}
    </ul>
  );
}

type ChoiceProps = { locale: Locale; group: FilterGroup; facet: FacetValue; form: string };

function Choice({ locale, group, facet, form }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="checkbox" name={group} value={facet.value} defaultChecked={facet.selected} form={form} />
      <span>{filterValueLabel(locale, group, facet.value, facet.label)}</span>
      <span className="choice-count">{formatNumber(locale, facet.count)}</span>
    </label>
  );
}
