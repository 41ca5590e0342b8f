// Debian's programs, and how one of them is run for as long as we run.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { isReachable, isRoot } from "../../scripts/runtime/data-home";
import { Failure } from "../../scripts/runtime/failure";
import { beforeEnd } from "../../scripts/runtime/lifetime";
import { execute } from "../../scripts/runtime/programs";

/** Who runs PostgreSQL, PgBouncer and HAProxy: nobody else than us, or a user that root becomes. */
export type Account = { uid?: number; gid?: number };
export type Programs = { postgres: string; pgbouncer: string; haproxy: string };
/** What every part of a cluster is started with. */
export type Context = { folder: string; programs: Programs; account: Account; secrets: Record<"superuser" | "database" | "replication" | "auth", string> };
export type Program = { name: string; pid: number; isRunning: () => boolean; closed: Promise<string>; stop: () => Promise<void> };

const postgresHome = "/usr/lib/postgresql";

/** The folder of the newest PostgreSQL programs of this machine. */
function postgresPrograms(): string | undefined {
  const versions = existsSync(postgresHome) ? readdirSync(postgresHome).map(Number) : [];
  const usable = versions.filter((major) => major >= 15 && existsSync(`${postgresHome}/${major}/bin/pg_basebackup`));
  return usable.length > 0 ? `${postgresHome}/${Math.max(...usable)}/bin` : undefined;
}

/** Where PostgreSQL's programs, PgBouncer and HAProxy are: a folder, and two files. */
export function findPrograms(): Programs {
  const find = (name: string) => ["/usr/sbin", "/usr/bin"].map((place) => join(place, name)).find((file) => existsSync(file));
  const found = { postgres: postgresPrograms(), pgbouncer: find("pgbouncer"), haproxy: find("haproxy") };
  const { postgres, pgbouncer, haproxy } = found;
  if (postgres && pgbouncer && haproxy) return { postgres, pgbouncer, haproxy };
  const missing = Object.entries(found).flatMap(([name, place]) => (place ? [] : [name]));
  throw new Failure(`Not installed: ${missing.join(", ")}. On Debian: apt-get install postgresql pgbouncer haproxy (PostgreSQL 15 or later).`);
}

/** What to add to `spawn`: PostgreSQL and PgBouncer refuse root, which becomes Debian's `postgres`. */
export function serviceAccount(): Account {
  if (!isRoot) return {};
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout));
  if (!uid) throw new Failure("There is no user postgres on this machine, and PostgreSQL refuses to run as root.");
  return { uid, gid };
}

/** Makes a folder that the account can write in, and nobody else but root can read. */
export function makeFolder(path: string, account: Account): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  give(path, account);
  if (!isReachable(path)) throw new Failure(`The user postgres cannot enter ${path}: choose another --folder, such as one below /var/tmp.`);
}

/** Makes a file or a folder the account's own. */
export function give(path: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

// The variables of a PostgreSQL client in the terminal must not reach ours.
const environment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: process.env.NODE_ENV,
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG$)/.test(name))),
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
});

/** Runs a program to its end; `failure` is the sentence when it fails. */
type Run = { account: Account; failure: string; env?: Record<string, string> };
export const runProgram = (command: string, args: string[], { account, failure, env }: Run) =>
  execute(command, args, { ...account, cwd: "/", env: { ...environment(), ...env }, failure });

type Start = { name: string; folder: string; account: Account; stopSignal: "SIGINT" | "SIGTERM"; env?: Record<string, string> };

/** Starts a program that stays, its words in `<folder>/<name>.log`. It ends with us, however we end. */
export function startProgram(command: string, args: string[], { name, folder, account, stopSignal, env }: Start): Program {
  const log = openSync(join(folder, `${name}.log`), "a", 0o600);
  // A group of its own: Ctrl-C reaches us alone, and we end the parts in order.
  const child = spawn("setpriv", ["--pdeathsig", stopSignal.slice(3), "--", command, ...args], {
    ...account,
    cwd: "/",
    env: { ...environment(), ...env },
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  let running = true;
  const closed = once(child, "exit")
    .then(([code, signal]) => (signal ? `signal ${signal}` : `exit code ${code}`))
    .catch((error: Error) => error.message)
    .finally(() => (running = false));
  const stop = async () => {
    forget();
    if (!running) return;
    child.kill(stopSignal);
    const stubborn = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await closed;
    clearTimeout(stubborn);
  };
  const forget = beforeEnd(stop);
  return { name, pid: child.pid ?? 0, isRunning: () => running, closed, stop };
}

/** Asks `ready` until it is true; fails when the program ends before, or after half a minute. */
const PATIENCE_MS = 30_000;

export async function untilReady(program: Program, ready: () => Promise<boolean>, { folder }: { folder: string }): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await ready().catch(() => false))) {
    if (!program.isRunning() || Date.now() > deadline)
      throw new Failure(`The part "${program.name}" did not start: ${join(folder, `${program.name}.log`)} says why.`);
    await pause(100);
  }
}
