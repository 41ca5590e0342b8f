import { readdirSync } from "node:fs";
import { filesDigest } from "../../src/data/import/files-digest";
import { backupCommand, restoreCommand } from "../backup/commands";
import { migrate } from "../migrate";
import { ensureClient } from "./build";
import { withClient } from "./connection";
import { isServed, startDatabase, startThrowAway, type Database } from "./database";
import { checkExternalDatabase, databaseUrl } from "./external-database";
import { Failure } from "./failure";
import { inCheckout, loadEnvFiles } from "./paths";
import { execute, executeScript } from "./programs";
import { step } from "./steps";

const on = (url: string) => ({ ...process.env, DATABASE_URL: url });

/** One boolean that the database at `url` tells. */
const ask = (url: string, sql: string) => withClient(url, async (client) => (await client.query<{ answer: boolean }>(sql)).rows[0]?.answer ?? false);

/** The database that every command works on, as it is: DATABASE_URL's, or this checkout's own. */
async function reachDatabase(): Promise<Omit<Database, "folder">> {
  const external = databaseUrl();
  let database: Omit<Database, "folder"> = { url: external ?? "", stop: async () => {} };
  await step(external ? "Reaching the database of DATABASE_URL" : "Starting the database", async () => {
    if (external) return `PostgreSQL ${await checkExternalDatabase(external)}`;
    const own = await startDatabase();
    database = own;
    return own.folder;
  });
  return database;
}

/** The same, ready and at the last migration. */
export async function openDatabase(): Promise<Omit<Database, "folder">> {
  const database = await reachDatabase();
  await bringUpToDate(database.url);
  return database;
}

async function bringUpToDate(url: string): Promise<void> {
  await step("Migrating", async () => {
    const names = await migrate(url);
    return names.length > 0 ? `applied ${names.join(", ")}` : "up to date";
  });
  // A migration may change the form of the projection.
  if (await ask(url, `SELECT NOT "rowsCurrent" AND EXISTS (SELECT FROM "Organisation") AS answer FROM directory_revision`)) {
    await step("Writing what pages read of the organisations", () => project(url), { talks: true });
  }
}

/** Writes the projection of the database at `url` anew, with progress. */
export const project = (url: string) =>
  executeScript("scripts/project.ts", [], { show: true, env: on(url), failure: "What pages read of the organisations could not be written." });

/** Loads the cartography into the database at `url`. */
export const load = (url: string) => executeScript("prisma/seed.ts", [], { env: on(url), failure: "The cartography could not be loaded." });

/** Whether the database holds other files of some document than seed-data/ has, or none. */
export async function isOlder(url: string): Promise<boolean> {
  const folders = readdirSync(inCheckout("seed-data"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const wanted = await Promise.all(folders.map(async ({ name }) => `${name} ${await filesDigest(inCheckout("seed-data", name))}`));
  const known = await withClient(url, (client) => client.query<{ loaded: string }>(`SELECT "slug" || ' ' || "filesDigest" AS loaded FROM "Source"`));
  const loaded = new Set(known.rows.map((row) => row.loaded));
  return wanted.some((files) => !loaded.has(files));
}

/** Loads the cartography when the database holds no organisation, and again when its files have changed: what staff changed stays. */
export async function loadWhenOlder(url: string): Promise<void> {
  if (await isOlder(url)) await step("Loading the Mali cartography", () => load(url));
}

export type Administrator = { email: string; password: string };

/** Makes an administrator when the database has no user; null when there is one already. */
export async function createFirstAdministrator(url: string): Promise<Administrator | null> {
  if (await ask(url, `SELECT EXISTS (SELECT FROM "User") AS answer`)) return null;
  const failure = "The first administrator could not be created.";
  const { output } = await executeScript("scripts/admin.ts", ["--first"], { env: on(url), failure });
  const line = output.split("\n").find((text) => text.startsWith("{"));
  if (!line) throw new Failure(failure, output);
  return JSON.parse(line) as Administrator;
}

async function prepare() {
  loadEnvFiles();
  databaseUrl();
  await ensureClient();
}

/** Runs a program with DATABASE_URL set, and returns its exit code. */
async function withDatabase(work: (options: { show: true; env: NodeJS.ProcessEnv }) => Promise<{ code: number }>): Promise<number> {
  await prepare();
  const database = await openDatabase();
  const { code } = await work({ show: true, env: on(database.url) });
  await database.stop();
  return code;
}

/** What `node scripts/db.mjs <name>` can do. Each returns the exit code. */
const commands: Record<string, (args: string[]) => Promise<number>> = {
  migrate: () => withDatabase(async () => ({ code: 0 })),
  seed: () => withDatabase((options) => executeScript("prisma/seed.ts", [], options)),
  /** Writes what pages, search and files read anew from what is said: it changes no row that says so already. */
  project: () => withDatabase((options) => executeScript("scripts/project.ts", [], options)),
  "admin-create": (args) => withDatabase((options) => executeScript("scripts/admin.ts", args, options)),
  "geo-import": (args) => withDatabase((options) => executeScript("scripts/geo-import.ts", args, options)),
  /** One file of everything that is not made anew, of a database of any age: it is not migrated first. */
  backup: async (args) => {
    await prepare();
    return backupCommand(args, reachDatabase);
  },
  restore: async (args) => {
    await prepare();
    // What a running site remembers would be of the database of before.
    if (!databaseUrl() && ((await isServed("serve")) || (await isServed("develop"))))
      throw new Failure("The site is running from this checkout: stop it, then restore.");
    return restoreCommand(args, reachDatabase, bringUpToDate);
  },
  /** Any command, as in `node scripts/db.mjs run psql` with a client of one's own. */
  run: ([command, ...args]) => {
    if (!command) throw new Failure("Say what to run, as in: node scripts/db.mjs run npx tsx script.ts");
    return withDatabase((options) => execute(command, args, options));
  },
  /** Prints the SQL between the migrations written so far and prisma/schema.prisma: the draft of the next one. */
  diff: async () => {
    const database = await startThrowAway();
    await migrate(database.url);
    const { sqlToSchema } = await import("../diff");
    console.log(await sqlToSchema(database.url));
    await database.stop();
    return 0;
  },
};

/** Runs `node scripts/db.mjs <name> <args>` and returns the exit code. */
export async function runCommand([name = "", ...args]: string[]): Promise<number> {
  const command = commands[name];
  if (command) return command(args);
  console.error(`Usage: node scripts/db.mjs ${Object.keys(commands).join(" | ")}`);
  return 1;
}
