import type { Position } from "geojson";
import { round } from "./paths";

/** Half of what a name and the number above it take on a phone, in pixels of the picture. */
const HALF = { width: 52, height: 26 };
const STEP = 4;
/** How many places are kept, and how far apart. */
const MOST = 40;
const APART = 8;

/** Whether a point lies within rings; a hole in them is outside. Points and rings in the same units. */
export const inside = ([x = 0, y = 0]: Position, rings: readonly Position[][]) =>
  rings.reduce(
    (within, ring) =>
      ring.reduce((odd, [ax = 0, ay = 0], index) => {
        const [bx = 0, by = 0] = ring[(index + 1) % ring.length]!;
        return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
      }, within),
    false,
  );

/**
 * Where the number and the name of a shape may stand, the roomiest first: a map takes the first that covers nothing.
 * @param rings in pixels
 */
export function labelPlaces(rings: readonly Position[][]): [x: number, y: number][] {
  const xs = rings[0]!.map(([x = 0]) => x);
  const ys = rings[0]!.map(([, y = 0]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle: Position = [(left + right) / 2, (top + bottom) / 2];
  const places: { at: [number, number]; room: number; away: number }[] = [];
  for (let y = top; y <= bottom; y += STEP) {
    for (let x = left; x <= right; x += STEP) {
      if (!inside([x, y], rings)) continue;
      const around = [-1, -0.5, 0, 0.5, 1].flatMap((across) => [-1, 0, 1].map((down): Position => [x + across * HALF.width, y + down * HALF.height]));
      places.push({ at: [round(x), round(y)], room: around.filter((point) => inside(point, rings)).length, away: Math.hypot(x - middle[0]!, y - middle[1]!) });
    }
  }
  const kept: [number, number][] = [];
  for (const { at } of places.sort((a, b) => b.room - a.room || a.away - b.away)) {
    if (kept.length < MOST && kept.every(([x, y]) => Math.hypot(x - at[0], y - at[1]) >= APART)) kept.push(at);
  }
  return kept.length > 0 ? kept : [[round(middle[0]!), round(middle[1]!)]];
}
