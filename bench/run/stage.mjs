// All that a run measures: a database with a made-up register, the site, and the two floors.
import pg from "pg";
import { ensureTestBuild } from "../../scripts/runtime/build.mjs";
import { load } from "../../scripts/runtime/first-content.mjs";
import { migrate } from "../../scripts/migrate.mjs";
import { ensureClient } from "../../scripts/runtime/prisma-client.mjs";
import { executeNode } from "../../scripts/runtime/programs.mjs";
import { serverEnvironment, startServer } from "../../scripts/runtime/server.mjs";
import { step } from "../../scripts/runtime/steps.mjs";
import { buildFloor } from "../floor/build.mjs";
import { loadRegister } from "../register/load.mjs";
import { startChild } from "./child.mjs";
import { startBenchDatabase } from "./database.mjs";
import { startPageFloor } from "./page-floor.mjs";
import { childrenOf } from "./processes.mjs";

/** From this size on the site's index needs a heap of its own size. */
const LARGE = 200_000;
const LARGE_HEAP = "--max-old-space-size=1500";

/** Runs a named step and tells how many seconds it took. */
async function timed(name, work, options) {
  const begun = performance.now();
  await step(name, work, options);
  return (performance.now() - begun) / 1000;
}

/** Runs `work` with a connection of its own. */
export async function withClient(url, work, options) {
  const client = new pg.Client({ connectionString: url, options });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database with as many organisations and their search rows. */
export async function fillDatabase(size) {
  let database;
  await step("Starting PostgreSQL", async () => void (database = await startBenchDatabase()));
  const { url } = database;
  await step("Migrating", async () => void (await migrate(url)));
  await step("Loading the Mali cartography", () => load(url));
  const seconds = {};
  let done = 0;
  const say = (count) => {
    if (count - done >= size / 10 && (done = count)) console.log(`  ${count} of ${size} organisations made up`);
  };
  seconds.register = await timed(`Making up a register of ${size}`, async () => void (await loadRegister(url, size, say)), { talks: true });
  const env = { ...process.env, DATABASE_URL: url };
  const failure = "The search rows could not be written.";
  const index = () => executeNode(["scripts/db.mjs", "index"], { show: true, env, failure });
  seconds.index = await timed("Building the site's index", index, { talks: true });
  // What PostgreSQL does by itself in the minutes after a load.
  await step("Vacuuming", () => withClient(url, async (client) => void (await client.query("VACUUM ANALYZE"))));
  return { ...database, seconds };
}

/** The site on that database, with its index loaded. */
export async function startSite({ databaseUrl, port, folder, settings = {} }) {
  const authSecret = "a secret of a throw-away site, which nobody signs in to";
  const env = {
    ...serverEnvironment({ databaseUrl, authSecret, port, development: false }),
    ...settings,
    HOST: "127.0.0.1",
    // As the floors beside it: one process, whose memory is measured.
    WORKERS: "1",
    PUBLIC_URL: "",
    NEXT_DIST_DIR: folder,
  };
  const before = childrenOf(process.pid);
  const site = await startServer({ env, port, output: "ignore" });
  // The first search loads the index.
  await (await fetch(`${site.origin}/api/v1/organisations`)).arrayBuffer();
  return { ...site, pid: childrenOf(process.pid).find((pid) => !before.includes(pid)) };
}

/** Stores the site's own answers as the floor's profiles. */
const storeProfiles = (url, origin, paths) =>
  withClient(url, async (client) => {
    for (const path of paths) {
      const body = await (await fetch(origin + path)).text();
      await client.query("UPDATE floor.profile SET body = $2 WHERE slug = $1", [path.slice(path.lastIndexOf("/") + 1), body]);
    }
    await client.query("VACUUM ANALYZE floor.profile");
  });

/**
 * Starts everything; each part registers its own end.
 * @param {{ size: number, port: number, prepare: (client: pg.ClientBase) => Promise<Record<string, string[]>> }} wanted
 *   `port`: the first of three; `prepare` reads from the filled database what will be asked
 */
export async function setStage({ size, port, prepare }) {
  await ensureClient();
  const folder = await ensureTestBuild();
  const database = await fillDatabase(size);
  const { url } = database;
  database.seconds.floor = await timed("Building the floor's tables", () => buildFloor(url));
  const nodeOptions = [process.env.NODE_OPTIONS, size >= LARGE ? LARGE_HEAP : ""].filter(Boolean).join(" ");
  const settings = nodeOptions ? { NODE_OPTIONS: nodeOptions } : {};
  const shared = { ...process.env, ...settings };
  const queries = await withClient(url, prepare);
  const version = await withClient(url, async (client) => (await client.query("SHOW server_version")).rows[0].server_version);

  const parts = { database, queries, version, nodeOptions };
  await step("Starting the site", async () => void (parts.site = await startSite({ databaseUrl: url, port, folder, settings })));
  await step("Starting the floor", async () => {
    const env = { ...shared, DATABASE_URL: url, PORT: String(port + 1) };
    parts.floor = await startChild(["--conditions=react-server", "--import", "tsx", "bench/floor/server.mjs"], {
      env,
      port: port + 1,
      path: "/api/v1/organisations",
    });
    await storeProfiles(url, parts.site.origin, queries.profile);
  });
  await step("Building and starting the page floor", async () => void (parts.pageFloor = await startPageFloor({ env: shared, port: port + 2 })));
  return parts;
}
