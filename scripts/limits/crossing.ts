import type { Position } from "geojson";

type Segment = { from: Position; to: Position; west: number; east: number; south: number; north: number };

/** Twice the area of the triangle: positive when the third point lies to the left. */
const side = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

const segmentOf = (ring: readonly Position[], index: number): Segment => {
  const [from, to] = [ring[index]!, ring[index + 1]!];
  const [x = 0, y = 0] = from;
  const [nextX = 0, nextY = 0] = to;
  return { from, to, west: Math.min(x, nextX), east: Math.max(x, nextX), south: Math.min(y, nextY), north: Math.max(y, nextY) };
};

/** Whether two segments cross, or run along each other for a stretch; touching in one point is no fault. */
function cross(a: Segment, b: Segment): boolean {
  const [c, d, e, f] = [side(a.from, a.to, b.from), side(a.from, a.to, b.to), side(b.from, b.to, a.from), side(b.from, b.to, a.to)];
  if (c === 0 && d === 0) {
    const across = Math.min(a.east, b.east) - Math.max(a.west, b.west);
    const along = Math.min(a.north, b.north) - Math.max(a.south, b.south);
    return across >= 0 && along >= 0 && across + along > 0;
  }
  return c * d < 0 && e * f < 0;
}

/**
 * Where a ring crosses itself, or runs back along itself: one such place, null when there is none. Segments are compared with those in the
 * same cells of a grid, as many as the segments, so that a border of a hundred thousand points takes a moment.
 * @param closed a ring without repeated points, its last the same as its first
 */
export function crossingOf(closed: readonly Position[]): Position | null {
  const segments = closed.slice(1).map((_, index) => segmentOf(closed, index));
  const [west, south] = [least(segments, "west"), least(segments, "south")];
  const extent = segments.reduce((most, { east, north }) => Math.max(most, east - west, north - south), 0);
  const columns = Math.ceil(Math.sqrt(segments.length)) + 1;
  const cell = extent / (columns - 1);
  const grid = new Map<number, Segment[]>();
  for (const segment of segments) {
    const [left, right] = [segment.west, segment.east].map((value) => Math.floor((value - west) / cell));
    const [bottom, top] = [segment.south, segment.north].map((value) => Math.floor((value - south) / cell));
    for (let column = left!; column <= right!; column += 1) {
      for (let row = bottom!; row <= top!; row += 1) {
        const near = grid.get(row * columns + column);
        if (near?.some((other) => cross(other, segment))) return segment.from;
        if (near) near.push(segment);
        else grid.set(row * columns + column, [segment]);
      }
    }
  }
  return null;
}

const least = (segments: readonly Segment[], edge: "west" | "south") => segments.reduce((low, segment) => Math.min(low, segment[edge]), Infinity);
