import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import json from "./shapes.json";
import { spotsInside, type Spot } from "./arrange";

type At = [longitude: number, latitude: number];

/** What scripts/live-geometry.ts writes; degrees, longitude first. */
type Shapes = {
  frame: { west: number; south: number; east: number; north: number };
  /** All land as one, limits between countries, and around the home country. */
  land: Position[][][];
  borders: Position[][];
  outline: Position[][];
  regions: ({ code: string } & (Polygon | MultiPolygon))[];
  /** Limits of cercles inside a region. */
  limits: Position[][];
  cercles: { name: string; at: At }[];
  /** `near`: where the name of a neighbour stands while one looks at the home country. */
  countries: { code: string; at: At; near?: At }[];
  /** `seat`: of a cercle. */
  towns: { name: string; at: At; seat: boolean }[];
};
export const shapes = json as unknown as Shapes;

const drawn = <G extends Polygon | MultiPolygon | LineString | MultiLineString>(geometry: G): Feature<G> => ({ type: "Feature", properties: null, geometry });
export const polygons = (coordinates: Position[][][]) => drawn({ type: "MultiPolygon", coordinates });
export const lines = (coordinates: Position[][]) => drawn({ type: "MultiLineString", coordinates });
export const region = ({ type, coordinates }: Polygon | MultiPolygon) => drawn({ type, coordinates } as Polygon | MultiPolygon);

const toPosition = ([lng, lat]: readonly number[]) => ({ lat: lat!, lng: lng! });
export const position = toPosition as (at: At) => { lat: number; lng: number };

/** Where the name of each region may stand, best first; degrees, x is the longitude. */
export function regionSpots(regions: typeof shapes.regions): Map<string, Spot[]> {
  return new Map(
    regions.map(({ code, ...shape }) => {
      const pieces = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
      return [code, spotsInside(pieces.reduce((a, b) => (b[0]!.length > a[0]!.length ? b : a)))];
    }),
  );
}
