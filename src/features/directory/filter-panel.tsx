import { FILTER_GROUPS, type FilterGroup } from "@/domain/filters";
import type { FacetValue, Facets } from "@/domain/published/search";
import { labelsOf, translator } from "@/i18n/translator";
import type { Locale } from "@/i18n/locales";
import { ExcludedChoice, IncludedChoice } from "./choice";
import { excludableValues, shownValues, type ShownValues } from "./shown-values";
import { zoneTree, type ZoneNode } from "./zone-tree";

/** Open without being asked: the questions that most readers come with. */
const OPEN_GROUPS: readonly FilterGroup[] = ["typology", "theme", "zone"];

type Props = {
  locale: Locale;
  facets: Facets;
  form: string;
  chosen: number;
  /** The group that the reader asked to see whole. */
  unfolded?: string;
  /** The same view with that group whole. */
  unfoldHref: (group: FilterGroup) => string;
};

/** Where a group stands on the page. */
export const groupId = (group: FilterGroup) => `filtre-${group}`;

/**
 * Every filter with its counts. The panel belongs to the search form without standing in it; on a
 * phone it is folded, on a wide screen the style sheet keeps it open.
 */
export function FilterPanel({ locale, facets, form, chosen, unfolded, unfoldHref }: Props) {
  const t = translator(locale, "directory");
  const blocks = FILTER_GROUPS.map((group) => ({ group, shown: shownValues(group, facets[group], group === unfolded) })).filter(
    ({ shown }) => shown.values.length > 0,
  );
  return (
    <details className="filters no-print" open={unfolded !== undefined}>
      <summary className="filters-summary">
        {t("filters")}
        {chosen > 0 ? <span className="choice-count">{t("chosen", { count: chosen })}</span> : null}
      </summary>
      <div className="filters-body">
        <h2 className="filters-title">{t("filters")}</h2>
        {blocks.map(({ group, shown }) => (
          <FilterBlock key={group} locale={locale} group={group} shown={shown} form={form} unfolded={group === unfolded} unfoldHref={unfoldHref(group)} />
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

type BlockProps = { locale: Locale; group: FilterGroup; shown: ShownValues; form: string; unfolded: boolean; unfoldHref: string };

function FilterBlock({ locale, group, shown, form, unfolded, unfoldHref }: BlockProps) {
  const { values, hidden, isFolded } = shown;
  const chosen = values.filter((facet) => facet.selected || facet.excluded).length;
  const name = labelsOf(locale).filter[group];
  const t = translator(locale, "directory");
  const excludable = isFolded ? [] : excludableValues(group, values, unfolded);
  return (
    <details className="filter" id={groupId(group)} open={unfolded || chosen > 0 || OPEN_GROUPS.includes(group)}>
      <summary>
        {name}
        {chosen > 0 ? <span className="choice-count">{t("chosen", { count: chosen })}</span> : null}
      </summary>
      <fieldset className={values.length > 12 ? "filter-values filter-long" : "filter-values"}>
        <legend className="sr-only">{t("inGroup", { group: name })}</legend>
        <Values group={group} values={values}>
          {(facet) => (
            <>
              {facet.selected || !facet.excluded ? <IncludedChoice locale={locale} group={group} facet={facet} form={form} /> : null}
              {facet.excluded ? <ExcludedChoice locale={locale} group={group} facet={facet} form={form} /> : null}
            </>
          )}
        </Values>
      </fieldset>
      {isFolded ? (
        <p className="filter-note">
          <a href={unfoldHref}>
            {t("unfold", { count: hidden })}
            <span className="sr-only"> {t("inGroup", { group: name })}</span>
          </a>
        </p>
      ) : hidden > 0 ? (
        <p className="filter-note">{t("moreValues", { count: hidden })}</p>
      ) : null}
      {excludable.length > 0 ? (
        <details className="filter-except">
          <summary>
            {t("exclude")}
            <span className="sr-only"> {name}</span>
          </summary>
          <fieldset className={excludable.length > 12 ? "filter-values filter-long" : "filter-values"}>
            <legend className="sr-only">{t("excludeIn", { group: name })}</legend>
            <Values group={group} values={excludable}>
              {(facet) => <ExcludedChoice locale={locale} group={group} facet={facet} form={form} />}
            </Values>
          </fieldset>
        </details>
      ) : null}
    </details>
  );
}

type ValuesProps = { group: FilterGroup; values: readonly FacetValue[]; children: (facet: FacetValue) => React.ReactNode };

/** The rows of a group, zones as a tree. */
function Values({ group, values, children }: ValuesProps) {
  if (group === "zone") return <ZoneBranch nodes={zoneTree(values)} row={children} />;
  return values.map((facet) => <div key={facet.value}>{children(facet)}</div>);
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
