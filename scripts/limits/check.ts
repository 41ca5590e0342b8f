import type { Position } from "geojson";
import mali from "@/components/territory-map/mali.json" with { type: "json" };
import { project } from "@/components/territory-map/projection";
import { inside } from "../geometry/label-places";
import { crossingOf } from "./crossing";
import { refuse } from "./problem";
import { placeOf, type Territory } from "./read-file";

/** Signed area of a closed ring in square degrees, positive when it runs counter-clockwise. */
export const areaOf = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
    const [beforeX = 0, beforeY = 0] = ring[index]!;
    return sum + (beforeX * y - x * beforeY) / 2;
  }, 0);

const said = ([lng = 0, lat = 0]: Position) => `${lng}, ${lat}`;
const isSame = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1];
/** A line in which no point stands twice in a row. */
export const withoutRepeats = <Point extends Position>(line: readonly Point[]): Point[] =>
  line.filter((point, index) => index === 0 || !isSame(point, line[index - 1]));

/** What is wrong with where a point lies; null when it is on the map. */
function misplaced(point: Position): string | null {
  const [lng = 0, lat = 0] = point;
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90)
    return `the point ${said(point)} is not in degrees: the file is projected. Convert it to WGS 84 (EPSG:4326), for example with ogr2ogr -t_srs EPSG:4326`;
  const { x, y } = project(mali.projection, { lat, lng });
  if (x >= 0 && x <= mali.width && y >= 0 && y <= mali.height) return null;
  return `the point ${said(point)} lies outside of the map of the home country: another country's file, or latitude before longitude`;
}

/** What is wrong with a ring; null when nothing is. */
function faultOf(ring: readonly Position[]): string | null {
  if (!isSame(ring[0], ring.at(-1))) return `a ring that begins at ${said(ring[0] ?? [])} is not closed: its last point must be its first`;
  const points = withoutRepeats(ring);
  if (points.length < 4) return `a ring at ${said(ring[0]!)} has fewer than three different points`;
  const crossing = crossingOf(points);
  if (crossing) return `a ring crosses itself near ${said(crossing)}: mend it (QGIS: “Fix geometries”)`;
  return areaOf(points) === 0 ? `a ring at ${said(ring[0]!)} has no surface` : null;
}

function problemOf({ pieces }: Territory): string | null {
  for (const piece of pieces) {
    for (const ring of piece) {
      for (const point of ring) {
        const where = misplaced(point);
        if (where) return where;
      }
      const fault = faultOf(ring);
      if (fault) return fault;
    }
    const [outer = [], ...holes] = piece;
    const astray = holes.find((hole) => !hole.some((point) => inside(point, [outer])));
    if (astray) return `a hole at ${said(astray[0]!)} lies outside of the ring that holds it`;
  }
  return null;
}

/**
 * Checks that every limit is in WGS 84 degrees on the map of the home country, closed, and does not cross itself; a ring may touch itself in a point.
 * @throws LimitsRefused with the first fault of each territory
 */
export function checkTerritories(territories: readonly Territory[]): void {
  refuse(
    territories.flatMap((territory) => {
      const problem = problemOf(territory);
      return problem ? [`${placeOf(territory)}: ${problem}.`] : [];
    }),
  );
}

/** Whether a place lies in a territory. */
export const holdsPoint = ({ pieces }: Pick<Territory, "pieces">, { lat, lng }: { lat: number; lng: number }): boolean =>
  pieces.some((rings) => inside([lng, lat], rings));
