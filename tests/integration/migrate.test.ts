import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { migrate } from "../../scripts/migrate";
import { emptyScratchDatabase } from "../support/scratch-database";

let database: Awaited<ReturnType<typeof emptyScratchDatabase>>;
let client: pg.Client;
let folder: string;

beforeEach(async () => {
  database = await emptyScratchDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await client.end();
  await database.drop();
});

function write(name: string, sql: string) {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

const value = async (sql: string) => (await client.query<{ value: unknown }>(`SELECT (${sql}) AS value`)).rows[0]?.value;
const recorded = () => value("SELECT array_agg(migration_name::text ORDER BY migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL");
const exists = (table: string) => value(`to_regclass('${table}') IS NOT NULL`);

test("a migration that fails leaves nothing, says where, and is applied once it is corrected", async () => {
  write("1_first", "CREATE TABLE first_one ();");
  write("2_second", "CREATE TABLE second_one ();\n-- a comment; with a semicolon\nCREATE TABEL third_one ();");
  const failure = await migrate(database.url, folder).catch((error: unknown) => error);
  expect(failure).toMatchObject({ message: expect.stringContaining("2_second failed"), details: expect.stringMatching(/^line 3: syntax error/) });
  expect(await recorded()).toEqual(["1_first"]);
  expect(await exists("second_one")).toBe(false);

  write("2_second", "CREATE TABLE second_one ();");
  expect(await migrate(database.url, folder)).toEqual(["2_second"]);
  expect(await migrate(database.url, folder)).toEqual([]);
  expect(await recorded()).toEqual(["1_first", "2_second"]);
});

test("a process killed in the middle of a migration leaves neither the tables nor the record", async () => {
  write("1_first", "CREATE TABLE first_one (); SELECT pg_advisory_xact_lock(99);");
  await client.query("SELECT pg_advisory_lock(99)");
  const script = `import { migrate } from "./scripts/migrate.ts"; await migrate(${JSON.stringify(database.url)}, ${JSON.stringify(folder)});`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], { stdio: "ignore" });
  await vi.waitFor(async () => expect(await value("SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).toBe(1), 20_000);
  child.kill("SIGKILL");
  await once(child, "exit");
  await client.query("SELECT pg_advisory_unlock(99)");

  expect(await migrate(database.url, folder)).toEqual(["1_first"]);
  expect(await recorded()).toEqual(["1_first"]);
  expect(await exists("first_one")).toBe(true);
});

test("two processes that migrate at once apply each migration once", async () => {
  write("1_first", "CREATE TABLE first_one ();");
  const applied = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
  expect(applied.flat()).toEqual(["1_first"]);
});

test("a migration that was changed after it was applied is refused, and so is one that is unknown", async () => {
  write("1_first", "CREATE TABLE first_one ();");
  await migrate(database.url, folder);
  write("1_first", "CREATE TABLE first_one (id int);");
  await expect(migrate(database.url, folder)).rejects.toThrow(/1_first was changed .* into a new migration/);
  rmSync(path.join(folder, "1_first"), { recursive: true });
  await expect(migrate(database.url, folder)).rejects.toThrow(/does not know \(1_first\)/);
});

test("a migration that Prisma's own engine left unfinished is applied", async () => {
  write("1_first", "CREATE TABLE first_one ();");
  write("2_second", "CREATE TABLE second_one ();");
  await migrate(database.url, folder);
  await client.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_second'; DROP TABLE second_one");
  expect(await migrate(database.url, folder)).toEqual(["2_second"]);
});

test("a first start that is killed at any moment comes up the next time", { timeout: 120_000 }, async () => {
  const script = `import { migrate } from "./scripts/migrate.ts"; process.send("go"); await migrate(${JSON.stringify(database.url)});`;
  const names = readdirSync(path.join(import.meta.dirname, "../../prisma/migrations")).sort();
  for (const pause of [0, 20, 60, 120, 200, 300]) {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    await once(child, "message");
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (child.exitCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    await migrate(database.url);
    expect(await recorded()).toEqual(names);
    expect(await value(`SELECT count(*)::int FROM "Organisation"`)).toBe(0);
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }
});
