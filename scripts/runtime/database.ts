import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import lockfile from "proper-lockfile";
import { serverPid, startCluster } from "./cluster";
import { withClient } from "./connection";
import { checkoutHome, clusterFolder, secret, temporaryHome, temporaryPlaces } from "./data-home";
import { Failure, codeOf } from "./failure";
import { beforeEnd } from "./lifetime";

export type Site = "serve" | "develop";
export type Database = { url: string; folder: string; pid?: number; stop: () => Promise<void> };

/** A lock is renewed twice in this time; that of a process killed outright is ignored after it. */
const STALE_MS = 5000;
const PATIENCE_MS = 120_000;
const lockOptions = { stale: STALE_MS, realpath: false, onCompromised: () => {} };

/** Takes the lock `name` of a home, or returns null when another process holds it. */
async function tryLock(home: string, name: string): Promise<(() => Promise<void>) | null> {
  try {
    return await lockfile.lock(join(home, name), lockOptions);
  } catch (error) {
    if (codeOf(error) === "ELOCKED") return null;
    throw error;
  }
}

/** Says that this process serves the checkout until it ends. Fails when another one does. */
export async function holdSite(site: Site): Promise<void> {
  const home = checkoutHome();
  for (const begun = Date.now(); !(await tryLock(home, site)); await pause(500))
    if (Date.now() - begun > STALE_MS + 2000) throw new Failure("The site is already running from this checkout: stop it first.");
}

/** True when a process serves this checkout in this way. */
export const isServed = (site: Site) => lockfile.check(join(checkoutHome(), site), lockOptions);

/** The address of the running server of a cluster, or null while it does not answer. */
async function runningUrl(folder: string, password: string): Promise<string | null> {
  const file = join(folder, "postmaster.pid");
  const port = existsSync(file) ? readFileSync(file, "utf8").split("\n")[3] : "";
  const url = `postgresql://osc:${password}@127.0.0.1:${port}/postgres`;
  const answers = withClient(url, async (client) => (await client.query("SELECT 1")).rowCount === 1, { connectionTimeoutMillis: 2000 });
  return port && (await answers.catch(() => false)) ? url : null;
}

/**
 * Starts this checkout's PostgreSQL, which stops with this process. While the site runs it is joined instead; while another
 * command runs it is waited for.
 */
export async function startDatabase(): Promise<Database> {
  const home = checkoutHome();
  const folder = clusterFolder(home);
  const password = secret(home, "database");
  const begun = Date.now();
  for (;;) {
    const release = await tryLock(home, "database");
    if (release) {
      const cluster = await startCluster({ folder, password });
      const forget = beforeEnd(() => stop());
      const stop = async () => {
        forget();
        await cluster.stop();
        await release();
      };
      return { ...cluster, folder, stop };
    }
    const url = (await isServed("serve")) || (await isServed("develop")) ? await runningUrl(folder, password) : null;
    if (url) return { url, folder, stop: async () => {} };
    if (Date.now() - begun > PATIENCE_MS) throw new Failure("Another command uses the database of this checkout: try again when it has ended.");
    await pause(250);
  }
}

type ThrowAway = { settings?: Record<string, string>; inMemory?: boolean };

/**
 * Starts a throw-away PostgreSQL in a temporary folder, which its `stop` removes. `settings` are PostgreSQL's. `inMemory`: not on a disk, where there is
 * room; what makes and removes tables by the thousand is twice as quick there.
 */
export async function startThrowAway({ settings = {}, inMemory = false }: ThrowAway = {}): Promise<Database & { pid: number }> {
  sweepTemporary();
  const home = temporaryHome(inMemory);
  const folder = join(home, "postgres");
  const remove = () => rmSync(home, { recursive: true, force: true });
  const forgetHome = beforeEnd(remove);
  const cluster = await startCluster({ folder, password: secret(home, "database"), throwAway: true, settings });
  const forget = beforeEnd(() => stop());
  const stop = async () => {
    forget();
    forgetHome();
    await cluster.stop();
    remove();
  };
  return { ...cluster, folder, stop };
}

/** Removes the throw-away databases of commands that were killed. */
function sweepTemporary(): void {
  for (const [place, name] of temporaryPlaces().flatMap((place) => readdirSync(place).map((name) => [place, name] as const))) {
    const owner = /^osc-database-(\d+)-/.exec(name)?.[1];
    if (!owner || isAlive(Number(owner))) continue;
    const home = join(place, name);
    const server = serverPid(join(home, "postgres"));
    if (server) process.kill(server, "SIGQUIT");
    rmSync(home, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
