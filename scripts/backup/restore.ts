// Puts a backup into a database.
import pg from "pg";
import { lockMigrations, migrateWithin } from "../migrate";
import { inTransaction, withClient } from "../runtime/connection";
import { Failure, codeOf } from "../runtime/failure";
import { HISTORY, SAME_EVERYWHERE, quoted, tablesOf, type Table } from "./contents";
import { copyIn } from "./copy";
import { checkBackup, readBackup, type Header } from "./format";

/** What of the schema `public` belongs to no extension, as statements that remove it: tables first, which take most else with them. */
const REMOVALS = `
  WITH own AS (
    SELECT 1 AS place, 'pg_class'::regclass AS catalogue, oid, relnamespace AS schema, format('DROP %s %s CASCADE',
      CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass) AS removal
      FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL SELECT 2, 'pg_proc'::regclass, oid, pronamespace, format('DROP ROUTINE %s CASCADE', oid::regprocedure) FROM pg_proc
    UNION ALL SELECT 3, 'pg_type'::regclass, oid, typnamespace, format('DROP TYPE %s CASCADE', oid::regtype) FROM pg_type WHERE typtype IN ('e', 'd'))
  SELECT removal FROM own
  WHERE schema = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = catalogue AND d.objid = own.oid AND d.deptype IN ('e', 'a', 'i'))
  ORDER BY place, removal`;

/** Foreign keys and the indexes that hold no rule, as statements that make them again: the rows come quicker without, and in any order. */
const AFTERWARDS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS removal,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS making
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
  UNION ALL
  SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisunique
  ORDER BY 1`;

type Statements = { removal: string; making: string }[];

async function statements(client: pg.Client, sql: string): Promise<Statements> {
  return (await client.query<Statements[number]>(sql)).rows;
}

/** True when migrations of ours made the tables and no row was added since: a restore that was killed leaves that. */
async function isOursWithoutRows(client: pg.Client, migrations: Header["migrations"]): Promise<boolean> {
  const known = await client.query<{ known: boolean }>("SELECT to_regclass($1) IS NOT NULL AS known", [`public.${HISTORY}`]);
  if (!known.rows[0]?.known) return false;
  const filled = (await client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")).rows
    .filter(({ name }) => name !== HISTORY && name !== "directory_revision")
    .map(({ name }) => `EXISTS (SELECT FROM public.${pg.escapeIdentifier(name)})`);
  const { rows } = await client.query<{ ours: boolean; filled: boolean }>(
    `SELECT EXISTS (SELECT FROM ${HISTORY} WHERE migration_name = ANY ($1)) AS ours, ${["false", ...filled].join(" OR ")} AS filled`,
    [migrations.map(({ name }) => name)],
  );
  return rows[0]!.ours && !rows[0]!.filled;
}

/** Empties the schema, which must hold nothing already unless the database is the one named. */
async function makeRoom(client: pg.Client, { migrations }: Header, replace?: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
  const name = rows[0]!.name;
  if (replace !== undefined && replace !== name) throw new Failure(`The database is called "${name}", not "${replace}": nothing was restored.`);
  const present = await statements(client, REMOVALS);
  if (present.length > 0 && replace === undefined && !(await isOursWithoutRows(client, migrations)))
    throw new Failure(
      `The database "${name}" is not empty: restore into an empty one, or add --replace ${name} to lose all that it holds now and have the backup instead.`,
    );
  // Whoever still reads would make this wait for ever.
  await client.query("SET LOCAL lock_timeout = '10s'");
  // A table takes its sequences with it, a type its functions: what is gone already is no fault.
  for (const { removal } of present) await client.query(removal.replace(/^DROP (\w+( VIEW)?)/, "DROP $1 IF EXISTS"));
}

/** Fills the tables of the schema that the backup was taken of. */
async function fill(client: pg.Client, file: string): Promise<void> {
  const tables = new Map<string, Table>((await tablesOf(client)).map((table) => [table.name, table]));
  // The rows are those of the backup: nothing is noted of them.
  await client.query("SELECT set_config('directory.change_set', 'restore', true)");
  // What a migration put there is in the backup too.
  await client.query(`TRUNCATE ${quoted([...tables.keys()])} CASCADE`);
  const afterwards = await statements(client, AFTERWARDS);
  await client.query(afterwards.map(({ removal }) => removal).join(";"));
  for await (const part of readBackup(file)) {
    if ("rows" in part) {
      const { table, columns, rows } = part;
      if (columns.some((column) => !tables.get(table)?.columns.includes(column)))
        throw new Failure(`${file} has a table or a column that its own migrations do not make ("${table}"): nothing was restored.`);
      await copyIn(client, `COPY public.${quoted([table])} (${quoted(columns)}) FROM STDIN`, rows);
    }
    if ("sequences" in part) {
      for (const [name, value] of Object.entries(part.sequences)) await client.query("SELECT setval($1::regclass, $2)", [pg.escapeIdentifier(name), value]);
    }
  }
  await client.query(afterwards.map(({ making }) => making).join(";"));
}

/**
 * Puts a backup into the empty database at `url`, or into the one named by `replace` instead of what it holds, and brings it to
 * the last migration; what pages read remains to be projected. The file is read to its end before anything is touched; all rows
 * come in one transaction. Only the tables come before it: PostgreSQL uses no new value of an enumeration in the transaction
 * that adds it. Nobody is signed in afterwards.
 */
export async function restoreBackup(url: string, file: string, { replace }: { replace?: string } = {}): Promise<void> {
  const header = await checkBackup(file);
  await withClient(url, async (client) => {
    await lockMigrations(client);
    await inTransaction(client, async () => {
      await client.query(SAME_EVERYWHERE);
      await makeRoom(client, header, replace);
      await migrateWithin(client, header.migrations);
    });
    await inTransaction(client, async () => {
      await client.query(SAME_EVERYWHERE);
      await fill(client, file);
      await migrateWithin(client);
      await client.query('UPDATE directory_revision SET "rowsCurrent" = false');
      await client.query("ANALYZE");
    });
  }).catch((error: unknown) => {
    if (codeOf(error) === "55P03") throw new Failure("The database is in use: stop the site, then restore again. Nothing was changed.");
    throw error;
  });
}
