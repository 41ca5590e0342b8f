/**
 * Makes the committed geometry files from two packages: run it again when they or the zones change
 * (node --import tsx scripts/geometry.ts). The same input gives the same bytes.
 *
 * - src/components/territory-map/{mali,world}.json: SVG paths, already projected (Mercator, as Leaflet),
 *   small enough to stand in a page; with the projection's numbers, so that a server places a point
 *   without a map library.
 * - public/geo/{regions,countries}.json: GeoJSON for the interactive map, fetched only on request.
 */
import { writeFileSync } from "node:fs";
import { geoBounds, geoCentroid, geoMercator, geoPath } from "d3-geo";
import { feature, merge, mesh } from "topojson-client";
import type { Feature } from "geojson";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { compact, middle, rewind, round, withoutSpecks, type Shape } from "./geometry/paths";
import { COUNTRY_CODES, REGION_CODES, maliTopology, worldTopology, type Area, type Mali, type World } from "./geometry/shapes";
import { simplify } from "./geometry/simplify";

const root = new URL("..", import.meta.url);
const write = (path: string, value: unknown) => writeFileSync(new URL(path, root), `${JSON.stringify(value)}\n`);

/** Mercator that puts the given corners (degrees) into a picture of this width. */
function fitted([west, south, east, north]: [number, number, number, number], width: number) {
  const probe = geoMercator().scale(1).translate([0, 0]);
  const [x0, y0] = probe([west, north])!;
  const [x1, y1] = probe([east, south])!;
  const scale = width / (x1 - x0);
  const height = Math.round((y1 - y0) * scale);
  const translate: [number, number] = [-x0 * scale, -y0 * scale];
  const projection = geoMercator()
    .scale(scale)
    .translate(translate)
    .clipExtent([
      [-5, -5],
      [width + 5, height + 5],
    ]);
  return {
    width,
    height,
    projection,
    numbers: { scale: round(scale, 3), x: round(translate[0], 2), y: round(translate[1], 2) },
  };
}

/** Where a number stands inside a shape when its centre is taken by another mark, in degrees. */
const LABEL_PLACES: Record<string, [longitude: number, latitude: number]> = {
  "ML-1": [-9.85, 14.3],
  "ML-2": [-7.75, 14.4],
  "ML-4": [-6.15, 13.55],
  "ML-5": [-2.9, 15.15],
  "ML-7": [-0.4, 17.2],
};

const rounded = (shape: Shape, digits: number): unknown =>
  JSON.parse(JSON.stringify(shape), (_key, value: unknown) => (typeof value === "number" ? round(value, digits) : value));

const world = worldTopology();
const mali = maliTopology();
type Coded = { code: string; shape: Shape };
const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);

const shapeOf = (topology: Topology, area: Area) => rewind((feature(topology, area) as Feature<Shape>).geometry);
const countryCode = ({ id = "" }: Area) => COUNTRY_CODES[id];

/** Regions of a topology of Mali as { code, shape }, in the order of their codes. */
const regionsOf = (topology: Mali): Coded[] =>
  topology.objects.mli.geometries.map((area) => ({ code: REGION_CODES[area.properties.name]!, shape: shapeOf(topology, area) })).sort(byCode);

function maliPicture() {
  const { width, height, projection, numbers } = fitted([-14, 9.6, 5, 25.4], 640);
  const draw = geoPath(projection);
  const regions = simplify(mali, 0.004);
  const around = simplify(world, 0.01);
  const countries = around.objects.countries;
  const isMali = ({ id }: GeometryObject) => id === "466";
  const outside: GeometryCollection = { type: "GeometryCollection", geometries: countries.geometries };
  return {
    width,
    height,
    projection: numbers,
    // Mali's own border is drawn by its regions: twice would show as a double line.
    borders: compact(draw(mesh(around, outside, (a, b) => a !== b && !isMali(a) && !isMali(b)))),
    regions: regionsOf(regions).map(({ code, shape }) => {
      const [x, y] = projection(LABEL_PLACES[code] ?? geoCentroid(shape))!;
      return { code, path: compact(draw(shape)), x: round(x), y: round(y) };
    }),
  };
}

const within = (lowest: number, value: number, highest: number) => Math.min(Math.max(value, lowest), highest);

function worldPicture() {
  const { width, height, projection, numbers } = fitted([-19, -6, 26, 56], 420);
  const draw = geoPath(projection);
  const topology = simplify(world, 0.25);
  const areas = topology.objects.countries.geometries;
  const rest = areas.filter((area) => !countryCode(area));
  return {
    width,
    height,
    projection: numbers,
    land: withoutSpecks(compact(draw(rewind(merge(topology, rest))))),
    countries: codedCountries(topology)
      .map(({ code, shape }) => {
        // A country whose middle lies outside the frame carries its number at the edge.
        const [x, y] = projection(middle(shape))!;
        return { code, path: withoutSpecks(compact(draw(shape))), x: round(within(8, x, width - 8)), y: round(within(8, y, height - 8)) };
      })
      .filter(({ path }) => path !== ""),
  };
}

/** The countries that the map draws one by one, in the order of their codes. */
const codedCountries = (topology: World): Coded[] =>
  topology.objects.countries.geometries
    .flatMap((area) => {
      const code = countryCode(area);
      return code ? [{ code, shape: shapeOf(topology, area) }] : [];
    })
    .sort(byCode);

/** Countries that touch the frame of the interactive map; far islands of a country stay with it. */
const nearCountries = (topology: World) => codedCountries(topology).filter(({ shape }) => geoBounds(shape)[0][0] > -70);

/** GeoJSON in which each shape says its zone and where its number stands, longitude first. */
const collection = (shapes: readonly Coded[], digits: number) => ({
  type: "FeatureCollection",
  features: shapes.map(({ code, shape }) => ({
    type: "Feature",
    properties: { code, at: (LABEL_PLACES[code] ?? middle(shape)).map((degrees) => round(degrees, 2)) },
    geometry: rounded(shape, digits),
  })),
});

write("src/components/territory-map/mali.json", maliPicture());
write("src/components/territory-map/world.json", worldPicture());
write("public/geo/regions.json", collection(regionsOf(simplify(mali, 0.0008)), 3));
write("public/geo/countries.json", collection(nearCountries(simplify(world, 0.02)), 2));
