import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import codes from "./country-codes.json" with { type: "json" };
import { fold, slugify } from "../../src/domain/fold";
import type { MultiPolygon, Polygon, Topology } from "topojson-specification";

/** A country: `id` is its ISO 3166-1 number. */
export type Country = (Polygon | MultiPolygon) & { id?: string };
/** A region or those that the file cannot tell apart: "ML-7", "ML-6, ML-10". */
type Unit = Polygon & { properties: { unit_iso: string } };
export type Cercle = Polygon & { properties: { name_fr: string; unit_iso: string; unit: string } };
type Areas<Area> = { type: "GeometryCollection"; geometries: Area[] };
export type World = Topology<{ countries: Areas<Country> }>;
export type Mali = Topology<{ units: Areas<Unit>; cercles: Areas<Cercle>; country: Areas<Polygon> }>;

const require = createRequire(import.meta.url);
const read = <T>(path: string | URL) => JSON.parse(readFileSync(path, "utf8")) as T;

/** Countries of Natural Earth at 1:50 million, ids are ISO 3166-1 numeric. Public domain. */
export const worldTopology = () => read<World>(require.resolve("world-atlas/countries-50m.json"));

/** Cercles of Mali in 2017, and what is merged from them: see README.md. */
export const maliTopology = () => read<Mali>(new URL("mali-boundaries-2017.topojson", import.meta.url));

/** What must be printed wherever these limits are drawn. */
export const ATTRIBUTION =
  "Limites administratives : geoBoundaries (Runfola et al., 2020), d’après DNCT, DNP et OCHA Mali, CC BY 4.0 ; simplifiées et regroupées.";

/** The first of the regions that share an outline carries it. */
export const unitCode = ({ properties }: { properties: { unit_iso: string } }): string => properties.unit_iso.split(", ")[0]!;

/** The code of a cercle in the directory: its region's and its own slug, which says "cercle" where the region has the same name. */
export function cercleCode(area: Cercle): string {
  const { name_fr: name, unit } = area.properties;
  const slug = slugify(name);
  return `${unitCode(area)}-${slug}${fold(unit).split(" ")[0] === slug ? "-cercle" : ""}`;
}

/** ISO 3166-1 alpha-2 by numeric code, for the countries that the map draws one by one. */
export const COUNTRY_CODES: Record<string, string> = codes;
