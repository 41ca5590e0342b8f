/** Where the things of a graph stand, by their order; and the size of the whole. */
export type Layout = { points: { x: number; y: number }[]; width: number; height: number };

/** The length that a relation tends to, in units of the picture. */
const LENGTH = 70;
const STEPS = 220;
/** Of the spiral on which all begin: the golden angle spreads them evenly. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const MARGIN = 46;

/**
 * A drawing in which related things are near and others apart (Fruchterman and Reingold, 1991), each connected part by itself, the parts in rows. It
 * starts from a fixed place and throws no dice: the same graph is drawn the same each time.
 * @param count of things
 * @param pairs of places of related things
 * @param width of a row of parts
 */
export function layout(count: number, pairs: readonly (readonly [number, number])[], width: number): Layout {
  const points = Array.from({ length: count }, () => ({ x: 0, y: 0 }));
  const parts = partsOf(count, pairs).map((places) => drawn(places, pairs, points));
  let [left, top, height, widest] = [0, 0, 0, 0];
  for (const part of parts) {
    if (left > 0 && left + part.width > width) [left, top, height] = [0, top + height, 0];
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
    width: Math.ceil(widest),
    height: Math.ceil(top + height),
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
function drawn(places: readonly number[], pairs: readonly (readonly [number, number])[], points: { x: number; y: number }[]) {
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
  const [minX, minY] = [Math.min(...x), Math.min(...y)];
  places.forEach((place, at) => (points[place] = { x: x[at]! - minX + MARGIN, y: y[at]! - minY + MARGIN / 2 }));
  return { places, width: Math.max(...x) - minX + 2 * MARGIN, height: Math.max(...y) - minY + 1.5 * MARGIN };
}

/** One step: all repel each other, the related attract each other, none goes further than `heat`. */
function settle(x: Float64Array, y: Float64Array, springs: readonly (readonly [number, number])[], heat: number): void {
  const dx = new Float64Array(x.length);
  const dy = new Float64Array(y.length);
  const push = (a: number, b: number, force: (distance: number) => number) => {
    const [across, down] = [x[a]! - x[b]!, y[a]! - y[b]!];
    const distance = Math.max(1, Math.sqrt(across * across + down * down));
    const size = force(distance) / distance;
    dx[a]! += across * size;
    dy[a]! += down * size;
    dx[b]! -= across * size;
    dy[b]! -= down * size;
  };
  const repel = (distance: number) => (LENGTH * LENGTH) / distance;
  const attract = (distance: number) => -(distance * distance) / LENGTH;
  for (let a = 0; a < x.length; a++) for (let b = 0; b < a; b++) push(a, b, repel);
  for (const [a, b] of springs) push(a, b, attract);
  for (let at = 0; at < x.length; at++) {
    // A light pull to the middle keeps what is loosely tied on the page.
    const [across, down] = [dx[at]! - x[at]! * 0.6, dy[at]! - y[at]! * 0.6];
    const far = Math.max(1e-9, Math.sqrt(across * across + down * down));
    const go = Math.min(far, heat) / far;
    x[at]! += across * go;
    y[at]! += down * go;
  }
}
