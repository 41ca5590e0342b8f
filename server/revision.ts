import pg from "pg";
import { singleFlight } from "@/lib/single-flight";

/**
 * The state of the directory that readers are shown. `changedAt` is in milliseconds; it is `settled` once another change can no longer carry
 * the same second, and only then may it be sent to a reader as Last-Modified. `heldMs`: in so many milliseconds a later revision is
 * shown, which is committed already; 0 when there is none.
 */
export type Revision = { revision: string; changedAt: number; settled: boolean; heldMs: number };

/** Who moves the revision also decides from when it is shown: see the trigger `show_revision`. */
const QUERY = `
  SELECT r."revision"::text AS "revision",
         extract(epoch FROM r."changedAt")::float8 * 1000 AS "changedAt",
         clock_timestamp() - r."changedAt" > interval '2 seconds' AS "settled",
         CASE WHEN held THEN extract(epoch FROM "shownFrom" - present)::float8 * 1000 ELSE 0 END AS "heldMs"
  FROM (SELECT *, clock_timestamp() AS present FROM "directory_revision") d
  CROSS JOIN LATERAL (SELECT "shownFrom" > present AND "shownFrom" <= present + interval '1 second' AS held) h
  CROSS JOIN LATERAL (
    SELECT CASE WHEN held THEN "heldRevision" ELSE d."revision" END AS "revision", CASE WHEN held THEN "heldChangedAt" ELSE d."changedAt" END AS "changedAt"
  ) r`;

/** A database that does not answer this small query in that time counts as unavailable. */
const TIMEOUT_MS = 2000;

/**
 * Reads from the primary which revision the directory is at.
 * @param onConnectionLost told when an idle connection breaks; the next query opens another
 * @returns `read` shares one query among concurrent callers and rejects when the primary does not answer
 */
export function revisionReader(databaseUrl: string, onConnectionLost: (error: Error) => void): { read: () => Promise<Revision>; close: () => Promise<void> } {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    // Queries run one after the other.
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    keepAlive: true,
    application_name: "directory front",
  });
  pool.on("error", onConnectionLost);
  const read = singleFlight(async () => {
    const { rows } = await pool.query<Revision>(QUERY);
    if (!rows[0]) throw new Error("directory_revision has no row: the database is not migrated.");
    return rows[0];
  });
  return { read, close: () => pool.end() };
}
