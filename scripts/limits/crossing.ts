import type { Position } from "geojson";

type Segment = { index: number; from: Position; to: Position; west: number; east: number; south: number; north: number };

/** Twice the area of the triangle: positive when the third point lies to the left. */
const side = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

const segmentOf = (ring: readonly Position[], index: number): Segment => {
  const [from, to] = [ring[index]!, ring[index + 1]!];
  const [xs, ys] = [from, to].reduce<[number[], number[]]>(
    ([x, y], [lng = 0, lat = 0]) => [
      [...x, lng],
      [...y, lat],
    ],
    [[], []],
  );
  return { index, from, to, west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) };
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
 * Where a ring crosses itself, or runs back along itself: the first such place from the west; null when it does not.
 * @param closed a ring without repeated points, its last the same as its first
 */
export function crossingOf(closed: readonly Position[]): Position | null {
  const segments = closed.slice(1).map((_, index) => segmentOf(closed, index));
  let near: Segment[] = [];
  for (const segment of [...segments].sort((a, b) => a.west - b.west)) {
    near = near.filter(({ east }) => east >= segment.west);
    const met = near.find((other) => other.south <= segment.north && other.north >= segment.south && cross(other, segment));
    if (met) return segment.from;
    near.push(segment);
  }
  return null;
}
