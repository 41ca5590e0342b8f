// One embedded PostgreSQL cluster: started, found running, stopped.
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { Failure } from "./failure.mjs";
import { isAlive } from "./holders.mjs";
import { clusterFolder, secret, shelf } from "./data-home.mjs";
import { freePort } from "./port.mjs";
import { findPrograms } from "./postgres-binaries.mjs";
import { postgresAccount } from "./postgres-account.mjs";
import { databaseUser, makeCluster, runAs } from "./new-cluster.mjs";

const major = "18";
/**
 * The handle of the cluster in a data home.
 * @param {string} home @param {{ throwAway?: boolean }} [options]
 */
export function openCluster(home, { throwAway = false } = {}) {
  const folder = clusterFolder(home);
  const account = postgresAccount(folder);
  const programs = findPrograms(account, shelf);
  return { home, folder, account, programs, throwAway, password: secret(home, "database") };
}

const urlOf = (cluster, port) => `postgresql://${databaseUser}:${cluster.password}@127.0.0.1:${port}/postgres`;

/** What `postmaster.pid` says of the server that wrote it, or null: `{ pid, port }`. */
function serverFile(cluster) {
  const file = join(cluster.folder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** True when the server at this address answers and serves this very folder. */
async function answers(cluster, port) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: urlOf(cluster, port), connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("show data_directory");
    return statSync(rows[0].data_directory).ino === statSync(cluster.folder).ino;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether this process number is still a PostgreSQL: after a crash, any program may have received it. */
function isPostgres(pid) {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return process.platform !== "linux";
  }
}

/** The address of the server already running on this cluster (left by a killed command, or another's), or null. */
async function findRunning(cluster) {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const server = serverFile(cluster);
    if (!server) return null;
    if (!isPostgres(server.pid)) {
      rmSync(join(cluster.folder, "postmaster.pid"), { force: true });
      return null;
    }
    if (server.port && (await answers(cluster, server.port))) return urlOf(cluster, server.port);
    await pause(250);
  }
  throw new Failure(`A PostgreSQL is running on ${cluster.folder} but does not answer: stop it and try again.`);
}

/**
 * Makes the cluster if need be and starts it, unless it runs already. Returns its URL.
 * Call it while alone (see holders.mjs).
 */
export async function startCluster(cluster) {
  const versionFile = join(cluster.folder, "PG_VERSION");
  if (!existsSync(versionFile)) await makeCluster(cluster);
  const version = readFileSync(versionFile, "utf8").trim();
  if (version !== major) {
    throw new Failure(`The database in ${cluster.folder} was made by PostgreSQL ${version}; this version brings ${major}. Export it with the old one first.`);
  }
  const running = await findRunning(cluster);
  if (running) return running;
  const log = join(cluster.folder, "server.log");
  if (existsSync(log) && statSync(log).size > 10_000_000) rmSync(log);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const result = await runAs(cluster, cluster.programs.pgCtl, ["start", "-w", "-t", "90", "-s", "-D", cluster.folder, "-l", log, "-o", `-p ${port}`]);
    if (result.code === 0) return urlOf(cluster, port);
    const said = existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-15).join("\n") : result.output;
    // The port may be taken meanwhile; the children of a killed server may need a moment to leave.
    if (attempt === 5 || !/in use/.test(said)) throw new Failure("The embedded PostgreSQL did not start.", said);
    await pause(1000);
  }
}

/** Ends the server of a throw-away home whose command was killed. */
export function killLeftover(home) {
  const server = serverFile({ folder: join(home, "postgres") });
  if (server && isPostgres(server.pid)) process.kill(server.pid, "SIGQUIT");
}

/** Stops the server; sessions still open are ended. */
export async function stopCluster(cluster) {
  const server = serverFile(cluster);
  if (!server || !isPostgres(server.pid)) return;
  const mode = cluster.throwAway ? "immediate" : "fast";
  const result = await runAs(cluster, cluster.programs.pgCtl, ["stop", "-w", "-t", "60", "-s", "-D", cluster.folder, "-m", mode]);
  if (result.code !== 0 && serverFile(cluster)) throw new Failure("The database did not stop.", result.output);
}
