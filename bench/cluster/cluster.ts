// The whole of it on one machine: primary, replicas, a PgBouncer before each, two servers of ours, a proxy.
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "../../scripts/migrate";
import { ensureBuild } from "../../scripts/runtime/build";
import { secret } from "../../scripts/runtime/data-home";
import { createFirstAdministrator, loadWhenOlder } from "../../scripts/runtime/database-commands";
import { serverEnvironment, startServer } from "../../scripts/runtime/server";
import { step } from "../../scripts/runtime/steps";
import { startPgBouncer } from "./pgbouncer";
import { startPrimary, startReplica } from "./postgres";
import { findPrograms, serviceAccount, type Context } from "./programs";
import { startProxy } from "./proxy";

/** Everything below the servers: the primary and two replicas, each behind a PgBouncer. The ports follow from the first one. */
async function startDatabases(folder: string, port: number) {
  mkdirSync(folder, { recursive: true });
  // The account of PostgreSQL passes through; what is inside stays closed.
  chmodSync(folder, 0o711);
  const [superuser, database, replication, auth] = ["superuser", "database", "replication", "auth"].map((name) => secret(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  const context: Context = { folder, programs: findPrograms(), account: serviceAccount(), secrets: { superuser, database, replication, auth } };
  const primary = await step("Starting the primary", () => startPrimary(port + 10, context));
  const replicas = await step("Starting the replicas", () => Promise.all([1, 2].map((number) => startReplica(number, port + 10 + number, primary, context))));
  const poolers = await step("Starting a PgBouncer before each", () =>
    Promise.all([primary, ...replicas].map(({ name, url }, index) => startPgBouncer(`pgbouncer-${name}`, port + 20 + index, url, context))),
  );
  return { context, primary, replicas, poolers };
}

type Options = { folder: string; port: number; host?: string; load?: (url: string) => Promise<void> };

/**
 * Starts a primary, two replicas, a PgBouncer before each, two servers of ours and a proxy in `folder`, which keeps the data for the
 * next time. `load` fills an empty database, given the primary's own URL. `startServer(0 or 1)` starts a server again that was stopped.
 */
export async function startAll({ folder, port, host = "127.0.0.1", load = loadWhenOlder }: Options) {
  const { context, primary, replicas, poolers } = await startDatabases(folder, port);
  // Migrations and loading hold locks and take their time: straight to the primary, past its PgBouncer.
  await step("Migrating", () => migrate(primary.url));
  await load(primary.url);
  const administrator = await createFirstAdministrator(primary.url);
  await ensureBuild();

  const [databaseUrl = "", ...replicaUrls] = poolers.map(({ url }) => url);
  const origin = `http://${host === "0.0.0.0" ? "localhost" : host}:${port}`;
  const startOne = async (number: number) => {
    const own = port + 1 + number;
    const env = {
      ...serverEnvironment({ databaseUrl, authSecret: context.secrets.auth, port: own }),
      DATABASE_REPLICA_URLS: replicaUrls.join(","),
      HOST: "127.0.0.1",
      // One process a server, so that two servers are two.
      WORKERS: process.env.WORKERS || "1",
      PUBLIC_URL: process.env.PUBLIC_URL || origin,
      TRUSTED_PROXIES: "loopback",
      NEXTAUTH_URL: process.env.PUBLIC_URL || origin,
    };
    const server = await startServer({ env, port: own, output: { file: join(folder, `server-${own}.log`), append: true } });
    return { ...server, name: `server ${own}` };
  };
  const servers = await step("Starting two servers", () => Promise.all([startOne(0), startOne(1)]));
  const proxy = await step("Starting the proxy", () => startProxy({ host, port }, [`127.0.0.1:${port + 1}`, `127.0.0.1:${port + 2}`], context));
  return { origin, administrator, primary, replicas, poolers, servers, proxy, startServer: startOne };
}

export type Cluster = Awaited<ReturnType<typeof startAll>>;
