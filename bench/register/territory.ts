// The zones of a made-up register: those of the cartography, and made-up ones so that the tree is as
// wide as that of a country. Nobody lives in a made-up one.
import type { Client } from "pg";
import { fold, slugify } from "@/domain/fold";
import { byRank, chooser, type Chance } from "./random";
import { PROPER_NAMES, properName } from "./words";

export type Zone = { id: number; code: string; slug: string; level: string; path: string };

/** As many as Mali has: about fifty cercles and seven hundred communes. Neighbours get a few. */
const CERCLES = 50;
const COMMUNES = 700;
const NEIGHBOURS = ["SN", "MR", "CI", "BF", "NE", "GN"];
const REGIONS_OF_NEIGHBOUR = 5;
const COMMUNES_OF_NEIGHBOUR = 15;

/** Names nobody drew yet: the last proper names are for places. */
let namesTaken = 0;
const nextName = () => properName(PROPER_NAMES - 1 - namesTaken++);

async function addZone(client: Client, parent: Zone, level: string): Promise<Zone> {
  const name = nextName();
  const slug = `${slugify(name)}-essai-${namesTaken}`;
  const code = `${parent.path.split("/", 1).join()}-E${namesTaken}`;
  const path = `${parent.path}${code}/`;
  const { rows } = await client.query<{ id: number }>(
    'INSERT INTO "Zone" ("code", "slug", "name", "level", "parentId", "path") VALUES ($1, $2, $3, $4, $5, $6) RETURNING "id"',
    [code, slug, name, level, parent.id, path],
  );
  const { id } = rows[0]!;
  await client.query('INSERT INTO "ZoneName" ("zoneId", "name", "key") VALUES ($1, $2, $3)', [id, name, fold(name)]);
  return { id, code, slug, level, path };
}

/**
 * Adds the made-up zones and returns how an organisation's zones are drawn: as in the documents a
 * few regions have most of them, and most organisations have one or two. The database holds the cartography.
 */
export async function makeTerritory(client: Client, chance: Chance): Promise<{ zones: Zone[]; drawZones: (drawing: Chance) => Set<number> }> {
  namesTaken = 0;
  const zones = (await client.query<Zone>('SELECT "id", "code", "slug", "level"::text, "path" FROM "Zone" ORDER BY "id"')).rows;
  const inMali = (level: string) => zones.filter((zone) => zone.level === level && zone.path.startsWith("ML/"));
  const add = async (parents: readonly Zone[], at: number, level: string) => zones.push(await addZone(client, parents[at % parents.length]!, level));

  const regions = inMali("region").filter(({ code }) => code !== "ML-BKO");
  while (inMali("cercle").length < CERCLES) await add(regions, inMali("cercle").length, "cercle");
  const cercles = inMali("cercle");
  while (inMali("commune").length < COMMUNES) await add(cercles, inMali("commune").length, "commune");
  for (const code of NEIGHBOURS) {
    const country = zones.filter((zone) => zone.code === code);
    for (let region = 0; region < REGIONS_OF_NEIGHBOUR; region++) await add(country, region, "region");
    const made = zones.filter(({ path, level }) => level === "region" && path.startsWith(`${code}/`));
    for (let commune = 0; commune < COMMUNES_OF_NEIGHBOUR; commune++) await add(made, commune, "commune");
  }
  return { zones, drawZones: drawer(zones, inMali, chance) };
}

function drawer(zones: readonly Zone[], inMali: (level: string) => Zone[], chance: Chance): (drawing: Chance) => Set<number> {
  const ranked = (list: readonly Zone[], exponent: number) => {
    // Which zone comes first is chance, but for Kayes and Bamako, as in the documents.
    const shuffled = list.map((zone) => ({ zone, at: /^ML-(1|BKO)$/.test(zone.code) ? -1 : chance.next() })).sort((a, b) => a.at - b.at);
    return byRank(
      shuffled.map(({ zone }) => zone),
      exponent,
    );
  };
  const mali = zones.filter(({ code }) => code === "ML");
  const kind = chooser<(drawing: Chance) => Zone>([
    [ranked(inMali("commune"), 0.8), 46],
    [ranked(inMali("cercle"), 0.9), 18],
    [ranked(inMali("region"), 1), 22],
    [
      ranked(
        zones.filter(({ level, path }) => level === "commune" && !path.startsWith("ML/")),
        0.8,
      ),
      4,
    ],
    [
      ranked(
        zones.filter(({ level, code }) => level === "country" && code !== "ML"),
        1,
      ),
      6,
    ],
    [() => mali[0]!, 4],
  ]);
  const count = chooser([
    [0, 12],
    [1, 58],
    [2, 19],
    [3, 7],
    [4, 3],
    [7, 1],
  ]);
  return (drawing) => {
    const drawn = new Set<number>();
    for (let left = count(drawing); left > 0; left--) drawn.add(kind(drawing)(drawing).id);
    return drawn;
  };
}
