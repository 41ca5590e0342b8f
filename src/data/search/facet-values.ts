import "server-only";
import type { FacetValue, Facets } from "@/domain/published/search";
import { FILTER_GROUPS, RECORD_FILTERS, UNKNOWN, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { FacetChoice } from "@/search/selection";
import { facetName, type FacetName } from "./facet-names";
import type { SearchState } from "./present";

/** Views without a text share their counts, page after page: their facets are computed once. */
const cache = new WeakMap<Uint32Array, Map<string, Facets>>();

/** The facets of a search, which whoever reads them must not change. */
export function facetValues(
  state: SearchState,
  query: DirectoryQuery,
  choice: FacetChoice,
  counts: Uint32Array,
  groups: readonly FilterGroup[] = FILTER_GROUPS,
): Facets {
  const ofCounts = cache.get(counts) ?? new Map<string, Facets>();
  cache.set(counts, ofCounts);
  // The same choice may be the reader's or the default.
  const key = `${Object.keys(query.groups).join()} ${groups.join()}`;
  const facets = ofCounts.get(key) ?? count(state, query, choice, counts, new Set(groups));
  ofCounts.set(key, facets);
  return facets;
}

/**
 * The facets of a search: what is counted, what is chosen, and, in groups of codes, what other
 * organisations have but none of these. Codes come in their order, records most frequent first;
 * what is unknown comes last.
 */
function count(
  { index, reference, names }: SearchState,
  query: DirectoryQuery,
  choice: FacetChoice,
  counts: Uint32Array,
  groups: ReadonlySet<FilterGroup>,
): Facets {
  // The default kinds restrict the list without the reader having chosen them.
  const selected = new Set([...choice.included].flatMap(([group, values]) => (query.groups[group] ? values : [])));
  const excluded = new Set([...choice.excluded.values()].flat());
  const facets = Object.fromEntries(FILTER_GROUPS.map((group) => [group, []])) as unknown as Record<FilterGroup, FacetValue[]>;

  const add = ({ group, shown: { value, label, code, level, parent } }: FacetName, facet: string, count: number) => {
    const chosen = { selected: selected.delete(facet), excluded: excluded.delete(facet) };
    facets[group].push(group === "zone" ? { value, label, count, ...chosen, code, level, parent } : { value, label, count, ...chosen });
  };
  for (const number of names.inOrder) {
    const name = names.byNumber[number]!;
    if (!groups.has(name.group)) continue;
    const facet = index.facets.names[number]!;
    const count = counts[number] ?? 0;
    if (count > 0 || selected.has(facet) || excluded.has(facet) || (name.coded && index.isUsed(number))) add(name, facet, count);
  }
  // What is chosen though no organisation has it.
  for (const facet of [...selected, ...excluded]) {
    const name = facetName(reference, facet);
    if (groups.has(name.group)) add(name, facet, 0);
  }

  for (const group of RECORD_FILTERS) facets[group].sort((a, b) => frequency(b) - frequency(a));
  return facets;
}

const frequency = ({ value, count }: FacetValue): number => (value === UNKNOWN ? -1 : count);
