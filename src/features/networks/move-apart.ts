import type { Room } from "./layout";

/** Rounds in which things move aside as well as up and down; after them only up and down, which always ends. */
const ASIDE = 60;
const ROUNDS = 600;
/** What stays free between two things. */
const FREE = 3;

/**
 * Moves things until none covers another, each time by the shorter way, and keeps them between 0 and `width`. The places change in place.
 * @param x where each thing stands across, in units of the picture
 * @param y where it stands down
 */
export function moveApart(x: Float64Array, y: Float64Array, rooms: readonly Room[], width: number): void {
  for (let round = 0; round < ROUNDS; round++) {
    rooms.forEach(({ half }, at) => (x[at] = Math.min(Math.max(x[at]!, half), width - half)));
    let covered = false;
    const order = rooms.map((_, at) => at).sort((a, b) => x[a]! - rooms[a]!.half - (x[b]! - rooms[b]!.half) || a - b);
    // By where they begin on the left: what begins beyond the end of one cannot cover it, nor what comes after.
    order.forEach((a, at) => {
      for (let next = at + 1; next < order.length; next++) {
        const b = order[next]!;
        if (x[b]! - rooms[b]!.half > x[a]! + rooms[a]!.half + FREE) break;
        if (part(x, y, rooms, a, b, round < ASIDE)) covered = true;
      }
    });
    if (!covered) return;
  }
}

/** Moves two things that cover each other apart by half of what they cover. @returns whether they did */
function part(x: Float64Array, y: Float64Array, rooms: readonly Room[], a: number, b: number, aside: boolean): boolean {
  const [one, other] = [rooms[a]!, rooms[b]!];
  const across = one.half + other.half + FREE - Math.abs(x[a]! - x[b]!);
  if (across <= 0.01) return false;
  const aIsLower = y[a]! + (one.below - one.above) / 2 >= y[b]! + (other.below - other.above) / 2;
  const down = FREE + (aIsLower ? y[b]! + other.below - (y[a]! - one.above) : y[a]! + one.below - (y[b]! - other.above));
  if (down <= 0.01) return false;
  if (aside && across < down) {
    const step = x[a]! >= x[b]! ? across / 2 : -across / 2;
    x[a]! += step;
    x[b]! -= step;
  } else {
    const step = aIsLower ? down / 2 : -down / 2;
    y[a]! += step;
    y[b]! -= step;
  }
  return true;
}
