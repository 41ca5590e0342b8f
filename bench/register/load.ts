// Loads a made-up register beside the cartography.
import pg from "pg";
import { openCopies } from "./copy";
import { makeOrganisation, TABLES } from "./organisation";
import { byRank, chanceOf, type Chance } from "./random";
import { makeTerritory } from "./territory";

const SEED = 2017;

/** As many networks as a register of that size may have; each stands in the facet of all answers. */
const networkCount = (size: number) => Math.max(3, Math.round(Math.sqrt(size) / 1.5));

async function prepare(client: pg.Client, chance: Chance) {
  const territory = await makeTerritory(client, chance);
  const { rows } = await client.query<{ id: number }>(
    `WITH source AS (INSERT INTO "Source" ("slug", "title", "kind", "position")
       VALUES ('registre-d-essai', 'Registre d''essai, données inventées', 'register', 99) RETURNING "id"),
     note AS (INSERT INTO "Text" ("sourceId", "field", "language", "text") SELECT "id", 'note', 'fr', 'Aucune de ces organisations n''existe.' FROM source)
     SELECT "id" FROM source`,
  );
  const present = await client.query<{ count: number; last: number }>('SELECT count(*)::int AS count, coalesce(max("id"), 0)::int AS last FROM "Organisation"');
  return { ...territory, sourceId: rows[0]!.id, ...present.rows[0]! };
}

/**
 * Adds made-up organisations until there are `size`. The same size gives the same register. Returns the rows added,
 * by table. The database at `url` is migrated and holds the cartography and nothing else.
 */
export async function loadRegister(url: string, size: number, onProgress: (done: number) => void = () => {}): Promise<Record<string, number>> {
  const chance = chanceOf(SEED);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const prepared = await prepare(client, chance);
  const first = prepared.last + 1;
  const networks = Array.from({ length: networkCount(size) }, (_, index) => first + index);
  const partners = Array.from({ length: networkCount(size) * 2 }, (_, index) => first + index);
  const register = { ...prepared, networks, drawNetwork: byRank(networks), drawPartner: byRank(partners) };

  const copies = await openCopies(url, TABLES);
  try {
    const last = prepared.last + size - prepared.count;
    for (let id = first; id <= last; id++) {
      makeOrganisation(chance, id, register, copies.row);
      if (id % 500 === 0) await copies.flow();
      if ((id - first) % 10_000 === 0) onProgress(id - first);
    }
    const rows = await copies.finish();
    await client.query(`SELECT setval(pg_get_serial_sequence('"Organisation"', 'id'), ${last})`);
    await client.query("ANALYZE");
    onProgress(size);
    return rows;
  } finally {
    await copies.abandon();
    await client.end();
  }
}
