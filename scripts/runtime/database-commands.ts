import { migrate } from "../migrate.mjs";
import { startDatabase } from "./database.mjs";
import { checkExternalDatabase, databaseUrl } from "./external-database.mjs";
import { Failure } from "./failure.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensureClient } from "./prisma-client.mjs";
import { loadEnvFiles } from "./paths.mjs";
import { execute, executeScript } from "./programs.mjs";
import { step } from "./steps.mjs";

/**
 * The database every command works on: DATABASE_URL's, or this checkout's own. It is ready and at the last migration.
 * @param {'serve' | 'develop' | 'command'} task
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function openDatabase(task) {
  const external = databaseUrl();
  let database = { url: external, stop: async () => {} };
  await step(external ? "Reaching the database of DATABASE_URL" : "Starting the database", async () => {
    if (external) return `PostgreSQL ${await checkExternalDatabase(external)}`;
    database = await startDatabase({ task });
    return database.folder;
  });
  await step("Migrating", async () => {
    const names = await migrate(database.url);
    return names.length > 0 ? `applied ${names.join(", ")}` : "up to date";
  });
  if (await needsIndexing(database.url)) {
    const failure = "The organisations could not be indexed.";
    await step("Indexing the organisations", () => executeScript("scripts/index.ts", [], { show: true, env: environment(database), failure }), { talks: true });
  }
  return database;
}

/** True when a migration changed what search rows hold, and there are organisations to write them for. */
async function needsIndexing(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query(`select not "rowsCurrent" and exists (select from "Organisation") as needed from directory_revision`);
    return rows[0]?.needed ?? false;
  } finally {
    await client.end();
  }
}

async function prepare() {
  loadEnvFiles();
  databaseUrl();
  await ensureInstalled();
  await ensureClient();
  return openDatabase("command");
}

const environment = (database) => ({ ...process.env, DATABASE_URL: database.url });

const runOn = async (database, file, args) => {
  const { code } = await executeScript(file, args, { show: true, env: environment(database) });
  await database.stop();
  return typeof code === "number" ? code : 1;
};

/** What `node scripts/db.mjs <name>` can do. Each returns the exit code. */
export const commands = {
  async migrate() {
    const database = await prepare();
    await database.stop();
    return 0;
  },

  seed: async () => runOn(await prepare(), "prisma/seed.ts", []),

  /** Writes all search rows again: after rows were put into the database by other means than the directory. */
  index: async () => runOn(await prepare(), "scripts/index.ts", []),

  "admin-create": async (args) => runOn(await prepare(), "scripts/admin.ts", args),

  /** Runs any command with DATABASE_URL set, as in `node scripts/db.mjs run psql` with a client of one's own. */
  async run([command, ...args]) {
    if (!command) throw new Failure("Say what to run, as in: node scripts/db.mjs run npx tsx script.ts");
    const database = await prepare();
    const { code } = await execute(command, args, { show: true, env: environment(database) });
    await database.stop();
    return typeof code === "number" ? code : 1;
  },

  /** Prints the SQL between the migrations written so far and prisma/schema.prisma: the draft of the next one. */
  async diff() {
    const database = await startDatabase({ ephemeral: true });
    await migrate(database.url);
    const { sqlToSchema } = await import("./schema-engine.mjs");
    console.log(await sqlToSchema(database.url));
    await database.stop();
    return 0;
  },
};
