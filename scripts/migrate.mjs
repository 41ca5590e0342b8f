// Brings a database to the last migration of prisma/migrations.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { Failure } from "./runtime/failure.mjs";
import { inCheckout } from "./runtime/paths.mjs";

// Any number will do, as long as every copy of this script uses the same.
const lockNumber = 7_312_002;

function readMigrations() {
  const folder = inCheckout("prisma/migrations");
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(`${folder}/${name}/migration.sql`))
    .map((name) => ({ name, sql: readFileSync(`${folder}/${name}/migration.sql`, "utf8") }));
}

const checksum = (sql) => createHash("sha256").update(sql).digest("hex");

/** The rows of Prisma's own table; none in a new database. */
async function readHistory(client) {
  const { rows } = await client.query(`select to_regclass('_prisma_migrations') is not null as known`);
  if (!rows[0].known) return [];
  const history = await client.query(
    "select migration_name as name, checksum, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null order by started_at",
  );
  return history.rows;
}

/** A migration runs whole or not at all, so one that failed or was killed left nothing and may be tried again. */
const forgetUnfinished = (client) => client.query("update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null");

function refuseOtherHistory(history, migrations) {
  const known = new Map(migrations.map(({ name, sql }) => [name, checksum(sql)]));
  for (const { name, checksum: applied } of history) {
    if (!known.has(name))
      throw new Failure(`The database has a migration this version does not know (${name}): it was used with a newer version of the project.`);
    if (known.get(name) !== applied)
      throw new Failure(
        `The migration ${name} was changed after it was applied: add a new migration instead (or, when this database may be thrown away, remove .data).`,
      );
  }
}

/**
 * Applies the pending migrations to the PostgreSQL at `url`, one process at a time, and returns their names.
 * Fails with one sentence when a migration fails, was edited since, or is unknown here.
 * @param {string} url
 * @returns {Promise<string[]>}
 */
export async function migrate(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockNumber]);
    const migrations = readMigrations();
    let history = await readHistory(client);
    if (history.some(({ finished }) => !finished)) {
      await forgetUnfinished(client);
      history = await readHistory(client);
    }
    refuseOtherHistory(history, migrations);
    // Loading the engine takes a second: not when there is nothing for it.
    if (history.length === migrations.length) return [];
    const { applyMigrations } = await import("./runtime/schema-engine.mjs");
    try {
      return await applyMigrations(url, migrations);
    } catch (error) {
      const failed = (await readHistory(client)).find(({ finished }) => !finished);
      throw new Failure(`The migration ${failed?.name ?? ""} failed; the database stays as it was before it.`, error.message);
    }
  } finally {
    await client.end();
  }
}
