import { FILTER_GROUPS, type FilterGroup } from "../filters";
import { LEVEL, type FacetNumbers, type Segment } from "./segment";
import type { Levels } from "./levels";

/** Facets by group, as "group:value": one of `included` must be there, none of `excluded` may. */
export type FacetChoice = { included: ReadonlyMap<FilterGroup, readonly string[]>; excluded: ReadonlyMap<FilterGroup, readonly string[]> };

/** The organisations of a segment that a search finds (1), and how many. */
export type Selected = { rows: Uint8Array; total: number };

/** A bit for each group, so that one number says which groups an organisation fails. */
export type Selector = { needed: number; includes: Uint32Array; excludes: Uint32Array; groupBits: Uint32Array };

/** Prepares a choice for the facets known so far. */
export function selector(choice: FacetChoice, numbers: FacetNumbers): Selector {
  const count = numbers.names.length;
  const groupBits = new Uint32Array(count);
  numbers.names.forEach((facet, number) => (groupBits[number] = bitOf(facet.slice(0, facet.indexOf(":")) as FilterGroup)));
  const bits = (facets: ReadonlyMap<FilterGroup, readonly string[]>) => {
    const marked = new Uint32Array(count);
    for (const [group, values] of facets) {
      for (const facet of values) {
        const number = numbers.find(facet);
        if (number !== undefined) marked[number] = bitOf(group);
      }
    }
    return marked;
  };
  const needed = [...choice.included.keys()].reduce((all, group) => all | bitOf(group), 0);
  return { needed, includes: bits(choice.included), excludes: bits(choice.excluded), groupBits };
}

const bitOf = (group: FilterGroup): number => 1 << FILTER_GROUPS.indexOf(group);

/**
 * Finds the organisations that have the levels and pass the choice, and counts the facets in the
 * same walk: one that fails a single group still counts for the values of that group, which so
 * keeps its alternatives.
 *
 * @param levels null when no text was typed
 * @param gone organisations that this segment no longer speaks for (1)
 * @param counts by facet number; added to
 */
export function select(segment: Segment, levels: Levels | null, gone: Uint8Array | null, { needed, includes, excludes, groupBits }: Selector, counts: Uint32Array): Selected {
  const rows = new Uint8Array(segment.size);
  const { start, items } = segment.facets;
  let total = 0;
  for (let row = 0; row < segment.size; row++) {
    if ((levels !== null && levels[row] === LEVEL.none) || (gone !== null && gone[row] === 1)) continue;
    const end = start[row + 1]!;
    let got = 0;
    let unwanted = 0;
    for (let at = start[row]!; at < end; at++) {
      const facet = items[at]!;
      got |= includes[facet]!;
      unwanted |= excludes[facet]!;
    }
    const failed = (needed & ~got) | unwanted;
    if (failed === 0) {
      rows[row] = 1;
      total++;
      for (let at = start[row]!; at < end; at++) counts[items[at]!]!++;
    } else if ((failed & (failed - 1)) === 0) {
      for (let at = start[row]!; at < end; at++) if (groupBits[items[at]!] === failed) counts[items[at]!]!++;
    }
  }
  return { rows, total };
}
