import type { FilterGroup } from "@/domain/filters";
import { FILTER_GROUPS } from "@/domain/filters";
import { BUNDLE_OF_GROUP, type FacetNumbers } from "./facet-numbers";
import type { Segment } from "./segment";
import type { Selected } from "./selection";

/** Lines of a table: a facet each, all of one group; and after them, if given, who has one facet and none of others. */
export type Axis = { group: FilterGroup; facets: readonly string[]; rest?: { of: string; without: readonly string[] } };

/** Writes the lines of a bundle, and gives how many they are. */
type LinesOf = (bundle: number, into: number[]) => number;

/**
 * How many organisations have each pair of lines, each once for a pair.
 * @param parts of an index, with those that were selected in each
 * @returns by row, then by column
 */
export function crossing(parts: readonly { segment: Segment; rows: Selected }[], down: Axis, across: Axis, numbers: FacetNumbers): number[][] {
  const width = lengthOf(across);
  const counts = new Uint32Array(lengthOf(down) * width);
  const inRows: number[] = [];
  const inColumns: number[] = [];
  for (const { segment, rows } of parts) {
    const [bundlesDown, bundlesAcross] = [down, across].map(({ group }) => segment.bundleOf[BUNDLE_OF_GROUP[FILTER_GROUPS.indexOf(group)]!]!);
    const [linesDown, linesAcross] = [down, across].map((axis) => linesOf(segment, axis, numbers));
    for (const row of rows) {
      const height = linesDown!(bundlesDown![row]!, inRows);
      if (height === 0) continue;
      const length = linesAcross!(bundlesAcross![row]!, inColumns);
      for (let at = 0; at < height; at++) for (let next = 0; next < length; next++) counts[inRows[at]! * width + inColumns[next]!]!++;
    }
  }
  return Array.from({ length: lengthOf(down) }, (_, row) => [...counts.subarray(row * width, (row + 1) * width)]);
}

const lengthOf = ({ facets, rest }: Axis): number => facets.length + Number(rest !== undefined);

const NO_LINE = -1;

function linesOf({ bundles: { start, items } }: Segment, { facets, rest }: Axis, numbers: FacetNumbers): LinesOf {
  const lineOf = new Int32Array(numbers.names.length).fill(NO_LINE);
  const unwanted = new Uint8Array(numbers.names.length);
  facets.forEach((facet, line) => {
    const number = numbers.find(facet);
    if (number !== undefined) lineOf[number] = line;
  });
  for (const facet of rest?.without ?? []) {
    const number = numbers.find(facet);
    if (number !== undefined) unwanted[number] = 1;
  }
  const wanted = rest && numbers.find(rest.of);
  return (bundle, into) => {
    let length = 0;
    let isRest = false;
    let isElsewhere = false;
    for (let at = start[bundle]!; at < start[bundle + 1]!; at++) {
      const item = items[at]!;
      if (lineOf[item] !== NO_LINE) into[length++] = lineOf[item]!;
      if (item === wanted) isRest = true;
      if (unwanted[item] === 1) isElsewhere = true;
    }
    if (isRest && !isElsewhere) into[length++] = facets.length;
    return length;
  };
}
