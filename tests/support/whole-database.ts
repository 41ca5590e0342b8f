import type pg from "pg";
import { withClient } from "../../scripts/runtime/connection";

/** Tables that say nothing after a restore, or something else: all others must be the same to the byte. */
const OF_THE_MOMENT = ["Session", "SignInLimit", "Backup", "directory_revision", "directory_change", "_prisma_migrations"];

type Digests = Record<string, string>;

/** A checksum of the rows of every table, generated columns and projections included, in an order of their own. */
export async function digests(client: pg.Client): Promise<Digests> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1) ORDER BY 1",
    [OF_THE_MOMENT],
  );
  const found: Digests = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ digest: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '') AS digest FROM "${name}" t`,
    );
    found[name] = rows[0]!.digest;
  }
  return found;
}

/** Constraints, indexes, sequences and triggers. */
export async function shape(client: pg.Client): Promise<unknown[]> {
  const { rows } = await client.query(`
    SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT sequencename || ' ' || coalesce(last_value, 0) FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'Backup_id_seq'
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`);
  return rows;
}

/** All rows and the shape of a database, to be compared with another. */
export const everything = (url: string) => withClient(url, async (client) => ({ rows: await digests(client), shape: await shape(client) }));
