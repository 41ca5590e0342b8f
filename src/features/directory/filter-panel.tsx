import { FILTER_GROUPS, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { FacetValue, Facets } from "@/domain/published/search";
import type { ActiveFilter } from "@/components/active-filters";
import { FilterChips } from "@/components/filter-chips";
import { filterValueLabel } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { ExcludedChoice, IncludedChoice } from "./choice";
import { SortLinks } from "./list-order";
import { excludableValues, shownValues, type ShownValues } from "./shown-values";
import { zoneTree, type ZoneNode } from "./zone-tree";

/** Open without being asked: the questions that most readers come with. */
const OPEN_GROUPS: readonly FilterGroup[] = ["typology", "theme", "zone"];
/** As few organisations are read faster than filtered or sorted: only what is chosen is open. */
const FEW = 5;

type Props = {
  locale: Locale;
  query: DirectoryQuery;
  facets: Facets;
  total: number;
  form: string;
  active: readonly ActiveFilter[];
  hrefOf: (changes: Partial<DirectoryQuery>) => string;
  /** The group that the reader asked to see whole. */
  unfolded?: string;
  /** The same view with that group whole. */
  unfoldHref: (group: FilterGroup) => string;
};

/** Where the panel, its results and a group stand on the page. */
export const PANEL_ID = "filtres";
export const RESULTS_ID = "resultats";
export const groupId = (group: FilterGroup) => `filtre-${group}`;

/**
 * Every filter with its counts, and the orders. The panel belongs to the search form without standing in it. It comes after
 * the results, so that the keyboard reaches these first; on a wide screen it stands beside them, on a phone it is shown
 * above them when a link leads to it.
 */
export function FilterPanel({ locale, query, facets, total, form, active, hrefOf, unfolded, unfoldHref }: Props) {
  const t = translator(locale, "directory");
  const blocks = FILTER_GROUPS.map((group) => ({ group, shown: shownValues(group, facets[group], group === unfolded) })).filter(
    ({ shown }) => shown.values.length > 0,
  );
  return (
    <section id={PANEL_ID} className={unfolded === undefined ? "filters no-print" : "filters filters-shown no-print"} aria-labelledby="filtres-titre">
      <div className="filters-scroll">
        <div className="filters-head">
          <h2 id="filtres-titre" className="filters-title">
            {t("filters")}
          </h2>
          <a className="filters-close" href={`#${RESULTS_ID}`}>
            {t("closeFilters")}
          </a>
        </div>
        <FilterChips locale={locale} path="/organisations" active={active} />
        {total > FEW ? <SortLinks locale={locale} query={query} hrefOf={hrefOf} /> : null}
        {blocks.map(({ group, shown }) => (
          <FilterBlock
            key={group}
            locale={locale}
            group={group}
            shown={shown}
            form={form}
            isOpen={total > FEW && OPEN_GROUPS.includes(group)}
            unfolded={group === unfolded}
            unfoldHref={unfoldHref(group)}
          />
        ))}
        <p className="field-hint mt-4">{t("filtersHint")}</p>
        <p className="search-help mt-1">
          <a href={localPath(locale, "/recherche/aide")}>{t("help")}</a>
        </p>
      </div>
      <div className="filters-apply">
        <button className="btn w-full" form={form}>
          {t("apply")}
        </button>
      </div>
    </section>
  );
}

type BlockProps = { locale: Locale; group: FilterGroup; shown: ShownValues; form: string; isOpen: boolean; unfolded: boolean; unfoldHref: string };

function FilterBlock({ locale, group, shown, form, isOpen, unfolded, unfoldHref }: BlockProps) {
  const { values, hidden, isFolded } = shown;
  const chosen = values.filter((facet) => facet.selected || facet.excluded).length;
  const held = values.filter((facet) => facet.count > 0 || facet.selected || facet.excluded);
  const zeros = values.filter((facet) => !held.includes(facet));
  const name = labelsOf(locale).filter[group];
  const t = translator(locale, "directory");
  const excludable = isFolded ? [] : excludableValues(group, held, unfolded);
  return (
    <details className="filter" id={groupId(group)} open={unfolded || chosen > 0 || isOpen}>
      <summary>
        {name}
        {chosen > 0 ? <span className="choice-count">{t("chosen", { count: chosen })}</span> : null}
      </summary>
      <fieldset className={held.length > 12 ? "filter-values filter-long" : "filter-values"}>
        <legend className="sr-only">{t("inGroup", { group: name })}</legend>
        <Values group={group} values={held}>
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
      {zeros.length > 0 ? <Zeros locale={locale} group={group} values={zeros} /> : null}
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

/** What no organisation of the view has: it cannot be asked for, and is told to those who look for it. */
function Zeros({ locale, group, values }: { locale: Locale; group: FilterGroup; values: readonly FacetValue[] }) {
  return (
    <details className="filter-except">
      <summary>{translator(locale, "directory")("zeros", { count: values.length })}</summary>
      <ul className="filter-values soft">
        {values.map((facet) => (
          <li key={facet.value}>{filterValueLabel(locale, group, facet.value, facet.label, facet.code)}</li>
        ))}
      </ul>
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
