/**
 * Simplifies the arcs of a topology (Visvalingam and Whyatt): the point whose triangle with its
 * neighbours is the smallest goes first. Working on arcs, not on shapes, keeps shared borders shared.
 */

import type { Objects, Topology } from "topojson-specification";

type Point = [x: number, y: number];

/** Arcs in degrees, from the delta-encoded integers of a topology; one without transform has them already. */
function decodeArcs({ arcs, transform }: Topology): Point[][] {
  if (!transform) return arcs as Point[][];
  const [kx, ky] = transform.scale;
  const [dx, dy] = transform.translate;
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([stepX = 0, stepY = 0]): Point => [(x += stepX) * kx + dx, (y += stepY) * ky + dy]);
  });
}

const triangle = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/** Candidates in the order in which they go: the smallest triangle first, of equal ones the first of the arc. */
class Queue {
  private readonly heap: { area: number; index: number }[] = [];

  private precedes(a: number, b: number): boolean {
    const [one, other] = [this.heap[a]!, this.heap[b]!];
    return one.area < other.area || (one.area === other.area && one.index < other.index);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }

  add(candidate: { area: number; index: number }): void {
    let at = this.heap.push(candidate) - 1;
    for (let above = (at - 1) >> 1; at > 0 && this.precedes(at, above); above = (at - 1) >> 1) {
      this.swap(at, above);
      at = above;
    }
  }

  next(): { area: number; index: number } | undefined {
    if (this.heap.length === 0) return undefined;
    this.swap(0, this.heap.length - 1);
    const first = this.heap.pop();
    for (let at = 0; ;) {
      const below = [2 * at + 1, 2 * at + 2]
        .filter((child) => child < this.heap.length)
        .reduce((best, child) => (this.precedes(child, best) ? child : best), at);
      if (below === at) return first;
      this.swap(at, below);
      at = below;
    }
  }
}

/**
 * The points of an arc that stay; both ends always do, and a closed arc keeps at least four points. `minimum` is the
 * smallest triangle that is kept, in square degrees.
 */
function simplifyArc(points: readonly Point[], minimum: number): Point[] {
  const closed = points.length > 3 && points[0]?.join() === points.at(-1)?.join();
  const fewest = closed ? 4 : 2;
  const last = points.length - 1;
  const before = points.map((_, index) => index - 1);
  const after = points.map((_, index) => index + 1);
  const area = points.map((point, index) => (index === 0 || index === last ? Infinity : triangle(points[index - 1]!, point, points[index + 1]!)));
  const queue = new Queue();
  for (let index = 1; index < last; index += 1) queue.add({ area: area[index]!, index });
  const gone = new Set<number>();
  while (points.length - gone.size > fewest) {
    const smallest = queue.next();
    if (!smallest || smallest.area >= minimum) break;
    const { index } = smallest;
    // Its neighbours have changed since: another candidate stands for it.
    if (gone.has(index) || area[index] !== smallest.area) continue;
    gone.add(index);
    const [left, right] = [before[index]!, after[index]!];
    after[left] = right;
    before[right] = left;
    for (const beside of [left, right]) {
      if (beside === 0 || beside === last) continue;
      area[beside] = triangle(points[before[beside]!]!, points[beside]!, points[after[beside]!]!);
      queue.add({ area: area[beside]!, index: beside });
    }
  }
  return points.filter((_, index) => !gone.has(index));
}

/**
 * The same topology with simplified arcs in plain degrees (no transform), as topojson-client reads it.
 * @param minimum for all arcs, or for the arc of a number
 */
export function simplify<T extends Objects>(topology: Topology<T>, minimum: number | ((arc: number) => number)): Topology<T> {
  const least = typeof minimum === "number" ? () => minimum : minimum;
  return {
    type: "Topology",
    objects: topology.objects,
    arcs: decodeArcs(topology).map((arc, number) => simplifyArc(arc, least(number))),
  };
}
