import { FILTER_GROUPS, type FilterGroup } from "../filters";
import type { Levels } from "./levels";
import { Numbers } from "./numbers";
import { LEVEL, type FacetNumbers, type Segment } from "./segment";

/** Facets by group, as "group:value": one of `included` must be there, none of `excluded` may. */
export type FacetChoice = { included: ReadonlyMap<FilterGroup, readonly string[]>; excluded: ReadonlyMap<FilterGroup, readonly string[]> };

/** The organisations of a segment that a search finds, in the order of their names. */
export type Selected = Uint32Array;

/** Which of the groups asked for (a bit each) each organisation of a segment passes. */
export type Passing = { asked: number; passed: Uint16Array };

const bitOf = (group: FilterGroup): number => 1 << FILTER_GROUPS.indexOf(group);

/** Marks what a choice lets through, walking only the organisations that have its facets. */
export function passing(segment: Segment, { included, excluded }: FacetChoice, numbers: FacetNumbers): Passing {
  const passed = new Uint16Array(segment.size);
  const groups = [...new Set([...included.keys(), ...excluded.keys()])];
  const unasked = groups.filter((group) => !included.has(group)).reduce((all, group) => all | bitOf(group), 0);
  if (unasked !== 0) passed.fill(unasked);

  const { start, items } = segment.holders;
  const eachHolder = (facets: readonly string[], mark: (row: number) => void) => {
    for (const facet of facets) {
      const number = numbers.find(facet);
      // A facet newer than this segment has no holder in it.
      if (number === undefined || number + 1 >= start.length) continue;
      for (let at = start[number]!; at < start[number + 1]!; at++) mark(items[at]!);
    }
  };
  for (const [group, facets] of included) {
    const bit = bitOf(group);
    eachHolder(facets, (row) => (passed[row]! |= bit));
  }
  for (const [group, facets] of excluded) {
    const others = ~bitOf(group);
    eachHolder(facets, (row) => (passed[row]! &= others));
  }
  return { asked: groups.reduce((all, group) => all | bitOf(group), 0), passed };
}

/**
 * Finds the organisations that have the levels and pass the choice, and counts the facets in the
 * same walk: one that fails a single group still counts for the values of that group, which so
 * keeps its alternatives.
 *
 * @param levels null when no text was typed
 * @param gone organisations that this segment no longer speaks for (1)
 * @param counts by facet number; added to. Null when nobody asks for them
 */
export function select(
  segment: Segment,
  levels: Levels | null,
  gone: Uint8Array | null,
  { asked, passed }: Passing,
  numbers: FacetNumbers,
  counts: Uint32Array | null,
): Selected {
  const rows = new Numbers();
  const { start, items } = segment.facets;
  const groupOf = numbers.groups;
  for (let row = 0; row < segment.size; row++) {
    if ((levels !== null && levels[row] === LEVEL.none) || (gone !== null && gone[row] === 1)) continue;
    const failed = asked & ~passed[row]!;
    if (failed === 0) {
      rows.push(row);
      if (counts !== null) for (let at = start[row]!, end = start[row + 1]!; at < end; at++) counts[items[at]!]!++;
    } else if (counts !== null && (failed & (failed - 1)) === 0) {
      const group = 31 - Math.clz32(failed);
      for (let at = start[row]!, end = start[row + 1]!; at < end; at++) if (groupOf[items[at]!] === group) counts[items[at]!]!++;
    }
  }
  return rows.done();
}
