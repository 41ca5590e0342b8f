import "server-only";
import { CODED_FILTERS, FILTER_GROUPS, UNKNOWN, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/public-organisation";
import type { FacetChoice } from "@/domain/search/selection";
import { facetName, type FacetName } from "./search-index/facet-names";
import type { SearchState } from "./search-index/present";

/**
 * The facets of a search: what is counted, what is chosen, and, in groups of codes, what other
 * organisations have but none of these. Codes come in their order, records most frequent first;
 * what is unknown comes last.
 */
export function facetValues({ index, reference, names }: SearchState, query: DirectoryQuery, choice: FacetChoice, counts: Uint32Array): Record<FilterGroup, FacetValue[]> {
  // The default kinds restrict the list without the reader having chosen them.
  const selected = new Set([...choice.included].flatMap(([group, values]) => (query.groups[group] ? values : [])));
  const excluded = new Set([...choice.excluded.values()].flat());
  const found = Object.fromEntries(FILTER_GROUPS.map((group) => [group, []])) as unknown as Record<FilterGroup, { name: FacetName; facet: FacetValue }[]>;

  const add = (name: FacetName, facet: string, count: number) => {
    const value = { ...name.shown, count, selected: selected.delete(facet), excluded: excluded.delete(facet) };
    found[name.group].push({ name, facet: value });
  };
  for (const [number, name] of names.entries()) {
    const facet = index.facets.names[number]!;
    const count = counts[number] ?? 0;
    const chosen = selected.has(facet) || excluded.has(facet);
    if (count > 0 || chosen || (name.group in CODED_FILTERS && index.isHeld(number))) add(name, facet, count);
  }
  // What is chosen though no organisation has it.
  for (const facet of [...selected, ...excluded]) add(facetName(reference, facet), facet, 0);

  return Object.fromEntries(
    FILTER_GROUPS.map((group) => {
      const byCount = !(group in CODED_FILTERS);
      const order = (a: { name: FacetName; facet: FacetValue }, b: { name: FacetName; facet: FacetValue }) =>
        Number(a.facet.value === UNKNOWN) - Number(b.facet.value === UNKNOWN) ||
        (byCount ? b.facet.count - a.facet.count : 0) ||
        a.name.rank - b.name.rank;
      return [group, found[group].sort(order).map(({ facet }) => facet)];
    }),
  ) as Record<FilterGroup, FacetValue[]>;
}
