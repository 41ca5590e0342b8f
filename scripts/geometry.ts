/**
 * Makes the committed geometry files from the limits in scripts/geometry and a package: run it again when they change
 * (node --import tsx scripts/geometry.ts). The same input gives the same bytes.
 *
 * - src/components/territory-map/{mali,world}.json: SVG paths, already projected (Mercator, as Leaflet),
 *   small enough to stand in a page; with the projection's numbers, so that a server places a point
 *   without a map library.
 */
import { writeFileSync } from "node:fs";
import { geoMercator, geoPath } from "d3-geo";
import { feature, merge, mesh } from "topojson-client";
import type { Feature, Polygon } from "geojson";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { fitted } from "./geometry/fit";
import { middle, rewind } from "./geometry/globe";
import { labelPlaces } from "./geometry/label-places";
import { compact, round, withoutSpecks, type Shape } from "./geometry/paths";
import {
  ATTRIBUTION,
  cercleCode,
  COUNTRY_CODES,
  maliTopology,
  unitCode,
  worldTopology,
  type Cercle,
  type Country,
  type Mali,
  type World,
} from "./geometry/shapes";
import { simplify } from "./geometry/simplify";

const root = new URL("..", import.meta.url);
const write = (path: string, value: unknown) => writeFileSync(new URL(path, root), `${JSON.stringify(value)}\n`);

/** Mercator that puts the given corners (degrees) into a picture of this width. */
function fittedFrame([west, south, east, north]: [number, number, number, number], width: number) {
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

const world = worldTopology();
const mali = maliTopology();
type Coded = { code: string; shape: Shape };
const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);

const shapeOf = (topology: Topology, area: GeometryObject) => rewind((feature(topology, area) as Feature<Shape>).geometry);
const countryCode = ({ id = "" }: Country) => COUNTRY_CODES[id];

const HOME = "466";
/** Mali's outline, closed. */
const outlineOf = (topology: Mali) => (feature(topology, topology.objects.country.geometries[0]!) as Feature<Polygon>).geometry.coordinates[0]!;

/** Regions as { code, shape }, in the order of their codes. */
const regionsOf = (topology: Mali): Coded[] =>
  topology.objects.units.geometries.map((area) => ({ code: unitCode(area), shape: shapeOf(topology, area) })).sort(byCode);
const cerclesOf = (topology: Mali): Coded[] =>
  topology.objects.cercles.geometries.map((area) => ({ code: cercleCode(area), shape: shapeOf(topology, area) })).sort(byCode);

function maliPicture() {
  const { width, height, projection, numbers } = fittedFrame([-14.5, 9.05, 4.75, 25.15], 640);
  const draw = geoPath(projection);
  const ofRegions = new Set(mali.objects.units.geometries.flatMap(({ arcs }) => arcs.flat().map((arc) => (arc < 0 ? ~arc : arc))));
  // Every visitor of the map pays for its lines; those of cercles only lie under the others.
  const topology = simplify(mali, (arc) => (ofRegions.has(arc) ? 0.004 : 0.03));
  const { cercles } = topology.objects;
  const around = fitted(simplify(world, 0.03), HOME, outlineOf(topology));
  const isHome = ({ id }: GeometryObject) => id === HOME;
  const inPixels = ({ coordinates }: Polygon) => coordinates.map((ring) => ring.map((point) => projection(point as [number, number])!));
  return {
    attribution: ATTRIBUTION,
    width,
    height,
    projection: numbers,
    /** Between neighbours; Mali's own is its outline. */
    borders: compact(draw(mesh(around, around.objects.countries as GeometryCollection, (a, b) => a !== b && !isHome(a) && !isHome(b)))),
    outline: compact(draw({ type: "LineString", coordinates: outlineOf(topology) })),
    /** Between the cercles of one region. */
    inner: compact(draw(mesh(topology, cercles, (a, b) => a !== b && (a as Cercle).properties.unit_iso === (b as Cercle).properties.unit_iso))),
    regions: regionsOf(topology).map(({ code, shape }) => ({ code, path: compact(draw(shape)), places: labelPlaces(inPixels(shape as Polygon)) })),
    cercles: cerclesOf(topology).map(({ code, shape }) => ({ code, path: compact(draw(shape)) })),
  };
}

const within = (lowest: number, value: number, highest: number) => Math.min(Math.max(value, lowest), highest);

function worldPicture() {
  const { width, height, projection, numbers } = fittedFrame([-19, -6, 26, 56], 420);
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

write("src/components/territory-map/mali.json", maliPicture());
write("src/components/territory-map/world.json", worldPicture());
