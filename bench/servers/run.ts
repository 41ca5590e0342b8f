// npm run bench:servers [-- --size 42150] [--port 3400]
// Several servers in one run: what a second server brings, where readings land, what is lost when a part dies, and
// whether a write is seen at once through the other server. Needs what deploy/cluster.mjs needs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ensureTestBuild } from "../../scripts/runtime/build.mjs";
import { loadWhenEmpty } from "../../scripts/runtime/first-content.mjs";
import { beforeEnd, run } from "../../scripts/runtime/lifetime.mjs";
import { ensureClient } from "../../scripts/runtime/prisma-client.mjs";
import { executeScript } from "../../scripts/runtime/programs.mjs";
import { step } from "../../scripts/runtime/steps.mjs";
import { startAll } from "../../deploy/native/cluster.mjs";
import { withClient } from "../../deploy/native/postgres.mjs";
import { rowsReadDuring } from "./counters.mjs";
import { readMany, settle } from "./load.mjs";
import { keepReport, reportOf } from "./report.mjs";
import { signedIn, writeAndRead } from "./writes.mjs";

const SECONDS = 6;
const WRITES = 200;
const WRITES_WHILE_LAGGING = 40;

/** Fills the database: the cartography and, when a size is asked for, made-up organisations up to it. */
const loader = (size) => async (url) => {
  await loadWhenEmpty(url);
  if (!size) return;
  const { loadRegister } = await import("../register/load.mjs");
  await step(`Making up a register of ${size}`, () => loadRegister(url, size));
  const env = { ...process.env, DATABASE_URL: url };
  await step("Writing the search rows", () => executeScript("scripts/index.ts", [], { env, failure: "The search rows could not be written." }));
};

async function publicSlugs(origin) {
  const { total, items } = await (await fetch(`${origin}/api/v1/organisations?pageSize=100`)).json();
  return { total, entry: items[0], slugs: items.map(({ slug }) => slug) };
}

/** Both kinds of reading with two servers, then with one; the second is stopped under load. */
async function throughput(all, slugs) {
  const measure = async (kind) => {
    await settle(running, slugs);
    return readMany(all.origin, kind, slugs, { seconds: SECONDS });
  };
  let running = all.servers.map(({ origin }) => origin);
  await readMany(all.origin, "anew", slugs, { seconds: 3 });
  const two = { anew: await measure("anew"), kept: await measure("kept") };
  const during = async () => {
    await pause(1500);
    await all.servers[1].stop();
  };
  const takenAway = await readMany(all.origin, "anew", slugs, { seconds: 4, during });
  running = running.slice(0, 1);
  const one = { anew: await measure("anew"), kept: await measure("kept") };
  all.servers[1] = await all.startServer(1);
  const table = [
    { what: "profile page, made anew each time", one: one.anew, two: two.anew },
    { what: "profile page, kept from before", one: one.kept, two: two.kept },
  ];
  return { table, takenAway };
}

async function writes(all, entry) {
  const origins = all.servers.map(({ origin }) => origin);
  const editor = await signedIn(all.origin, all.administrator);
  const written = await writeAndRead(editor, origins, entry, WRITES);
  const superuser = (sql) => withClient(all.replicas[0].superuserUrl, (client) => client.query(sql));
  await superuser("select pg_wal_replay_pause()");
  const lagging = await writeAndRead(editor, origins, entry, WRITES_WHILE_LAGGING);
  await superuser("select pg_wal_replay_resume()");
  return { written, lagging };
}

async function killReplica(all, slugs) {
  const during = async () => {
    await pause(2000);
    process.kill(all.replicas[0].pid, "SIGKILL");
  };
  return readMany(all.origin, "anew", slugs, { seconds: SECONDS + 2, during });
}

await run(async () => {
  const started = performance.now();
  const { values } = parseArgs({ options: { size: { type: "string" }, port: { type: "string", default: "3400" } } });
  await ensureClient();
  const folder = mkdtempSync(join(tmpdir(), "osc-servers-"));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  const all = await startAll({ folder, port: Number(values.port), build: ensureTestBuild, load: loader(Number(values.size ?? 0)) });
  const { total, entry, slugs } = await publicSlugs(all.origin);
  const databases = [all.primary, ...all.replicas];
  const loads = await step("Readers, with two servers and with one", () => rowsReadDuring(databases, () => throughput(all, slugs)));
  const { written, lagging } = await step("An editor writes, and reads at once", () => writes(all, entry));
  const killed = await step("A replica is killed under load", () => killReplica(all, slugs));
  const versions = await withClient(all.primary.url, async (client) => `PostgreSQL ${(await client.query("show server_version")).rows[0].server_version}`);
  const { table, takenAway } = loads.result;
  const seconds = (performance.now() - started) / 1000;
  keepReport(reportOf({ organisations: total, versions, throughput: table, reads: loads.rows, takenAway, written, lagging, killed, seconds }));
  return killed.failed + takenAway.failed + written.stale + lagging.stale === 0 ? 0 : 1;
});
