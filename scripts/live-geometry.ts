/**
 * Makes src/features/map/interactive/shapes.json, what the interactive map draws: run it again when its sources change
 * (node --import tsx scripts/live-geometry.ts). The same input gives the same bytes. All lines of Mali come from one
 * topology, simplified once, so that no two of them leave a sliver. Licences: scripts/geometry/README.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { geoArea, geoBounds, geoCentroid, geoContains } from "d3-geo";
import type { MultiLineString, MultiPolygon, Polygon as Piece } from "geojson";
import { feature, merge, mesh } from "topojson-client";
import type { GeometryCollection, Polygon, Topology } from "topojson-specification";
import { middle, rewind } from "./geometry/globe";
import { round, type Shape } from "./geometry/paths";
import { COUNTRY_CODES, worldTopology } from "./geometry/shapes";
import { simplify } from "./geometry/simplify";

type Area = ReturnType<typeof worldTopology>["objects"]["countries"]["geometries"][number];
type Layer<Properties> = { type: "GeometryCollection"; geometries: (Polygon & { properties: Properties })[] };
type Cercle = { name_fr: string; unit: string };
type Limits = Topology<{ cercles: Layer<Cercle>; units: Layer<{ unit: string; unit_iso: string }> }>;
type Town = { name: string; lat: number; lng: number; admin1Name: string };

const here = new URL("geometry/", import.meta.url);
const read = <T>(name: string) => JSON.parse(readFileSync(new URL(name, here), "utf8")) as T;

const HOME = "466";
/** The country around the regions of which the limits of 2017 say nothing: one shape stands for both. */
const JOINED: Record<string, string> = { "Tombouctou (avec Taoudénit)": "ML-6" };
/** South-west and north-east of what the map can be moved to; what lies outside is left out. */
const FRAME = { west: -26, south: -36, east: 52, north: 60 };
/** Where the names of the neighbours stand: near the country that the map is about, not in their own middle. */
const NEAR: Record<string, [longitude: number, latitude: number]> = {
  MR: [-9.9, 18.6],
  DZ: [1.6, 23.4],
  NE: [4.1, 14.2],
  BF: [-1.5, 12.4],
  CI: [-5.6, 7.9],
  GN: [-10.6, 10.9],
  SN: [-13.7, 14.4],
};

const limits = simplify(read<Limits>("mali-boundaries-2017.topojson"), 0.0008);
const { cercles, units } = limits.objects;
const world = simplify(worldTopology(), 0.03);

const rounded = <T extends Shape | MultiLineString>(shape: T, digits: number): T["coordinates"] =>
  JSON.parse(JSON.stringify(shape.coordinates), (_key, value: unknown) => (typeof value === "number" ? round(value, digits) : value));
const at = ([longitude, latitude]: [number, number]) => [round(longitude, 2), round(latitude, 2)];
const shapeOf = (topology: Topology, area: Polygon | Area) => rewind((feature(topology, area) as { geometry: Shape }).geometry);
const polygonsOf = (shape: Shape) => (shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates);
const unitOf = (cercle: object) => (cercle as { properties: Cercle }).properties.unit;
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

/** A piece of land within the frame; the parts of a country beyond the sea are no part of this map. */
function isNear(coordinates: Piece["coordinates"]): boolean {
  const [[west, south], [east, north]] = geoBounds({ type: "Polygon", coordinates });
  return west > FRAME.west - 1 && east < FRAME.east && south > FRAME.south && north < FRAME.north + 10 && west < east;
}

const areas = world.objects.countries.geometries;
const near = areas.filter((area) => polygonsOf(shapeOf(world, area)).some(isNear));
const nearCountries: GeometryCollection = { type: "GeometryCollection", geometries: near };
const land = merge(world, near) as MultiPolygon;
const speck = 0.00008;
const unitAreas = units.geometries.map((unit) => ({ code: JOINED[unit.properties.unit] ?? unit.properties.unit_iso, unit, shape: shapeOf(limits, unit) }));

/** Towns of GeoNames where the limits say they are; the file names four that lie elsewhere than it says. */
function towns() {
  const seats = new Set(cercles.geometries.map(({ properties }) => properties.name_fr));
  return read<Town[]>("geonames-mali-towns.json")
    .flatMap(({ name, lat, lng, admin1Name }) => {
      const unit = unitAreas.find(({ shape }) => geoContains(shape, [lng, lat]))?.unit.properties.unit;
      if (!unit?.includes(admin1Name)) {
        console.log(`Left out: ${name}, said to be in ${admin1Name}, lies in ${unit ?? "none"}`);
        return [];
      }
      return [{ name, at: [round(lng, 3), round(lat, 3)], seat: seats.has(name) }];
    })
    .sort(byName);
}

const shapes = {
  frame: FRAME,
  land: rounded({ ...land, coordinates: land.coordinates.filter((piece) => isNearLand(piece)) }, 2),
  borders: rounded(
    mesh(world, nearCountries, (a, b) => a !== b && (a as Area).id !== HOME && (b as Area).id !== HOME),
    2,
  ),
  outline: rounded(
    mesh(limits, units, (a, b) => a === b),
    3,
  ),
  regions: unitAreas.map(({ code, shape }) => ({ code, type: shape.type, coordinates: rounded(shape, 3) })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  limits: rounded(
    mesh(limits, cercles, (a, b) => a !== b && unitOf(a) === unitOf(b)),
    3,
  ),
  cercles: cercles.geometries.map((cercle) => ({ name: cercle.properties.name_fr, at: at(geoCentroid(shapeOf(limits, cercle))) })).sort(byName),
  countries: near
    .flatMap((area) => {
      const code = COUNTRY_CODES[area.id ?? ""];
      return code ? [{ code, at: at(middle(shapeOf(world, area))), near: NEAR[code] }] : [];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1)),
  towns: towns(),
};

/** Continents, and islands that can be seen. */
function isNearLand(coordinates: Piece["coordinates"]): boolean {
  const [longitude, latitude] = geoCentroid({ type: "Polygon", coordinates });
  const inside = longitude > FRAME.west && longitude < FRAME.east + 40 && latitude > FRAME.south && latitude < FRAME.north + 5;
  return inside && geoArea({ type: "Polygon", coordinates }) > speck;
}

writeFileSync(new URL("../src/features/map/interactive/shapes.json", import.meta.url), `${JSON.stringify(shapes)}\n`);
