// Where this checkout keeps its database and its secrets.
import { createHash, randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, statfsSync, writeFileSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Failure, codeOf } from "./failure";
import { inCheckout, root } from "./paths";

/**
 * PostgreSQL refuses to run as root; as root it runs as the system user `postgres`, which must be able to enter every folder
 * above its data and its programs. What it cannot reach in a checkout stands here, apart for each checkout.
 */
export const isRoot = process.getuid?.() === 0;
const SHELF = "/var/lib/osc-directory";
const checkoutKey = createHash("sha256").update(root).digest("hex").slice(0, 12);
export const programShelf = join(SHELF, `${checkoutKey}-programs`);

/** Whether the account that runs PostgreSQL can enter every folder above `path`. */
export function isReachable(path: string): boolean {
  if (!isRoot) return true;
  const folder = dirname(path);
  return (statSync(folder).mode & 0o001) !== 0 && (folder === path || isReachable(folder));
}

/** Throws a Failure when this user may not write to a folder that a start writes to. */
export function checkWritable(folders = [root, inCheckout(".next"), inCheckout("src/data/generated")], access = accessSync): void {
  for (const folder of folders.filter((folder) => existsSync(folder))) {
    try {
      access(folder, constants.W_OK);
    } catch (error) {
      if (codeOf(error) === "EROFS") throw new Failure(`The folder ${folder} is on a disk that can only be read: put the checkout where it can be written to.`);
      throw new Failure(`This user may not write to the folder ${folder}: start as its owner, or give it to this user.`);
    }
  }
}

/** This checkout's own home for database, secrets and locks: `.data`, made if need be. */
export function checkoutHome(): string {
  const home = inCheckout(".data");
  if (!existsSync(home)) checkWritable([root]);
  // The database's account must be able to pass through; the cluster and the secrets inside stay closed.
  mkdirSync(home, { recursive: true, mode: 0o711 });
  try {
    accessSync(home, constants.R_OK | constants.W_OK);
  } catch {
    throw new Failure(`The folder ${home} belongs to another user: start as that user.`);
  }
  return home;
}

/** The cluster's folder remembered in `note`; ignored when the checkout was copied or moved with it. */
function remembered(note: string): string | null {
  if (!existsSync(note)) return null;
  const { checkout, cluster } = JSON.parse(readFileSync(note, "utf8")) as { checkout: string; cluster: string };
  return checkout === root && existsSync(dirname(cluster)) ? cluster : null;
}

/** The folder of the cluster of a home: `postgres` in it or, where its account cannot enter, one below /var/lib/osc-directory, remembered in `location`. */
export function clusterFolder(home: string): string {
  const inHome = join(home, "postgres");
  const note = join(home, "location");
  const known = remembered(note);
  if (known || isReachable(inHome)) return known ?? inHome;
  const cluster = join(SHELF, `${checkoutKey}-${randomBytes(3).toString("hex")}`, "postgres");
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 });
  writeFileSync(note, JSON.stringify({ checkout: root, cluster }, null, 2));
  return cluster;
}

/** Where Linux keeps files in memory, and how much must be free for clusters to be put there. */
const MEMORY = { folder: "/dev/shm", bytes: 4 * 1024 ** 3 };

function hasMemory(): boolean {
  if (!existsSync(MEMORY.folder)) return false;
  const { bavail, bsize } = statfsSync(MEMORY.folder);
  return Math.min(bavail * bsize, freemem()) >= MEMORY.bytes;
}

/** The folders in which a throw-away cluster may stand. */
export const temporaryPlaces = () => [...new Set([MEMORY.folder, tmpdir(), "/tmp", "/var/tmp"])].filter((folder) => existsSync(folder));

/** A new empty home for a throw-away cluster, in a temporary place that its account can enter: in memory if asked for, where there is enough. */
export function temporaryHome(inMemory: boolean): string {
  const places = temporaryPlaces().filter((folder) => folder !== MEMORY.folder || (inMemory && hasMemory()));
  const place = places.find((folder) => isReachable(join(folder, "any")));
  if (!place) throw new Failure("No temporary folder can hold a throw-away database: set TMPDIR to one that every user can enter.");
  const home = mkdtempSync(join(place, `osc-database-${process.pid}-`));
  // As for `.data`.
  chmodSync(home, 0o711);
  return home;
}

/** A secret kept in the data home (mode 0600), made at its first use. `name` says what it is for. */
export function secret(home: string, name: string): string {
  const file = join(home, "secrets.json");
  const secrets = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
  const value = (secrets[name] ??= randomBytes(32).toString("base64url"));
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return value;
}
