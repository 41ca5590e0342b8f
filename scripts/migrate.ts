// Brings a database to the last migration of prisma/migrations.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import type { Client, DatabaseError } from "pg";
import { withClient } from "./runtime/connection";
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

function refuseOtherHistory(history: Omit<Migration, "sql">[], migrations: Migration[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of history) {
    if (!known.has(name))
      throw new Failure(`The database has a migration this version does not know (${name}): use the version of the project that made it, or a later one.`);
    if (known.get(name) !== checksum)
      throw new Failure(`The migration ${name} was changed after it was applied: put the file back as it was, and the change into a new migration.`);
  }
}

function inWords({ message, detail, hint, position }: DatabaseError, sql: string): string {
  const place = position ? `line ${sql.slice(0, Number(position)).split("\n").length}: ` : "";
  return [place + message, detail, hint].filter(Boolean).join("\n");
}

/** Runs a script and records it, in one transaction: a process killed at any moment leaves both or neither. */
async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const started = new Date();
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, started],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw new Failure(
      `The migration ${name} failed and left nothing behind: correct what PostgreSQL says above, then run the command again.`,
      inWords(error as DatabaseError, sql),
    );
  }
}

/**
 * Applies the pending migrations of `folder` to the PostgreSQL at `url`, one process at a time, and returns their names.
 * Fails with one sentence when a migration fails, was edited since, or is unknown here.
 */
export const migrate = (url: string, folder = inCheckout("prisma/migrations")): Promise<string[]> =>
  withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(HISTORY);
    // Left by Prisma's own engine when it was killed: its scripts ran whole or not at all.
    await client.query("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL");
    const { rows } = await client.query<Omit<Migration, "sql">>("SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL");
    const migrations = readMigrations(folder);
    refuseOtherHistory(rows, migrations);
    const applied = new Set(rows.map(({ name }) => name));
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
