// Where the rows were read: PostgreSQL's own counters.
import { setTimeout as pause } from "node:timers/promises";
import { withClient } from "../../scripts/runtime/connection";

/** What a profile page reads; the question for the revision touches none of them. */
const TABLES = ["Organisation", "organisation_search", "Statement"];

/** A process of PostgreSQL tells its counters at most once a second, when it has nothing else to do. */
const COUNTERS_LATE_MS = 1500;

async function rowsRead(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ read: number | null }>(
      "select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::float8 as read from pg_stat_user_tables where relname = any ($1)",
      [TABLES],
    );
    return rows[0]?.read ?? 0;
  });
}

/** Rows of the organisations' tables that each database read while `work` ran. */
export async function rowsReadDuring<T>(databases: readonly { name: string; url: string }[], work: () => Promise<T>) {
  const count = async () => {
    await pause(COUNTERS_LATE_MS);
    return Promise.all(databases.map(({ url }) => rowsRead(url)));
  };
  const before = await count();
  const result = await work();
  const after = await count();
  return { result, rows: databases.map(({ name }, index) => ({ name, read: (after[index] ?? 0) - (before[index] ?? 0) })) };
}
