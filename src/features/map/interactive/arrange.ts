/** Pixels of the world at one zoom; `x` and `y` are the middle of a box. */
export type Spot = { x: number; y: number };
export type Box = Spot & { width: number; height: number };

/** Something that must stand on the map, in one of several spots, the best first; one spot for what cannot be moved. */
export type Standing<T> = { item: T; spots: readonly Spot[]; width: number; height: number; group: string };
/** Where it stands, with what of the same group had no room of its own and is found there too. */
export type Stood<T> = Box & { items: T[]; group: string };

const meet = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;

/** The first of some boxes that covers nothing that is there already; null when none does. */
export function firstFree(boxes: readonly Box[], taken: readonly Box[]): Box | null {
  return boxes.find((box) => !taken.some((other) => meet(box, other))) ?? null;
}

/** How often the order is changed for the sake of what found no room. */
const ATTEMPTS = 6;

/**
 * Gives each thing a place so that no two cover each other, in the order given: the first keep their best spot. What finds
 * no free spot is tried again before everything else that can be moved; where that does not help it joins the nearest of its
 * group; where there is none it stands where it is, so that nothing is lost.
 */
export function stand<T>(things: readonly Standing<T>[]): Stood<T>[] {
  const isFixed = ({ spots }: Standing<T>) => spots.length < 2;
  let order = [...things.filter(isFixed), ...things.filter((thing) => !isFixed(thing))];
  let best = standInOrder(order);
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    const { joined } = standInOrder(order);
    const first = order.filter((thing) => joined.includes(thing) && !isFixed(thing));
    if (first.length === 0) break;
    order = [...order.filter(isFixed), ...first, ...order.filter((thing) => !isFixed(thing) && !first.includes(thing))];
    const next = standInOrder(order);
    if (next.joined.length < best.joined.length) best = next;
  }
  return best.stood;
}

function standInOrder<T>(things: readonly Standing<T>[]): { stood: Stood<T>[]; joined: Standing<T>[] } {
  const stood: Stood<T>[] = [];
  const joined: Standing<T>[] = [];
  for (const thing of things) {
    const { item, spots, width, height, group } = thing;
    const free = firstFree(
      spots.map((spot) => ({ ...spot, width, height })),
      stood,
    );
    const near = free
      ? null
      : nearest(
          stood.filter((other) => other.group === group),
          spots[0]!,
        );
    if (near) near.items.push(item);
    else stood.push({ ...(free ?? { ...spots[0]!, width, height }), items: [item], group });
    if (!free) joined.push(thing);
  }
  return { stood, joined };
}

/** The nearest of some spots; null when there is none. */
export function nearest<T extends Spot>(some: readonly T[], { x, y }: Spot): T | null {
  const distance = (spot: Spot) => Math.hypot(spot.x - x, spot.y - y);
  return some.reduce<T | null>((best, spot) => (best && distance(best) <= distance(spot) ? best : spot), null);
}

/** Longer than any way on the map, in pixels. */
const ASIDE = 1e6;

/** The next spot in the direction of an arrow key, the one that the eye would go to; null when there is none. */
export function towards<T extends Spot>(some: readonly T[], from: Spot, key: string): T | null {
  const ahead: Record<string, (dx: number, dy: number) => number> = {
    ArrowRight: (dx) => dx,
    ArrowLeft: (dx) => -dx,
    ArrowDown: (_, dy) => dy,
    ArrowUp: (_, dy) => -dy,
  };
  let best: { spot: T; way: number } | null = null;
  for (const spot of some) {
    const [dx, dy] = [spot.x - from.x, spot.y - from.y];
    const forward = ahead[key]?.(dx, dy) ?? 0;
    const aside = Math.sqrt(Math.max(0, dx * dx + dy * dy - forward * forward));
    if (forward <= 0 || aside > forward * 2) continue;
    // What lies rather to the side is meant only where nothing lies ahead.
    const way = forward + aside * 2 + (aside > forward ? ASIDE : 0);
    if (!best || way < best.way) best = { spot, way };
  }
  return best?.spot ?? null;
}

type Ring = readonly (readonly number[])[];

/** Whether a point lies within a ring, by the crossings of a line to its right. */
function isWithin(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i]!;
    const [xj = 0, yj = 0] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

const STEPS = 24;

/**
 * Spots inside a shape for its name, from the one with the most room around it outwards.
 * @param rings the limit and the holes of a polygon, as [x, y]
 */
export function spotsInside(rings: readonly Ring[]): Spot[] {
  const xs = rings[0]!.map(([x = 0]) => x);
  const ys = rings[0]!.map(([, y = 0]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const spots: (Spot & { room: number })[] = [];
  for (let row = 0; row < STEPS; row++) {
    for (let column = 0; column < STEPS; column++) {
      const x = left + (width * (column + 0.5)) / STEPS;
      const y = top + (height * (row + 0.5)) / STEPS;
      if (rings.filter((ring) => isWithin(ring, x, y)).length !== 1) continue;
      spots.push({ x, y, room: Math.min(...rings.flatMap((ring) => ring.map(([px = 0, py = 0]) => Math.hypot(px - x, py - y)))) });
    }
  }
  const best = spots.reduce((a, b) => (b.room > a.room ? b : a));
  return spots.map(({ x, y }) => ({ x, y })).sort((a, b) => Math.hypot(a.x - best.x, a.y - best.y) - Math.hypot(b.x - best.x, b.y - best.y));
}
