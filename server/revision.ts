import pg from "pg";
import { singleFlight } from "@/lib/single-flight";

/**
 * The state of the directory. `elsewhere`: the last revision that changed more than what its entries alone show; whoever moves the revision and
 * says nothing else has done that. `changedAt` is in milliseconds; it is `settled` once another change can no longer carry the same second,
 * and only then may it be sent to a reader as Last-Modified.
 */
export type Revision = { revision: string; elsewhere: string; changedAt: number; settled: boolean };

const QUERY = `
  SELECT "revision"::text AS "revision", (CASE WHEN "ownAt" = "revision" THEN "elsewhere" ELSE "revision" END)::text AS "elsewhere",
         extract(epoch FROM "changedAt")::float8 * 1000 AS "changedAt",
         clock_timestamp() - "changedAt" > interval '2 seconds' AS "settled"
  FROM "directory_revision"`;

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
