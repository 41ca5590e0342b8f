import { geoArea, geoCentroid } from "d3-geo";
import type { Polygon } from "geojson";
import type { Shape } from "./paths";

const piecesOf = (shape: Shape) => (shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates);

/** The middle of the largest piece: islands and overseas parts of a country do not pull its label. */
export function middle(shape: Shape): [longitude: number, latitude: number] {
  const polygons = piecesOf(shape).map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
  return geoCentroid(polygons.sort((a, b) => geoArea(b) - geoArea(a))[0]!);
}

/** d3 wants exterior rings clockwise; one that covers half the globe is the other way round. */
export function rewind(shape: Shape): Shape {
  if (geoArea(shape) > 2 * Math.PI) {
    for (const polygon of piecesOf(shape)) for (const ring of polygon) ring.reverse();
  }
  return shape;
}
