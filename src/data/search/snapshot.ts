import "server-only";
import pg from "pg";
import { env } from "@/env";

/** A state of the directory: the number of its last change, and that change's id (null before the first). */
export type Moment = { revision: bigint; change: string | null };

/**
 * Runs queries that belong to one moment in one read-only transaction: on the primary, else on a replica; or, with
 * `replicasFirst`, on a replica that has reached the revision `atLeast`, else on the primary. The second is for long
 * readings, since a replica that does not answer costs seconds.
 */
export async function inSnapshot<T>(
  work: (client: pg.Client, moment: Moment) => Promise<T>,
  { replicasFirst = false, atLeast = 0n }: { replicasFirst?: boolean; atLeast?: bigint } = {},
): Promise<T> {
  const { DATABASE_URL, DATABASE_REPLICA_URLS } = env();
  let fault: unknown;
  for (const connectionString of replicasFirst ? [...DATABASE_REPLICA_URLS, DATABASE_URL] : [DATABASE_URL, ...DATABASE_REPLICA_URLS]) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      // Sorting a million rows may take longer than a reader's query may; a pooler would end it.
      await client.query("SET LOCAL statement_timeout = 0");
      const { rows } = await client.query<{ revision: string; change: string | null }>(
        'SELECT "revision", c."id" AS change FROM directory_revision LEFT JOIN directory_change c USING ("revision")',
      );
      const moment = { revision: BigInt(rows[0]?.revision ?? 0), change: rows[0]?.change ?? null };
      if (replicasFirst && connectionString !== DATABASE_URL && moment.revision < atLeast) continue;
      const result = await work(client, moment);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      fault = error;
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw fault;
}
