// npm run bench:servers [-- --size 42150] [--port 3400]
// Several servers in one run: what a second server brings, where readings land, what is lost when a part dies, and
// whether a write is seen at once through the other server. Needs what bench/cluster needs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ensureClient } from "../../scripts/runtime/build";
import { withClient } from "../../scripts/runtime/connection";
import { loadWhenOlder, project } from "../../scripts/runtime/database-commands";
import { Failure } from "../../scripts/runtime/failure";
import { beforeEnd, run } from "../../scripts/runtime/lifetime";
import { step } from "../../scripts/runtime/steps";
import { startAll, type Cluster } from "../cluster/cluster";
import { loadRegister } from "../register/run";
import { rowsReadDuring } from "./counters";
import { readMany, settle } from "./load";
import { keepReport, reportOf } from "./report";
import { signedIn, writeAndRead, type Entry } from "./writes";

const SECONDS = 6;
const WRITES = 200;
const WRITES_WHILE_LAGGING = 40;

/** Fills the database: the cartography and, when a size is asked for, made-up organisations up to it. */
const loader = (size: number) => async (url: string) => {
  await loadWhenOlder(url);
  if (!size) return;
  await step(`Making up a register of ${size}`, () => loadRegister(url, size));
  await step("Writing the search rows", () => project(url), { talks: true });
};

async function publicSlugs(origin: string) {
  const { total, items } = (await (await fetch(`${origin}/api/v1/organisations?pageSize=100`)).json()) as { total: number; items: Entry[] };
  const [entry] = items;
  if (!entry) throw new Failure("The list is empty.");
  return { total, entry, slugs: items.map(({ slug }) => slug) };
}

/** Both kinds of reading with two servers, then with one; the second is stopped under load. */
async function throughput(all: Cluster, slugs: readonly string[]) {
  const measure = async (kind: "cold" | "warm") => {
    await settle(running, slugs);
    return readMany(all.origin, kind, slugs, { seconds: SECONDS });
  };
  let running = all.servers.map(({ origin }) => origin);
  await readMany(all.origin, "cold", slugs, { seconds: 3 });
  const two = { cold: await measure("cold"), warm: await measure("warm") };
  const during = async () => {
    await pause(1500);
    await all.servers[1]?.stop();
  };
  const takenAway = await readMany(all.origin, "cold", slugs, { seconds: 4, during });
  running = running.slice(0, 1);
  const one = { cold: await measure("cold"), warm: await measure("warm") };
  all.servers[1] = await all.startServer(1);
  const table = [
    { what: "profile page, cold", one: one.cold, two: two.cold },
    { what: "profile page, warm", one: one.warm, two: two.warm },
  ];
  return { table, takenAway };
}

async function writes(all: Cluster, entry: Entry) {
  const [first, second] = all.servers;
  if (!all.administrator) throw new Failure("The database has an account already.");
  const origins: [string, string] = [first.origin, second.origin];
  const editor = await signedIn(all.origin, all.administrator);
  const written = await writeAndRead(editor, origins, entry, WRITES);
  const superuser = (sql: string) => withClient(all.replicas[0]!.superuserUrl, (client) => client.query(sql));
  await superuser("select pg_wal_replay_pause()");
  const lagging = await writeAndRead(editor, origins, entry, WRITES_WHILE_LAGGING);
  await superuser("select pg_wal_replay_resume()");
  return { written, lagging };
}

async function killReplica(all: Cluster, slugs: readonly string[]) {
  const during = async () => {
    await pause(2000);
    process.kill(all.replicas[0]!.pid, "SIGKILL");
  };
  return readMany(all.origin, "cold", slugs, { seconds: SECONDS + 2, during });
}

await run(async () => {
  const started = performance.now();
  const { values } = parseArgs({ options: { size: { type: "string" }, port: { type: "string", default: "3400" } } });
  await ensureClient();
  const folder = mkdtempSync(join(tmpdir(), "osc-servers-"));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  const all = await startAll({ folder, port: Number(values.port), load: loader(Number(values.size ?? 0)) });
  const { total, entry, slugs } = await publicSlugs(all.origin);
  const databases = [all.primary, ...all.replicas];
  const loads = await step("Readers, with two servers and with one", () => rowsReadDuring(databases, () => throughput(all, slugs)));
  const { written, lagging } = await step("An editor writes, and reads at once", () => writes(all, entry));
  const killed = await step("A replica is killed under load", () => killReplica(all, slugs));
  const versions = await withClient(
    all.primary.url,
    async (client) => `PostgreSQL ${(await client.query<{ server_version: string }>("SHOW server_version")).rows[0]?.server_version}`,
  );
  const { table, takenAway } = loads.result;
  const seconds = (performance.now() - started) / 1000;
  keepReport(reportOf({ organisations: total, versions, throughput: table, reads: loads.rows, takenAway, written, lagging, killed, seconds }));
  return killed.failed + takenAway.failed + written.stale + lagging.stale === 0 ? 0 : 1;
});
