import { FILTER_GROUPS, type FilterGroup } from "@/domain/filters";
import { BUNDLE_OF_GROUP, BUNDLES, type FacetNumbers } from "./facet-numbers";
import type { Levels } from "./levels";
import { LEVEL, sizeOf, type Segment } from "./segment";

/** Facets by group, as "group:value": one of `included` must be there, none of `excluded` may. */
export type FacetChoice = { included: ReadonlyMap<FilterGroup, readonly string[]>; excluded: ReadonlyMap<FilterGroup, readonly string[]> };

/** The organisations of a segment that a search finds, in the order of their names. */
export type Selected = Uint32Array;

/**
 * A filter for one segment: by bundle, the groups (a bit each) whose condition it fails, once it was judged (1); and the kinds of
 * bundle that have a condition. A filter that few organisations can pass meets few bundles, so each is judged when it is first met.
 */
export type CompiledFilter = { failed: Uint32Array; judged: Uint8Array; judge: (bundle: number) => void; kinds: readonly number[] };

/** As many groups as a 32-bit mask holds. */
const MOST_GROUPS = 32;
if (FILTER_GROUPS.length > MOST_GROUPS) throw new Error(`At most ${MOST_GROUPS} filter groups fit the masks of a compiled filter.`);

const bitOf = (group: FilterGroup): number => 1 << FILTER_GROUPS.indexOf(group);

/** Compiles a choice, so that matching an organisation is one lookup for each kind of bundle. */
export function compileFilter({ bundles: { start, items }, bundleKinds }: Segment, { included, excluded }: FacetChoice, numbers: FacetNumbers): CompiledFilter {
  const bits = (facets: ReadonlyMap<FilterGroup, readonly string[]>) => {
    const bitOfFacet = new Uint32Array(numbers.names.length);
    for (const [group, values] of facets) {
      for (const facet of values) {
        const number = numbers.find(facet);
        if (number !== undefined) bitOfFacet[number] = bitOf(group);
      }
    }
    return bitOfFacet;
  };
  const wanted = bits(included);
  const unwanted = bits(excluded);
  // A group's values all stand in one kind of bundle: the others cannot fail it.
  const kindOf = (group: FilterGroup) => BUNDLE_OF_GROUP[FILTER_GROUPS.indexOf(group)]!;
  const needed = new Uint32Array(BUNDLES);
  for (const group of included.keys()) needed[kindOf(group)]! |= bitOf(group);

  const kinds = [...new Set([...included.keys(), ...excluded.keys()].map(kindOf))];
  const failed = new Uint32Array(bundleKinds.length);
  const judged = new Uint8Array(bundleKinds.length);
  const judge = (bundle: number) => {
    let present = 0;
    let rejected = 0;
    for (let at = start[bundle]!; at < start[bundle + 1]!; at++) {
      present |= wanted[items[at]!]!;
      rejected |= unwanted[items[at]!]!;
    }
    failed[bundle] = (needed[bundleKinds[bundle]!]! & ~present) | rejected;
    judged[bundle] = 1;
  };
  return { failed, judged, judge, kinds };
}

/** The groups (a bit each) whose condition an organisation fails. */
function failureOf({ bundleOf }: Segment, { failed, judged, judge, kinds }: CompiledFilter, row: number): number {
  let failure = 0;
  for (let index = 0; index < kinds.length; index++) {
    const bundle = bundleOf[kinds[index]!]![row]!;
    if (judged[bundle] === 0) judge(bundle);
    failure |= failed[bundle]!;
  }
  return failure;
}

/** Scratch space for the result of one selection, which is synchronous. */
let scratch = new Uint32Array();

/** Whether an organisation satisfies every condition. */
export const matchesFilter = (segment: Segment, filter: CompiledFilter, row: number): boolean => failureOf(segment, filter, row) === 0;

/**
 * Finds the organisations that have the levels and match the filter, and counts the facets in the
 * same scan: one that fails a single group still counts for the values of that group, which so
 * keeps its alternatives. Bundles are counted, and at the end the facets that they hold.
 *
 * @param levels null when no text was typed
 * @param candidates the organisations to scan, in order; null for all
 * @param superseded organisations that changed since this segment was built (1)
 * @param counts by facet number; added to
 */
export function select(
  segment: Segment,
  levels: Levels | null,
  candidates: Uint32Array | null,
  superseded: Uint8Array | null,
  filter: CompiledFilter,
  numbers: FacetNumbers,
  counts: Uint32Array,
): Selected {
  const { bundleOf, bundleKinds } = segment;
  if (scratch.length < sizeOf(segment)) scratch = new Uint32Array(sizeOf(segment));
  let total = 0;
  const found = new Uint32Array(bundleKinds.length);
  /** For each group, the bundles of those that fail it alone. */
  const failing = new Map<number, { bundles: Uint32Array; ofRows: Uint32Array }>();
  const failingOf = (failure: number) => {
    const known = failing.get(failure);
    if (known) return known;
    const created = { bundles: new Uint32Array(bundleKinds.length), ofRows: bundleOf[BUNDLE_OF_GROUP[31 - Math.clz32(failure)]!]! };
    failing.set(failure, created);
    return created;
  };
  const most = candidates === null ? sizeOf(segment) : candidates.length;
  for (let place = 0; place < most; place++) {
    const row = candidates === null ? place : candidates[place]!;
    if ((levels !== null && levels[row] === LEVEL.none) || (superseded !== null && superseded[row] === 1)) continue;
    const failure = failureOf(segment, filter, row);
    if (failure === 0) {
      scratch[total++] = row;
      for (let kind = 0; kind < BUNDLES; kind++) found[bundleOf[kind]![row]!]!++;
    } else if ((failure & (failure - 1)) === 0) {
      const { bundles, ofRows } = failingOf(failure);
      bundles[ofRows[row]!]!++;
    }
  }
  addFacets(segment, found, counts, null);
  for (const [failure, { bundles }] of failing) {
    const ofGroup = Uint8Array.from(numbers.groups, (group) => Number(group === 31 - Math.clz32(failure)));
    addFacets(segment, bundles, counts, ofGroup);
  }
  return scratch.slice(0, total);
}

/** Those of a selection that a text finds too. */
export function findable(rows: Selected, levels: Levels): Selected {
  if (scratch.length < rows.length) scratch = new Uint32Array(rows.length);
  let total = 0;
  for (let place = 0; place < rows.length; place++) if (levels[rows[place]!] !== LEVEL.none) scratch[total++] = rows[place]!;
  return scratch.slice(0, total);
}

/** Adds what was counted by bundle to the facets that the bundles hold; to the wanted ones (1) when not to all. */
function addFacets({ bundles: { start, items } }: Segment, ofBundle: Uint32Array, counts: Uint32Array, wanted: Uint8Array | null): void {
  for (let bundle = 0; bundle < ofBundle.length; bundle++) {
    const count = ofBundle[bundle]!;
    if (count === 0) continue;
    for (let at = start[bundle]!; at < start[bundle + 1]!; at++) if (wanted === null || wanted[items[at]!] === 1) counts[items[at]!]! += count;
  }
}
