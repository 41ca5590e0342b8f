// All that a run measures: a database with a made-up register, the site, the baseline, and the empty page.
import { totalmem } from "node:os";
import type { Client } from "pg";
import { migrate } from "../../scripts/migrate";
import { ensureBuild, ensureClient } from "../../scripts/runtime/build";
import { withClient } from "../../scripts/runtime/connection";
import { startThrowAway, type Database } from "../../scripts/runtime/database";
import { load, project } from "../../scripts/runtime/database-commands";
import { firstAnswer, serverEnvironment, startNode, startServer, type Child } from "../../scripts/runtime/server";
import { step } from "../../scripts/runtime/steps";
import { buildBaseline, storeProfiles } from "../baseline/tables";
import { loadRegister } from "../register/run";
import { startEmptyPage, type EmptyPage } from "./empty-page";
import type { Queries } from "./kinds";

const MB = 2 ** 20;

/** What differs from PostgreSQL's own values; the same for the site and for the baseline. */
export const settings = {
  shared_buffers: `${Math.min(2048, Math.floor(totalmem() / MB / 4))}MB`,
  effective_cache_size: `${Math.floor(totalmem() / MB / 2)}MB`,
  work_mem: "64MB",
  maintenance_work_mem: "512MB",
  max_wal_size: "8GB",
  random_page_cost: "1.1",
  // Compiling a query takes longer than any of these queries.
  jit: "off",
  autovacuum: "off",
};

/** From this size on the site's index needs a heap of its own size. */
const LARGE = 200_000;
const LARGE_HEAP = "--max-old-space-size=1500";

/** The environment of a site that holds so many. */
export function sizedEnvironment(size: number): { NODE_OPTIONS?: string } {
  const nodeOptions = [process.env.NODE_OPTIONS, size >= LARGE ? LARGE_HEAP : ""].filter(Boolean).join(" ");
  return nodeOptions ? { NODE_OPTIONS: nodeOptions } : {};
}

type Server = Child & { origin: string };
/** `register`: what the import took. */
type Filled = Database & { pid: number; register: Awaited<ReturnType<typeof loadRegister>>; seconds: { index: number; baseline: number } };
export type Stage = { database: Filled; site: Server; baseline: Server; emptyPage: EmptyPage; queries: Queries; version: string; nodeOptions: string };

/** Runs a named step and tells how many seconds it took. */
async function timed(name: string, work: () => Promise<unknown>, options?: { talks: boolean }): Promise<number> {
  const begun = performance.now();
  await step(name, async () => void (await work()), options);
  return (performance.now() - begun) / 1000;
}

/** A database with as many organisations and their search rows. */
export async function fillDatabase(size: number): Promise<Filled> {
  const database = await step("Starting PostgreSQL", () => startThrowAway({ settings }));
  const { url } = database;
  await step("Migrating", () => migrate(url));
  await step("Loading the Mali cartography", () => load(url));
  const register = await step(`Making up a register of ${size}`, () => loadRegister(url, size));
  const indexed = await timed("Building the site's index", () => project(url), { talks: true });
  // What PostgreSQL does by itself in the minutes after a load.
  await step("Vacuuming", () => withClient(url, (client) => client.query("VACUUM ANALYZE")));
  return { ...database, register, seconds: { index: indexed, baseline: 0 } };
}

/** The site on that database, with its index loaded. */
export async function startSite({ databaseUrl, port, env }: { databaseUrl: string; port: number; env?: Partial<NodeJS.ProcessEnv> }): Promise<Server> {
  const authSecret = "a secret of a throw-away site, which nobody signs in to";
  const own = { HOST: "127.0.0.1", PUBLIC_URL: "" };
  // As the servers beside it: one process, whose memory is measured.
  const site = await startServer({ env: { ...serverEnvironment({ databaseUrl, authSecret, port }), ...env, ...own }, port, alone: true, output: "ignore" });
  // The first search loads the index.
  await (await fetch(`${site.origin}/api/v1/organisations`)).arrayBuffer();
  return site;
}

async function startBaseline(port: number, env: NodeJS.ProcessEnv): Promise<Server> {
  const program = ["--conditions=react-server", "--import", "tsx", "bench/baseline/server.ts"];
  const server = startNode(program, { env: { ...env, PORT: String(port) }, output: "inherit" });
  const origin = `http://127.0.0.1:${port}`;
  await firstAnswer(server, origin);
  return { ...server, origin };
}

type Wanted = { size: number; port: number; prepare: (client: Client) => Promise<Queries> };

/**
 * Starts everything; each part registers its own end. `port` is the first of three; `prepare` reads from the filled database what
 * will be asked.
 */
export async function setStage({ size, port, prepare }: Wanted): Promise<Stage> {
  await ensureClient();
  await ensureBuild();
  const database = await fillDatabase(size);
  const { url } = database;
  database.seconds.baseline = await timed("Building the baseline's tables", () => buildBaseline(url));
  const env: NodeJS.ProcessEnv = { ...process.env, ...sizedEnvironment(size), DATABASE_URL: url };
  const queries = await withClient(url, prepare);
  const version = await withClient(url, async (client) => (await client.query<{ server_version: string }>("SHOW server_version")).rows[0]!.server_version);

  const site = await step("Starting the site", () => startSite({ databaseUrl: url, port, env }));
  const baseline = await step("Starting the baseline", () => startBaseline(port + 1, env));
  await step("Storing the baseline's profiles", () => storeProfiles(url, site.origin, queries.profile));
  const emptyPage = await step("Building and starting the empty page", () => startEmptyPage({ env, port: port + 2 }));
  return { database, site, baseline, emptyPage, queries, version, nodeOptions: env.NODE_OPTIONS ?? "" };
}
