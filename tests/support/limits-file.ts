import type { Feature, FeatureCollection, Position } from "geojson";

/** Corner of a made-up territory, in degrees. */
type Corner = readonly [longitude: number, latitude: number];
export type MadeUp = { code: string; corners: readonly Corner[]; holes?: readonly (readonly Corner[])[] };

/** How many points a side has, and how far they lie from the straight line, as a share of its length: what simplifying takes away. */
const POINTS = 60;
const WAVE = 0.001;

/** The points from one corner up to the next one: the same in both directions, so that neighbours share them. */
function side(from: Corner, to: Corner): Position[] {
  const forth = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
  const [a, b] = forth ? [from, to] : [to, from];
  const wave = WAVE * Math.hypot(b[0] - a[0], b[1] - a[1]);
  const points = Array.from({ length: POINTS }, (_, step): Position => {
    const bend = step === 0 || step === POINTS - 1 ? 0 : wave * Math.sin(step * 2.4);
    const along = step / (POINTS - 1);
    return [a[0] + (b[0] - a[0]) * along + (a[0] === b[0] ? bend : 0), a[1] + (b[1] - a[1]) * along + (a[0] === b[0] ? 0 : bend)];
  });
  return (forth ? points : points.reverse()).slice(0, -1);
}

/** A closed ring with wavy sides. */
export function ring(corners: readonly Corner[]): Position[] {
  const open = corners.flatMap((corner, index) => side(corner, corners[(index + 1) % corners.length]!));
  return [...open, open[0]!];
}

/** A territory of the file, with its code as the property `pcode`. */
export const territory = ({ code, corners, holes = [] }: MadeUp): Feature => ({
  type: "Feature",
  properties: { pcode: code, name: "Essai" },
  geometry: { type: "Polygon", coordinates: [corners, ...holes].map(ring) },
});

export const rectangle = (west: number, south: number, east: number, north: number): Corner[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

/** Two neighbours, around the places of Kayes and of Koulikoro, with their P-codes of 2015: made up, as are their sides. */
export const NEIGHBOURS: readonly MadeUp[] = [
  { code: "ML01", corners: rectangle(-12.5, 11, -9.3, 16) },
  { code: "ML02", corners: rectangle(-9.3, 11, -6, 16) },
];

export const collection = (features: readonly unknown[]): FeatureCollection => ({ type: "FeatureCollection", features: features as Feature[] });
/** What stands in a file. */
export const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
export const file = (territories: readonly MadeUp[] = NEIGHBOURS): Uint8Array => bytesOf(collection(territories.map(territory)));
