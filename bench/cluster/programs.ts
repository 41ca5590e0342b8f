// Debian's programs, and how one of them is run for as long as we run.
import { spawn, spawnSync } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { Failure } from "../../scripts/runtime/failure.mjs";
import { beforeEnd } from "../../scripts/runtime/lifetime.mjs";
import { canUse, isRoot } from "../../scripts/runtime/postgres-account.mjs";
import { execute } from "../../scripts/runtime/programs.mjs";

const postgresHome = "/usr/lib/postgresql";

/** The folder of the newest PostgreSQL programs of this machine. */
function postgresPrograms() {
  const versions = existsSync(postgresHome) ? readdirSync(postgresHome).map(Number) : [];
  const usable = versions.filter((major) => major >= 15 && existsSync(`${postgresHome}/${major}/bin/pg_basebackup`));
  return usable.length > 0 ? `${postgresHome}/${Math.max(...usable)}/bin` : null;
}

/**
 * Where PostgreSQL's programs, PgBouncer and HAProxy are.
 * @returns {{ postgres: string, pgbouncer: string, haproxy: string }} a folder, and two files
 */
export function findPrograms() {
  const find = (name) => ["/usr/sbin", "/usr/bin"].map((place) => join(place, name)).find(existsSync);
  const found = { postgres: postgresPrograms(), pgbouncer: find("pgbouncer"), haproxy: find("haproxy") };
  const missing = Object.keys(found).filter((name) => !found[name]);
  if (missing.length > 0)
    throw new Failure(`Not installed: ${missing.join(", ")}. On Debian: apt-get install postgresql pgbouncer haproxy (PostgreSQL 15 or later).`);
  return found;
}

/** What to add to `spawn`: PostgreSQL and PgBouncer refuse root, which becomes Debian's `postgres`. */
export function serviceAccount() {
  if (!isRoot) return {};
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout));
  if (!uid) throw new Failure("There is no user postgres on this machine, and PostgreSQL refuses to run as root.");
  return { uid, gid };
}

/** Makes a folder that the account can write in, and nobody else but root can read. */
export function makeFolder(path, account) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined) chownSync(path, account.uid, account.gid);
  if (!canUse(path, account)) throw new Failure(`The user postgres cannot enter ${path}: choose another --folder, such as one below /var/tmp.`);
}

// The variables of a PostgreSQL client in the terminal must not reach ours.
const environment = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG$)/.test(name))),
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
});

/** Runs a program to its end; `failure` is the sentence when it fails. */
export const runProgram = (command, args, { account, failure, env }) =>
  execute(command, args, { ...account, cwd: "/", env: { ...environment(), ...env }, failure });

/**
 * Starts a program that stays, its words in `<folder>/<name>.log`. It ends with us, however we end.
 * @param {{ name: string, folder: string, account: object, stopSignal: NodeJS.Signals, env?: object }} options
 * @returns {{ name: string, pid: number, isRunning: () => boolean, closed: Promise<string>, stop: () => Promise<void> }}
 */
export function startProgram(command, args, { name, folder, account, stopSignal, env }) {
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
  const closed = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  }).finally(() => (running = false));
  const stop = async () => {
    forget();
    if (!running) return;
    child.kill(stopSignal);
    const stubborn = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await closed;
    clearTimeout(stubborn);
  };
  const forget = beforeEnd(stop);
  return { name, pid: child.pid, isRunning: () => running, closed, stop };
}

/** Asks `ready` until it is true; fails when the program ends before, or after `seconds`. */
export async function untilReady(program, ready, { folder, seconds = 30 }) {
  const deadline = Date.now() + seconds * 1000;
  while (!(await ready().catch(() => false))) {
    if (!program.isRunning() || Date.now() > deadline)
      throw new Failure(`The part "${program.name}" did not start: ${join(folder, `${program.name}.log`)} says why.`);
    await pause(100);
  }
}
