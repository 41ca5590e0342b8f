// The zones of a made-up register: those of the cartography, and made-up ones so that the tree is as
// wide as that of a country. Nobody lives in a made-up one.
import type { ZoneRecord } from "@/data/sources/adapter";
import { slugify } from "@/domain/fold";
import type { ZoneLevel } from "@/domain/vocabularies";
import { byRank, chooser, weighted, type Chance } from "./random";
import { PROPER_NAMES, properName } from "./words";

export type Zone = { code: string; level: string; path: string };

/** As many as Mali has: about fifty cercles and seven hundred communes. Neighbours get a few. */
const CERCLES = 50;
const COMMUNES = 700;
const NEIGHBOURS = ["SN", "MR", "CI", "BF", "NE", "GN"];
const REGIONS_OF_NEIGHBOUR = 5;
const COMMUNES_OF_NEIGHBOUR = 15;

/** Names nobody drew yet: the last proper names are for places. */
let namesTaken = 0;
const nextName = () => properName(PROPER_NAMES - 1 - namesTaken++);

function makeZone(parent: Zone, level: ZoneLevel): ZoneRecord {
  const name = nextName();
  const code = `${parent.path.split("/", 1).join()}-E${namesTaken}`;
  const slug = `${slugify(name)}-essai-${namesTaken}`;
  return { code, slug, name, level, parent: parent.code, lat: null, lng: null, coordinatesSource: null, note: { fr: null, en: null }, otherNames: [] };
}

/**
 * Makes up zones beside the present ones and returns them and how an organisation's zones are drawn, by code: as in the documents a
 * few regions have most of them, and most organisations have one or two.
 * @param present those of the cartography
 */
export function makeTerritory(present: readonly Zone[], chance: Chance): { made: ZoneRecord[]; drawZones: (drawing: Chance) => Set<string> } {
  namesTaken = 0;
  const zones = [...present];
  const made: ZoneRecord[] = [];
  const inMali = (level: string) => zones.filter((zone) => zone.level === level && zone.path.startsWith("ML/"));
  const add = (parents: readonly Zone[], at: number, level: ZoneLevel) => {
    const parent = parents[at % parents.length]!;
    const zone = makeZone(parent, level);
    made.push(zone);
    zones.push({ code: zone.code, level, path: `${parent.path}${zone.code}/` });
  };

  const regions = inMali("region").filter(({ code }) => code !== "ML-BKO");
  while (inMali("cercle").length < CERCLES) add(regions, inMali("cercle").length, "cercle");
  const cercles = inMali("cercle");
  while (inMali("commune").length < COMMUNES) add(cercles, inMali("commune").length, "commune");
  for (const code of NEIGHBOURS) {
    const country = zones.filter((zone) => zone.code === code);
    for (let region = 0; region < REGIONS_OF_NEIGHBOUR; region++) add(country, region, "region");
    const within = zones.filter(({ path, level }) => level === "region" && path.startsWith(`${code}/`));
    for (let commune = 0; commune < COMMUNES_OF_NEIGHBOUR; commune++) add(within, commune, "commune");
  }
  return { made, drawZones: drawer(zones, inMali, chance) };
}

function drawer(zones: readonly Zone[], inMali: (level: string) => Zone[], chance: Chance): (drawing: Chance) => Set<string> {
  const ranked = (list: readonly Zone[], exponent: number) => {
    // Which zone comes first is chance, but for Kayes and Bamako, as in the documents.
    const shuffled = list.map((zone) => ({ zone, at: /^ML-(1|BKO)$/.test(zone.code) ? -1 : chance.next() })).sort((a, b) => a.at - b.at);
    return byRank(
      shuffled.map(({ zone }) => zone),
      exponent,
    );
  };
  const abroad = (at: ZoneLevel) => zones.filter(({ level, path }) => level === at && !path.startsWith("ML/"));
  const mali = zones.filter(({ code }) => code === "ML");
  const kind = chooser<(drawing: Chance) => Zone>([
    [ranked(inMali("commune"), 0.8), 46],
    [ranked(inMali("cercle"), 0.9), 18],
    [ranked(inMali("region"), 1), 22],
    [ranked(abroad("commune"), 0.8), 4],
    [ranked(abroad("country"), 1), 6],
    [() => mali[0]!, 4],
  ]);
  const count = weighted({ 0: 12, 1: 58, 2: 19, 3: 7, 4: 3, 7: 1 });
  return (drawing) => {
    const drawn = new Set<string>();
    for (let left = Number(count(drawing)); left > 0; left--) drawn.add(kind(drawing)(drawing).code);
    return drawn;
  };
}
