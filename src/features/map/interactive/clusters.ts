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

/** How many different organisations stand in several places together. */
export function distinct(places: readonly { organisations: readonly number[] }[]): number {
  return new Set(places.flatMap(({ organisations }) => organisations)).size;
}
