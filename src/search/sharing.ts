import { nameKey } from "./order";
import { sizeOf, type Segment } from "./segment";
import { matchesFilter, type CompiledFilter } from "./selection";

/** The organisations of a segment that have the most of some facets, in the order of their names. */
export function mostSharing(
  segment: Segment,
  filter: CompiledFilter,
  superseded: Uint8Array | null,
  facets: readonly number[],
  limit: number,
): { id: number; shared: number; name: string }[] {
  const { start, items } = segment.holders;
  const shared = new Uint8Array(sizeOf(segment));
  for (const facet of facets) {
    for (let at = start[facet] ?? 0; at < (start[facet + 1] ?? 0); at++) shared[items[at]!]!++;
  }
  const best: { row: number; shared: number }[] = [];
  for (let row = 0; row < sizeOf(segment); row++) {
    const count = shared[row]!;
    if (count === 0 || !matchesFilter(segment, filter, row) || superseded?.[row] === 1 || (best.length === limit && count <= best.at(-1)!.shared)) continue;
    const place = best.findIndex((other) => other.shared < count);
    best.splice(place === -1 ? best.length : place, 0, { row, shared: count });
    best.length = Math.min(best.length, limit);
  }
  return best.map(({ row, shared }) => ({ id: segment.ids[row]!, shared, name: nameKey(segment, row) }));
}
