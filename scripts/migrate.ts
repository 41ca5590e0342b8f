// Brings a database to the last migration of prisma/migrations.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import type { Client, DatabaseError } from "pg";
import { inTransaction, withClient } from "./runtime/connection";
import { Failure } from "./runtime/failure";
import { inCheckout } from "./runtime/paths";

// Any number will do, as long as every copy of this script uses the same.
const LOCK = 7_312_002;

/** Prisma's own table, column by column: `prisma migrate deploy` goes on from what is recorded here. */
const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

type Migration = { name: string; sql: string; checksum: string };

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .sort()
    .filter((name) => existsSync(`${folder}/${name}/migration.sql`))
    .map((name) => {
      const sql = readFileSync(`${folder}/${name}/migration.sql`, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });

function refuseOtherHistory(history: Omit<Migration, "sql">[], migrations: Migration[], of = "The database"): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of history) {
    if (!known.has(name))
      throw new Failure(`${of} has a migration this version does not know (${name}): use the version of the project that made it, or a later one.`);
    if (known.get(name) !== checksum)
      throw new Failure(`The migration ${name} was changed after it was applied: put the file back as it was, and the change into a new migration.`);
  }
}

function inWords({ message, detail, hint, position }: DatabaseError, sql: string): string {
  const place = position ? `line ${sql.slice(0, Number(position)).split("\n").length}: ` : "";
  return [place + message, detail, hint].filter(Boolean).join("\n");
}

/** Runs a script and records it, in the transaction that is open. */
async function run(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const { rows } = await client.query<{ started: Date }>("SELECT clock_timestamp() AS started");
  try {
    await client.query(sql);
  } catch (error) {
    throw new Failure(
      `The migration ${name} failed and left nothing behind: correct what PostgreSQL says above, then run the command again.`,
      inWords(error as DatabaseError, sql),
    );
  }
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name, rows[0]!.started],
  );
}

/** The migrations of `folder` that a database lacks, in their order. Fails when it has others, or one that was edited since. */
async function pendingMigrations(client: Client, folder: string): Promise<Migration[]> {
  await client.query(HISTORY);
  // Left by Prisma's own engine when it was killed: its scripts ran whole or not at all.
  await client.query("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL");
  const { rows } = await client.query<Omit<Migration, "sql">>("SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL");
  const migrations = readMigrations(folder);
  refuseOtherHistory(rows, migrations);
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

const ourMigrations = inCheckout("prisma/migrations");

/** Makes every other process that migrates this database wait until `client` ends. */
export const lockMigrations = (client: Client) => client.query("SELECT pg_advisory_lock($1)", [LOCK]);

/**
 * Applies the pending migrations of `folder` to the PostgreSQL at `url`, one process at a time, and returns their names. Each is
 * recorded in the transaction of its script: a process killed at any moment leaves both or neither.
 * Fails with one sentence when a migration fails, was edited since, or is unknown here.
 */
export const migrate = (url: string, folder = ourMigrations): Promise<string[]> =>
  withClient(url, async (client) => {
    await lockMigrations(client);
    const pending = await pendingMigrations(client, folder);
    for (const migration of pending) await inTransaction(client, () => run(client, migration));
    return pending.map(({ name }) => name);
  });

/**
 * Applies pending migrations in the transaction that is open: those of `history`, or all. Fails as `migrate` does, and when
 * `history` has a migration that is unknown here or was another then.
 */
export async function migrateWithin(client: Client, history?: Omit<Migration, "sql">[], folder = ourMigrations): Promise<void> {
  if (history) refuseOtherHistory(history, readMigrations(folder), "The backup");
  const wanted = history && new Set(history.map(({ name }) => name));
  for (const migration of await pendingMigrations(client, folder)) if (!wanted || wanted.has(migration.name)) await run(client, migration);
}
