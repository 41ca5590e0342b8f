import pg from "pg";
import { singleFlight } from "@/lib/single-flight";

/** A revision, the entries that it changed (null for everything), and by what they are found only since, or no longer: facets when lists moved, else stems. */
export type Change = { revision: string; ids: number[] | null; foundBy: string[] };

/**
 * The state of the directory. `elsewhere`: the last revision that changed more than what its entries alone show; whoever moves the revision and
 * says nothing else has done that. `listed`: the last that changed which entries lists hold, or their order. `changes`: each since it was read before; null
 * when they are not known, as the first time, or when the database was replaced by another copy. `changedAt` is in milliseconds; it is `settled` once another change can no longer carry the same second,
 * and only then may it be sent to a reader as Last-Modified.
 */
export type Revision = { revision: string; elsewhere: string; listed: string; changes: Change[] | null; changedAt: number; settled: boolean };

/** A change of more entries than that is read as one of everything. */
const MOST_CHANGED = 100;

type Row = Omit<Revision, "changes"> & { since: (Change & { id: string })[] };

const QUERY = `
  SELECT "revision"::text AS "revision", (CASE WHEN "ownAt" = "revision" THEN "elsewhere" ELSE "revision" END)::text AS "elsewhere",
         (CASE WHEN "ownAt" = "revision" THEN "listed" ELSE "revision" END)::text AS "listed",
         (SELECT coalesce(json_agg(json_build_object('revision', c."revision"::text, 'id', c."id", 'foundBy', c."foundBy",
            'ids', CASE WHEN cardinality(c."organisationIds") <= ${MOST_CHANGED} THEN c."organisationIds" END) ORDER BY c."revision"), '[]')
          FROM directory_change c WHERE c."revision" >= coalesce($1::bigint, directory_revision."revision")) AS "since",
         extract(epoch FROM "changedAt")::float8 * 1000 AS "changedAt",
         clock_timestamp() - "changedAt" > interval '2 seconds' AS "settled"
  FROM "directory_revision"`;

/** A database that does not answer this small query in that time counts as unavailable. */
const TIMEOUT_MS = 2000;

/** What changed after the `last` revision up to the `present` one; null when the database no longer knows, or when it is another one than then. */
function changesAfter(last: { revision: string; id: string | null }, present: string, since: Row["since"]): Change[] | null {
  const wasThere = since[0]?.revision === last.revision;
  if ((wasThere ? since[0]!.id : null) !== last.id) return null;
  const later = since.slice(wasThere ? 1 : 0);
  return BigInt(later.length) === BigInt(present) - BigInt(last.revision) ? later : null;
}

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
  let last: { revision: string; id: string | null } | null = null;
  const read = singleFlight(async () => {
    const { rows } = await pool.query<Row>(QUERY, [last?.revision ?? null]);
    if (!rows[0]) throw new Error("directory_revision has no row: the database is not migrated.");
    const { since, ...revision } = rows[0];
    const changes = last && changesAfter(last, revision.revision, since);
    last = { revision: revision.revision, id: since.at(-1)?.id ?? null };
    return { ...revision, changes };
  });
  return { read, close: () => pool.end() };
}
