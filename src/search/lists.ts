/** Lists of numbers, one for each key, in one array: list `k` is `items` from `start[k]` to `start[k + 1]`. */
export type Lists = { start: Uint32Array; items: Uint32Array };

/** Turns "row → values" into "value → rows", rows in order. */
export function inverted({ start, items }: Lists, keyCount: number): Lists {
  const counts = new Uint32Array(keyCount + 1);
  for (const key of items) counts[key + 1]!++;
  for (let key = 0; key < keyCount; key++) counts[key + 1]! += counts[key]!;
  const next = counts.slice();
  const rows = new Uint32Array(items.length);
  for (let row = 0; row + 1 < start.length; row++) {
    for (let at = start[row]!; at < start[row + 1]!; at++) rows[next[items[at]!]!++] = row;
  }
  return { start: counts, items: rows };
}

/** The organisations that have each facet, in order. */
export function holdersOf({ start, items }: Lists, bundleOf: readonly Uint32Array[], facetCount: number): Lists {
  const starts = new Uint32Array(facetCount + 1);
  for (const ofRows of bundleOf) {
    for (const bundle of ofRows) for (let at = start[bundle]!; at < start[bundle + 1]!; at++) starts[items[at]! + 1]!++;
  }
  for (let facet = 0; facet < facetCount; facet++) starts[facet + 1]! += starts[facet]!;
  const next = starts.slice();
  const rows = new Uint32Array(starts[facetCount]!);
  for (const ofRows of bundleOf) {
    for (let row = 0; row < ofRows.length; row++) {
      const bundle = ofRows[row]!;
      for (let at = start[bundle]!; at < start[bundle + 1]!; at++) rows[next[items[at]!]!++] = row;
    }
  }
  return { start: starts, items: rows };
}

/** The first place of an ascending list that is not before what is looked for. @param isBefore asked of places from 0 to `count` - 1 */
export function firstPlace(count: number, isBefore: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the first number that is not below another, in an ascending list. */
export const firstNotBelow = (numbers: Uint32Array, limit: number): number => firstPlace(numbers.length, (place) => numbers[place]! < limit);
