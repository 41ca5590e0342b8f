// Where this checkout keeps its database and its secrets.
import { createHash, randomBytes } from "node:crypto";
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inCheckout, root } from "./paths.mjs";
import { canUse, postgresAccount } from "./postgres-account.mjs";
import { Failure } from "./failure.mjs";

/** Places of root outside any checkout: copies of the programs, and data of checkouts nobody else can enter. */
export const shelf = "/var/lib/osc-directory";

/** Makes a folder that the account, and nobody else but root, can use. False when it cannot reach it. */
function makeReachable(folder, account) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  return canUse(folder, account);
}

/** This checkout's own home for database, secrets and the notes of running commands: `.data`, made if need be. */
export function checkoutHome() {
  const home = inCheckout(".data");
  // Root's database account must be able to pass through; the cluster and the secrets inside stay closed.
  mkdirSync(home, { recursive: true, mode: 0o711 });
  try {
    accessSync(home, constants.R_OK | constants.W_OK);
  } catch {
    throw notOurs();
  }
  return home;
}

const notOurs = () => new Failure("The folder .data belongs to another user: start as that user, or remove .data to begin with an empty database.");

/** The place remembered in `location`; ignored when the checkout was copied or moved with it. */
function rememberedCluster(note) {
  if (!existsSync(note)) return null;
  const { checkout, cluster } = JSON.parse(readFileSync(note, "utf8"));
  return checkout === root && existsSync(cluster) ? cluster : null;
}

/**
 * The folder of the cluster of a home, open to the account that runs it: `postgres` in that home or, when root works
 * where that account cannot enter, one of its own below /var/lib/osc-directory, remembered in `location`.
 */
export function clusterFolder(home) {
  const note = join(home, "location");
  const remembered = rememberedCluster(note);
  if (remembered) return remembered;
  const folder = join(home, "postgres");
  try {
    if (makeReachable(folder, postgresAccount(folder))) return folder;
  } catch (error) {
    throw error.code === "EPERM" || error.code === "EACCES" ? notOurs() : error;
  }
  rmdirSync(folder);
  const name = `${createHash("sha256").update(root).digest("hex").slice(0, 12)}-${randomBytes(3).toString("hex")}`;
  mkdirSync(join(shelf, name), { recursive: true, mode: 0o755 });
  const elsewhere = join(shelf, name, "postgres");
  if (!makeReachable(elsewhere, postgresAccount())) throw new Failure(`The database's user cannot enter ${elsewhere}.`);
  writeFileSync(note, JSON.stringify({ checkout: root, cluster: elsewhere }, null, 2));
  return elsewhere;
}

/** A new empty home for a throw-away cluster, in the first temporary place its account can enter. */
export function temporaryHome() {
  const account = postgresAccount();
  for (const place of [tmpdir(), "/tmp", "/var/tmp", join(shelf, "tmp")]) {
    try {
      if (place.startsWith(shelf)) mkdirSync(place, { recursive: true, mode: 0o755 });
      const home = mkdtempSync(join(place, `osc-database-${process.pid}-`));
      chmodSync(home, 0o711);
      if (makeReachable(join(home, "postgres"), account)) return home;
      rmSync(home, { recursive: true, force: true });
    } catch (error) {
      if (error.code === "ENOSPC") throw error;
    }
  }
  throw new Failure("No temporary folder can hold a throw-away database: set TMPDIR to one that every user can enter.");
}

/**
 * A secret kept in the data home (mode 0600), made at its first use.
 * @param {string} name what it is for
 */
export function secret(home, name) {
  const file = join(home, "secrets.json");
  const secrets = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  if (!secrets[name]) {
    secrets[name] = randomBytes(32).toString("base64url");
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  }
  return secrets[name];
}
