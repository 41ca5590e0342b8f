import type { Position } from "geojson";
import type { Topology } from "topojson-specification";
import type { Country, World } from "./shapes";

const distance = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) => Math.hypot(ax - bx, ay - by);
const key = (point: Position) => point.join(" ");

/** Positive for a ring that runs counter-clockwise. */
const turn = (ring: readonly Position[]) =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

/**
 * Gives a country another outline, and its neighbours the same: two sets of limits drawn together would leave slivers
 * between them. Borders between neighbours end where they did, on the nearest point of the new outline.
 *
 * @param world without transform; the country is one ring
 * @param outline closed, in degrees
 */
export function fitted(world: World, id: string, outline: readonly Position[]): World {
  const country = world.objects.countries.geometries.find((area) => area.id === id) as Extract<Country, { type: "Polygon" }>;
  const ring = country.arcs[0]!;
  const coordinates = (arc: number) => (arc < 0 ? [...world.arcs[~arc]!].reverse() : world.arcs[arc]!);
  const former = ring.flatMap((arc) => coordinates(arc).slice(1));
  let points = outline.slice(1);
  if (turn(former) * turn(points) < 0) points = points.reverse();

  const nearest = (point: Position) => points.reduce((best, other, index) => (distance(other, point) < distance(points[best]!, point) ? index : best), 0);
  const starts = ring.map((arc) => nearest(coordinates(arc)[0]!));
  const moved = new Map(ring.map((arc, index) => [key(coordinates(arc)[0]!), points[starts[index]!]!]));
  const arcs = world.arcs.map((arc) => arc.map((point, index) => (index === 0 || index === arc.length - 1 ? (moved.get(key(point)) ?? point) : point)));
  ring.forEach((arc, index) => {
    const from = starts[index]!;
    const length = (starts[(index + 1) % ring.length]! - from + points.length) % points.length || points.length;
    const slice = Array.from({ length: length + 1 }, (_, step) => points[(from + step) % points.length]!);
    arcs[arc < 0 ? ~arc : arc] = arc < 0 ? slice.reverse() : slice;
  });
  return { ...world, arcs } satisfies Topology;
}
