// @ts-check
import pg from "pg";

/**
 * What the directory is at. `changedAt` is in milliseconds; it is `settled` once another change can
 * no longer carry the same second, and only then may it be told to a reader as Last-Modified.
 * @typedef {{ revision: string, changedAt: number, settled: boolean }} Revision
 */

const QUESTION = `
  SELECT "revision"::text AS "revision",
         extract(epoch FROM "changedAt")::float8 * 1000 AS "changedAt",
         clock_timestamp() - "changedAt" > interval '2 seconds' AS "settled"
  FROM "directory_revision"`;

/** A database that does not answer this small question in that time does not answer. */
const PATIENCE_MS = 2000;

/**
 * Shares one question among all who wait. Who asks gets only an answer whose question was put after
 * he asked: an older one may miss the change that he has just made. Questions are put one after the
 * other, so their answers never overtake each other.
 * @template T
 * @param {() => Promise<T>} ask
 * @returns {() => Promise<T>}
 */
export function sharedQuestion(ask) {
  /** @type {Promise<T> | null} */
  let running = null;
  /** @type {Promise<T> | null} */
  let next = null;
  const begin = () => {
    const begun = ask().finally(() => {
      running = null;
    });
    running = begun;
    return begun;
  };
  return () => {
    if (next) return next;
    if (!running) return begin();
    const afterwards = () => {
      next = null;
      return begin();
    };
    next = running.then(afterwards, afterwards);
    return next;
  };
}

/**
 * Asks the primary which revision the directory is at.
 * @param {string} databaseUrl
 * @param {(error: Error) => void} onLost told when an idle connection breaks; the next question opens another
 * @returns {{ check: () => Promise<Revision>, close: () => Promise<void> }} `check` rejects when the primary does not answer
 */
export function revisionOf(databaseUrl, onLost) {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    // Questions are put one after the other.
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
    application_name: "directory front",
  });
  pool.on("error", onLost);
  const check = sharedQuestion(async () => {
    const { rows } = await pool.query(QUESTION);
    if (!rows[0]) throw new Error("directory_revision has no row: the database is not migrated.");
    return /** @type {Revision} */ (rows[0]);
  });
  return { check, close: () => pool.end() };
}
