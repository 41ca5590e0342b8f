import { moveApart } from "./move-apart";

/** The room that a thing takes around its point, in units of the picture: half its width, and how far it reaches up and down. */
export type Room = { half: number; above: number; below: number };

/** Where the things of a graph stand, by their order; and the size of the whole. */
export type Layout = { points: { x: number; y: number }[]; width: number; height: number };

/** The length that a relation tends to, in units of the picture. */
const LENGTH = 70;
const STEPS = 220;
/** Of the spiral on which all begin: the golden angle spreads them evenly. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** What stays free between two parts. */
const GAP = 16;

/**
 * A drawing in which related things are near and others apart (Fruchterman and Reingold, 1991), each connected part by itself, the parts in rows. None
 * covers another or its name, and none leaves the picture. It starts from a fixed place and throws no dice: the same graph is drawn the same each time.
 * @param rooms what each thing takes, its name included; none is wider than the picture
 * @param pairs of places of related things
 * @param width of the picture at most
 */
export function layout(rooms: readonly Room[], pairs: readonly (readonly [number, number])[], width: number): Layout {
  const points = rooms.map(() => ({ x: 0, y: 0 }));
  const parts = partsOf(rooms.length, pairs).map((places) => drawn(places, pairs, points, rooms, width));
  let [left, top, height, widest] = [0, 0, 0, 0];
  for (const part of parts) {
    if (left > 0 && left + part.width - GAP > width) [left, top, height] = [0, top + height, 0];
    for (const place of part.places) {
      points[place]!.x += left;
      points[place]!.y += top;
    }
    left += part.width;
    height = Math.max(height, part.height);
    widest = Math.max(widest, left);
  }
  return {
    points: points.map(({ x, y }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 })),
    width: Math.ceil(widest - GAP),
    height: Math.ceil(top + height - GAP),
  };
}

/** The connected parts, the largest first. */
function partsOf(count: number, pairs: readonly (readonly [number, number])[]): number[][] {
  const part = Array.from({ length: count }, (_, place) => place);
  const root = (place: number): number => (part[place] === place ? place : (part[place] = root(part[place]!)));
  for (const [a, b] of pairs) part[root(a)] = root(b);
  const parts = new Map<number, number[]>();
  for (let place = 0; place < count; place++) parts.set(root(place), [...(parts.get(root(place)) ?? []), place]);
  return [...parts.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** Sets the points of a connected part, from (0, 0). */
function drawn(
  places: readonly number[],
  pairs: readonly (readonly [number, number])[],
  points: { x: number; y: number }[],
  roomOf: readonly Room[],
  widest: number,
) {
  const within = new Map(places.map((place, at) => [place, at]));
  const springs = pairs.flatMap(([a, b]) => (within.has(a) && within.has(b) && a !== b ? [[within.get(a)!, within.get(b)!] as const] : []));
  const x = new Float64Array(places.length);
  const y = new Float64Array(places.length);
  places.forEach((_, at) => {
    const radius = LENGTH * 0.6 * Math.sqrt(at + 0.5);
    x[at] = radius * Math.cos(at * GOLDEN_ANGLE);
    y[at] = radius * Math.sin(at * GOLDEN_ANGLE);
  });
  const warmest = LENGTH * Math.sqrt(places.length) * 0.25;
  for (let step = 0; step < STEPS; step++) settle(x, y, springs, warmest * (1 - step / STEPS) ** 1.5);
  const rooms = places.map((place) => roomOf[place]!);
  const [left, right] = reach(x, rooms, "half", "half");
  const narrower = Math.min(1, widest / (right - left));
  for (let at = 0; at < x.length; at++) x[at] = (x[at]! - left) * narrower;
  moveApart(x, y, rooms, widest);
  const [from, to] = reach(x, rooms, "half", "half");
  const [top, bottom] = reach(y, rooms, "above", "below");
  places.forEach((place, at) => (points[place] = { x: x[at]! - from, y: y[at]! - top }));
  return { places, width: to - from + GAP, height: bottom - top + GAP };
}

/** The least and the greatest that things reach on an axis. */
function reach(at: Float64Array, rooms: readonly Room[], before: keyof Room, after: keyof Room): [number, number] {
  return [Math.min(...rooms.map((room, place) => at[place]! - room[before])), Math.max(...rooms.map((room, place) => at[place]! + room[after]))];
}

/** One step: all repel each other, the related attract each other, none goes further than `heat`. */
function settle(x: Float64Array, y: Float64Array, springs: readonly (readonly [number, number])[], heat: number): void {
  const dx = new Float64Array(x.length);
  const dy = new Float64Array(y.length);
  const repulsion = LENGTH * LENGTH;
  for (let a = 0; a < x.length; a++) {
    for (let b = 0; b < a; b++) {
      const across = x[a]! - x[b]!;
      const down = y[a]! - y[b]!;
      const push = repulsion / Math.max(1, across * across + down * down);
      dx[a]! += across * push;
      dy[a]! += down * push;
      dx[b]! -= across * push;
      dy[b]! -= down * push;
    }
  }
  for (const [a, b] of springs) {
    const across = x[a]! - x[b]!;
    const down = y[a]! - y[b]!;
    const pull = Math.sqrt(across * across + down * down) / LENGTH;
    dx[a]! -= across * pull;
    dy[a]! -= down * pull;
    dx[b]! += across * pull;
    dy[b]! += down * pull;
  }
  for (let at = 0; at < x.length; at++) {
    // A light pull to the middle keeps what is loosely tied on the page.
    const [across, down] = [dx[at]! - x[at]! * 0.6, dy[at]! - y[at]! * 0.6];
    const far = Math.max(1e-9, Math.sqrt(across * across + down * down));
    const go = Math.min(far, heat) / far;
    x[at]! += across * go;
    y[at]! += down * go;
  }
}
