import type { Position } from "geojson";
import { LimitsRefused, refuse } from "./problem";

/** What the computer that runs the site can hold beside it. */
export const MOST_BYTES = 50_000_000;
export const MOST_POINTS = 1_000_000;

/** One territory of a file: its number there (from 1), its code, and its pieces, each an outer ring and its holes, in degrees. */
export type Territory = { number: number; code: string; pieces: Position[][][] };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const WGS84 = /(?:CRS84|EPSG:{1,2}4326)$/;

/** Where a problem is, for whoever opens the file: "Feature 3 (ML07)". */
export const placeOf = ({ number, code }: Pick<Territory, "number" | "code">): string => `Feature ${number} (${code})`;

function documentOf(bytes: Uint8Array): { features: unknown[] } {
  if (bytes.length > MOST_BYTES)
    throw new LimitsRefused([
      `The file has ${bytes.length} bytes; ${MOST_BYTES} is the most. Export fewer decimals, or simplify it with a tolerance of some metres.`,
    ]);
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new LimitsRefused(["The file is no JSON in UTF-8. Export it as GeoJSON: a shapefile or a zip must be converted first."]);
  }
  if (!isObject(document) || document.type !== "FeatureCollection" || !Array.isArray(document.features))
    throw new LimitsRefused(['The file is no GeoJSON of territories: its "type" must be "FeatureCollection", with a list of "features".']);
  const name = isObject(document.crs) && isObject(document.crs.properties) ? document.crs.properties.name : null;
  if (document.crs != null && !(typeof name === "string" && WGS84.test(name)))
    throw new LimitsRefused([`The file states the reference system ${JSON.stringify(name)}. Convert it to WGS 84 (EPSG:4326).`]);
  if (document.features.length === 0) throw new LimitsRefused(["The file has no feature."]);
  return { features: document.features };
}

const isPosition = (value: unknown): value is Position => Array.isArray(value) && value.length >= 2 && value.every((one) => Number.isFinite(one));
const isRing = (value: unknown): value is Position[] => Array.isArray(value) && value.every(isPosition);
const isPiece = (value: unknown): value is Position[][] => Array.isArray(value) && value.length > 0 && value.every(isRing);

/** The pieces of a geometry, or what is wrong with it. Heights are left out. */
function piecesOf(geometry: unknown): Position[][][] | string {
  if (!isObject(geometry)) return "has no geometry: remove it from the file, or draw it";
  const { type, coordinates } = geometry;
  if (type !== "Polygon" && type !== "MultiPolygon") return `is a ${String(type)}: a territory is a Polygon or a MultiPolygon`;
  const pieces: unknown = type === "Polygon" ? [coordinates] : coordinates;
  if (!Array.isArray(pieces) || pieces.length === 0 || !pieces.every(isPiece)) return "has an empty geometry, or coordinates that are no numbers";
  return pieces.map((piece) => piece.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng, lat])));
}

/**
 * Reads a GeoJSON file of territories: what it is, its size, the code of each. Whether the limits are good is told by `checkTerritories`.
 * @param codeField the property that has the code
 * @throws LimitsRefused with everything that is wrong
 */
export function readTerritories(bytes: Uint8Array, codeField: string): Territory[] {
  const problems: string[] = [];
  const seen = new Map<string, number>();
  const territories = documentOf(bytes).features.flatMap((feature, index): Territory[] => {
    const number = index + 1;
    const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {};
    const value = properties[codeField];
    const code = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    if (code === "") {
      const known = Object.keys(properties).join(", ") || "none";
      problems.push(`Feature ${number} has no "${codeField}". Its properties are: ${known}. Name the right one with --code-field.`);
      return [];
    }
    const other = seen.get(code);
    if (other) problems.push(`${placeOf({ number, code })} has the code of feature ${other}: join the pieces of one territory into a MultiPolygon.`);
    seen.set(code, number);
    const pieces = piecesOf(isObject(feature) ? feature.geometry : null);
    if (typeof pieces !== "string") return [{ number, code, pieces }];
    problems.push(`${placeOf({ number, code })} ${pieces}.`);
    return [];
  });
  refuse(problems);
  const points = territories.reduce((sum, { pieces }) => sum + pieces.flat().reduce((all, ring) => all + ring.length, 0), 0);
  if (points > MOST_POINTS)
    throw new LimitsRefused([`The limits have ${points} points; ${MOST_POINTS} is the most. Simplify the file with a tolerance of some metres.`]);
  return territories;
}
