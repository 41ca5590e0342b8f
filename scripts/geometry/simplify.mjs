/**
 * Simplifies the arcs of a topology (Visvalingam and Whyatt): the point whose triangle with its
 * neighbours is the smallest goes first. Working on arcs, not on shapes, keeps shared borders shared.
 */

/** Arcs in degrees, from the delta-encoded integers of a topology. */
export function decodeArcs({ arcs, transform }) {
  const [kx, ky] = transform.scale;
  const [dx, dy] = transform.translate;
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([stepX, stepY]) => [(x += stepX) * kx + dx, (y += stepY) * ky + dy]);
  });
}

const triangle = ([ax, ay], [bx, by], [cx, cy]) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/**
 * @param points of one arc, in degrees
 * @param minimum smallest triangle that is kept, in square degrees
 * @returns the points that stay; both ends always do, and a closed arc keeps at least four points
 */
export function simplifyArc(points, minimum) {
  const kept = [...points];
  const closed = points.length > 3 && points[0][0] === points.at(-1)[0] && points[0][1] === points.at(-1)[1];
  const fewest = closed ? 4 : 2;
  while (kept.length > fewest) {
    let smallest = Infinity;
    let index = -1;
    for (let i = 1; i < kept.length - 1; i += 1) {
      const area = triangle(kept[i - 1], kept[i], kept[i + 1]);
      if (area < smallest) [smallest, index] = [area, i];
    }
    if (smallest >= minimum) break;
    kept.splice(index, 1);
  }
  return kept;
}

/** The same topology with simplified arcs in plain degrees (no transform), as topojson-client reads it. */
export function simplify(topology, minimum) {
  return {
    type: "Topology",
    objects: topology.objects,
    arcs: decodeArcs(topology).map((arc) => simplifyArc(arc, minimum)),
  };
}
