import type { Feature, FeatureCollection, MultiPolygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import { topology } from "topojson-server";
import type { GeometryCollection, Topology } from "topojson-specification";
import mali from "@/components/territory-map/mali.json" with { type: "json" };
import { project } from "@/components/territory-map/projection";
import type { LimitLevel, LimitLines, LimitShape } from "@/domain/published/limits";
import { labelPlaces } from "../geometry/label-places";
import { compact, round } from "../geometry/paths";
import { simplify } from "../geometry/simplify";
import { areaOf, withoutRepeats } from "./check";
import type { Territory } from "./read-file";

/** The smallest triangle that is kept, in square degrees; finer ones are tried where a territory would lose its form. As the built-in limits have it. */
const FOR_FILES: Record<LimitLevel, readonly number[]> = {
  region: [0.0008, 0.0002, 0.00002, 0],
  cercle: [0.0008, 0.0002, 0.00002, 0],
  commune: [0.0001, 0.00002, 0.000002, 0],
};
const FOR_PICTURE = [0.004, 0.0008, 0.0002, 0.00002];
/** What a territory may lose or win of its surface. */
const LOSS = { files: 0.03, picture: 0.1 };
/** Of degrees: some ten metres. */
const DIGITS = 4;

type Areas = Topology<{ areas: GeometryCollection }>;
type Drawn = { areas: Areas; pieces: Position[][][][] };

const turned = (ring: Position[], forth: boolean) => (areaOf(ring) > 0 === forth ? ring : [...ring].reverse());
const points = (line: readonly Position[]) => withoutRepeats(line.map(([lng = 0, lat = 0]): [number, number] => [round(lng, DIGITS), round(lat, DIGITS)]));

/** The pieces of each territory, rounded, without the rings that lost their surface; outer rings run counter-clockwise. */
function piecesOf(areas: Areas): Position[][][][] {
  return areas.objects.areas.geometries.map((area) => {
    const { coordinates } = (feature(areas, area) as Feature<MultiPolygon>).geometry;
    const isArea = (ring: Position[]) => ring.length > 3 && areaOf(ring) !== 0;
    return coordinates.flatMap((piece) => {
      const [outer = [], ...holes] = piece.map(points);
      return isArea(outer) ? [[turned(outer, true), ...holes.filter(isArea).map((hole) => turned(hole, false))]] : [];
    });
  });
}

const surface = (pieces: readonly Position[][][]) => pieces.flat().reduce((sum, ring) => sum + areaOf(ring), 0);

/** Simplified as far as no territory loses its form. */
function simplified(areas: Areas, tolerances: readonly number[], loss: number): Drawn {
  const whole = piecesOf(areas).map(surface);
  for (const tolerance of tolerances) {
    const tried = simplify(areas, tolerance);
    const pieces = piecesOf(tried);
    if (pieces.every((one, index) => Math.abs(surface(one) - whole[index]!) <= loss * whole[index]!)) return { areas: tried, pieces };
  }
  return { areas, pieces: piecesOf(areas) };
}

const linesOf = ({ areas }: Drawn, outer: boolean) => mesh(areas, areas.objects.areas, (a, b) => (a === b) === outer).coordinates.map(points);
/** Whole pixels of the drawn map, none twice in a row. */
const pixels = (line: readonly Position[]) =>
  withoutRepeats(
    line.map(([lng = 0, lat = 0]): [number, number] => {
      const { x, y } = project(mali.projection, { lng, lat });
      return [round(x), round(y)];
    }),
  );
const pathOf = (lines: readonly Position[][], end: "" | "Z") => compact(lines.map((line) => `M${pixels(line).map(String).join("L")}${end}`).join(""));

function shapeOf(pieces: Position[][][], drawn: Position[][][]): LimitShape {
  const widest = drawn.reduce((best, piece) => (areaOf(piece[0]!) > areaOf(best[0]!) ? piece : best));
  return { coordinates: pieces as LimitShape["coordinates"], path: pathOf(drawn.flat(), "Z"), places: labelPlaces(widest.map(pixels)) };
}

/** How many points some limits have. */
export const countPoints = (rings: readonly (readonly unknown[])[]): number => rings.reduce((sum, ring) => sum + ring.length, 0);

/**
 * Simplifies territories together: each line between neighbours is one line, simplified once, so that no gap opens and nothing overlaps.
 * @returns by code of the file, what the maps draw; the lines of all; and the codes of those that share no line with another one, which
 *   may be islands, or drawn apart from their neighbours
 */
export function simplifyTerritories(
  territories: readonly Territory[],
  level: LimitLevel,
): { shapes: Map<string, LimitShape>; lines: LimitLines; alone: string[] } {
  const exact = (pieces: Position[][][]) => pieces.map((rings) => rings.map((ring) => ring.map((point) => point.map((value) => round(value, 6)))));
  const collection: FeatureCollection<MultiPolygon> = {
    type: "FeatureCollection",
    features: territories.map(({ pieces }) => ({ type: "Feature", properties: null, geometry: { type: "MultiPolygon", coordinates: exact(pieces) } })),
  };
  const areas = topology({ areas: collection }) as Areas;
  const files = simplified(areas, FOR_FILES[level], LOSS.files);
  const picture = simplified(areas, FOR_PICTURE, LOSS.picture);
  const shared = new Set<unknown>();
  mesh(areas, areas.objects.areas, (a, b) => {
    if (a !== b) shared.add(a).add(b);
    return false;
  });
  return {
    shapes: new Map(territories.map(({ code }, index) => [code, shapeOf(files.pieces[index]!, picture.pieces[index]!)])),
    lines: { outline: linesOf(files, true), inner: linesOf(files, false), path: pathOf(linesOf(picture, true), "") },
    alone: territories.length < 2 ? [] : territories.flatMap(({ code }, index) => (shared.has(areas.objects.areas.geometries[index]) ? [] : [code])),
  };
}
