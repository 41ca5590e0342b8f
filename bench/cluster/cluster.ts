// The whole of it on one machine: primary, replicas, a PgBouncer before each, two servers of ours, a proxy.
import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { secret } from "../../scripts/runtime/data-home.mjs";
import { createFirstAdministrator, loadWhenEmpty } from "../../scripts/runtime/first-content.mjs";
import { serverEnvironment, startServer } from "../../scripts/runtime/server.mjs";
import { step } from "../../scripts/runtime/steps.mjs";
import { migrate } from "../../scripts/migrate.mjs";
import { findPrograms, serviceAccount } from "./programs.mjs";
import { startPgBouncer } from "./pgbouncer.mjs";
import { startPrimary, startReplica } from "./postgres.mjs";
import { startProxy } from "./proxy.mjs";

/** How the ports follow from the first one. */
export const portsFrom = (first) => ({
  proxy: first,
  servers: [first + 1, first + 2],
  databases: [first + 10, first + 11, first + 12],
  poolers: [first + 20, first + 21, first + 22],
});

/** Everything below the servers: the primary and two replicas, each behind a PgBouncer. */
export async function startDatabases({ folder, ports }) {
  mkdirSync(folder, { recursive: true });
  // The account of PostgreSQL passes through; what is inside stays closed.
  chmodSync(folder, 0o711);
  const names = ["superuser", "database", "replication", "auth"];
  const secrets = Object.fromEntries(names.map((name) => [name, secret(folder, name)]));
  const context = { folder, programs: findPrograms(), account: serviceAccount(), secrets };
  const [primaryPort, ...replicaPorts] = ports.databases;
  const primary = await step("Starting the primary", () => startPrimary(primaryPort, context));
  const replicas = await step("Starting the replicas", () => Promise.all(replicaPorts.map((port, index) => startReplica(index + 1, port, primary, context))));
  const databases = [primary, ...replicas];
  const poolers = await step("Starting a PgBouncer before each", () =>
    Promise.all(databases.map(({ name, url }, index) => startPgBouncer(`pgbouncer-${name}`, ports.poolers[index], url, context))),
  );
  return { context, primary, replicas, poolers };
}

/**
 * Starts everything in `folder`, which keeps the data for the next time.
 * @param {{ folder: string, port: number, host?: string, build: () => Promise<string>, load?: (url: string) => Promise<void> }} options
 * `build` gives the folder of a build; `load` fills an empty database, given the primary's own URL
 * @returns all parts; `startServer(0 or 1)` starts a server of ours again that was stopped
 */
export async function startAll({ folder, port, host = "127.0.0.1", build, load = loadWhenEmpty }) {
  const ports = portsFrom(port);
  const { context, primary, replicas, poolers } = await startDatabases({ folder, ports });
  // Migrations and loading hold locks and take their time: straight to the primary, past its PgBouncer.
  await step("Migrating", () => migrate(primary.url));
  await load(primary.url);
  const administrator = await createFirstAdministrator(primary.url);
  const distDir = await build();

  const [databaseUrl, ...replicaUrls] = poolers.map(({ url }) => url);
  const origin = `http://${host === "0.0.0.0" ? "localhost" : host}:${port}`;
  const startOne = async (number) => {
    const ownPort = ports.servers[number];
    const log = openSync(join(folder, `server-${ownPort}.log`), "a", 0o600);
    const env = {
      ...serverEnvironment({ databaseUrl, authSecret: context.secrets.auth, port: ownPort }),
      DATABASE_REPLICA_URLS: replicaUrls.join(","),
      NEXT_DIST_DIR: distDir,
      HOST: "127.0.0.1",
      PUBLIC_URL: process.env.PUBLIC_URL || origin,
      NEXTAUTH_URL: process.env.PUBLIC_URL || origin,
    };
    const server = await startServer({ env, port: ownPort, output: log });
    closeSync(log);
    return { ...server, name: `server ${ownPort}` };
  };
  const servers = await step("Starting two servers", () => Promise.all([startOne(0), startOne(1)]));
  const addresses = ports.servers.map((ownPort) => `127.0.0.1:${ownPort}`);
  const proxy = await step("Starting the proxy", () => startProxy({ host, port }, addresses, context));
  return { origin, administrator, primary, replicas, poolers, servers, proxy, startServer: startOne };
}
