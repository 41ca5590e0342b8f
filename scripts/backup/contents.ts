// What a backup holds of a database.
import pg from "pg";

/**
 * The tables that a backup leaves out, and why. Every other one is in it.
 * - made anew from the rest: what servers search, what entries are compared by, and the list of what changed lately;
 * - of the moment: a restored copy lets nobody in who was signed in, and counts no tries;
 * - of the place: where backups of this database lie says nothing of another.
 */
export const LEFT_OUT = ["organisation_search", "organisation_key", "likely_pair", "directory_change", "Session", "SignInLimit", "Backup"];

/** What tells how a database was migrated; migrating writes it. */
export const HISTORY = "_prisma_migrations";

export type Table = { name: string; columns: string[] };

const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  GROUP BY c.relname ORDER BY c.relname COLLATE "C"`;

/** The tables of a database that belong in a backup, with the columns that are not computed from others. */
export const tablesOf = async (client: pg.Client): Promise<Table[]> => (await client.query<Table>(TABLES, [[...LEFT_OUT, HISTORY]])).rows;

export const quoted = (names: readonly string[]) => names.map((name) => pg.escapeIdentifier(name)).join(", ");

/** Values written the same whatever the server is set to, and no limit of time. */
export const SAME_EVERYWHERE = `SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL TimeZone = 'UTC'; SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1; SET LOCAL search_path = public; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;
