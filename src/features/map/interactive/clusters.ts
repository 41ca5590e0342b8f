/** Something at a pixel of the current zoom. */
export type Pixel<T> = { x: number; y: number; item: T };

/** Points that would overlap, drawn as one at the first of them. */
export type Cluster<T> = { x: number; y: number; items: T[] };

/**
 * Joins points that lie within `reach` pixels of the first point of a group. The order decides which
 * point leads a group, so that the same points give the same groups; a few dozen points do not need
 * an index.
 */
export function clusters<T>(points: readonly Pixel<T>[], reach: number): Cluster<T>[] {
  const groups: Cluster<T>[] = [];
  for (const { x, y, item } of points) {
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) <= reach);
    if (near) near.items.push(item);
    else groups.push({ x, y, items: [item] });
  }
  return groups;
}

type Held = { code: string; path: readonly string[]; count: number; organisations: readonly number[] | null };

/**
 * How many different organisations stand in several places together. Where it is not known which they
 * are, that is at most the sum of the places that lie in no other of them: one may stand in several.
 */
export function together(places: readonly Held[]): { count: number; exact: boolean } {
  if (places.every(({ organisations }) => organisations !== null)) {
    return { count: new Set(places.flatMap(({ organisations }) => organisations ?? [])).size, exact: true };
  }
  const codes = new Set(places.map(({ code }) => code));
  const widest = places.filter(({ path }) => !path.slice(0, -1).some((code) => codes.has(code)));
  return { count: widest.reduce((sum, { count }) => sum + count, 0), exact: widest.length === 1 };
}
