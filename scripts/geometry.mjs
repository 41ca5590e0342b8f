/**
 * Makes the committed geometry files from two packages: run it again when they or the zones change
 * (node scripts/geometry.mjs). The same input gives the same bytes.
 *
 * - src/components/territory-map/{mali,world}.json: SVG paths, already projected (Mercator, as Leaflet),
 *   small enough to stand in a page; with the projection's numbers, so that a server places a point
 *   without a map library.
 * - public/geo/{regions,countries}.json: GeoJSON for the interactive map, fetched only on request.
 */
import { writeFileSync } from "node:fs";
import { geoBounds, geoCentroid, geoMercator, geoPath } from "d3-geo";
import { feature, merge, mesh } from "topojson-client";
import { compact, middle, rewind, round, withoutSpecks } from "./geometry/paths.mjs";
import { COUNTRY_CODES, REGION_CODES, maliTopology, worldTopology } from "./geometry/shapes.mjs";
import { simplify } from "./geometry/simplify.mjs";

const root = new URL("..", import.meta.url);
const write = (path, value) => writeFileSync(new URL(path, root), `${JSON.stringify(value)}\n`);

/** Mercator that puts the given corners (degrees) into a picture of this width. */
function fitted([west, south, east, north], width) {
  const probe = geoMercator().scale(1).translate([0, 0]);
  const [x0, y0] = probe([west, north]);
  const [x1, y1] = probe([east, south]);
  const scale = width / (x1 - x0);
  const height = Math.round((y1 - y0) * scale);
  const translate = [-x0 * scale, -y0 * scale];
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
const LABEL_PLACES = {
  "ML-1": [-9.85, 14.3],
  "ML-2": [-7.75, 14.4],
  "ML-4": [-6.15, 13.55],
  "ML-5": [-2.9, 15.15],
  "ML-7": [-0.4, 17.2],
};

const rounded = (shape, digits) => JSON.parse(JSON.stringify(shape), (key, value) => (typeof value === "number" ? round(value, digits) : value));

const world = worldTopology();
const mali = maliTopology();
const byCode = (a, b) => (a.code < b.code ? -1 : 1);

/** Regions of a topology of Mali as { code, shape }, in the order of their codes. */
const regionsOf = (topology) =>
  topology.objects.mli.geometries
    .map((geometry) => ({
      code: REGION_CODES[geometry.properties.name],
      shape: rewind(feature(topology, geometry).geometry),
    }))
    .sort(byCode);

function maliPicture() {
  const { width, height, projection, numbers } = fitted([-14, 9.6, 5, 25.4], 640);
  const draw = geoPath(projection);
  const regions = simplify(mali, 0.004);
  const around = simplify(world, 0.01);
  const countries = around.objects.countries;
  const isMali = (geometry) => geometry.id === "466";
  const outside = { type: "GeometryCollection", geometries: countries.geometries };
  return {
    width,
    height,
    projection: numbers,
    // Mali's own border is drawn by its regions: twice would show as a double line.
    borders: compact(draw(mesh(around, outside, (a, b) => a !== b && !isMali(a) && !isMali(b)))),
    regions: regionsOf(regions).map(({ code, shape }) => {
      const [x, y] = projection(LABEL_PLACES[code] ?? geoCentroid(shape));
      return { code, path: compact(draw(shape)), x: round(x), y: round(y) };
    }),
  };
}

const within = (lowest, value, highest) => Math.min(Math.max(value, lowest), highest);

function worldPicture() {
  const { width, height, projection, numbers } = fitted([-19, -6, 26, 56], 420);
  const draw = geoPath(projection);
  const topology = simplify(world, 0.25);
  const drawn = topology.objects.countries.geometries.filter((geometry) => COUNTRY_CODES[geometry.id]);
  const rest = topology.objects.countries.geometries.filter((geometry) => !COUNTRY_CODES[geometry.id]);
  return {
    width,
    height,
    projection: numbers,
    land: withoutSpecks(compact(draw(rewind(merge(topology, rest))))),
    countries: drawn
      .map((geometry) => {
        const shape = rewind(feature(topology, geometry).geometry);
        // A country whose middle lies outside the frame carries its number at the edge.
        const [x, y] = projection(middle(shape)).map((pixel, axis) => within(8, pixel, [width, height][axis] - 8));
        return {
          code: COUNTRY_CODES[geometry.id],
          path: withoutSpecks(compact(draw(shape))),
          x: round(x),
          y: round(y),
        };
      })
      .filter(({ path }) => path !== "")
      .sort(byCode),
  };
}

/** Countries that touch the frame of the interactive map; far islands of a country stay with it. */
function nearCountries(topology) {
  return topology.objects.countries.geometries
    .filter((geometry) => COUNTRY_CODES[geometry.id])
    .map((geometry) => ({ code: COUNTRY_CODES[geometry.id], shape: rewind(feature(topology, geometry).geometry) }))
    .filter(({ shape }) => geoBounds(shape)[0][0] > -70)
    .sort(byCode);
}

/** GeoJSON in which each shape says its zone and where its number stands, longitude first. */
const collection = (shapes, digits) => ({
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
