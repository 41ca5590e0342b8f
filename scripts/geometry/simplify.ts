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

/**
 * The points of an arc that stay; both ends always do, and a closed arc keeps at least four points. `minimum` is the
 * smallest triangle that is kept, in square degrees.
 */
function simplifyArc(points: readonly Point[], minimum: number): Point[] {
  const kept = [...points];
  const closed = points.length > 3 && points[0]?.join() === points.at(-1)?.join();
  const fewest = closed ? 4 : 2;
  while (kept.length > fewest) {
    let smallest = Infinity;
    let index = -1;
    for (let i = 1; i < kept.length - 1; i += 1) {
      const area = triangle(kept[i - 1]!, kept[i]!, kept[i + 1]!);
      if (area < smallest) [smallest, index] = [area, i];
    }
    if (smallest >= minimum) break;
    kept.splice(index, 1);
  }
  return kept;
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
