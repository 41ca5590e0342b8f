// Runs before the dependencies are there: Node alone.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statfsSync } from "node:fs";
import { inCheckout, root } from "./paths.mjs";
import { Failure } from "./failure.mjs";

// Packages, build and database of a first start, with some margin.
const neededBytes = 2_000_000_000;

const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages ?? {};

/** True when node_modules holds what package-lock.json asks for; npm records there what it installed. */
function isInstalled() {
  const written = inCheckout("node_modules/.package-lock.json");
  if (!existsSync(written)) return false;
  const present = packagesOf(written);
  return Object.entries(packagesOf(inCheckout("package-lock.json"))).every(([path, { version, optional, peer }]) => {
    if (path === "") return true;
    const found = present[path];
    // An optional package may belong to another platform.
    return found ? found.version === version : Boolean(optional || peer);
  });
}

/** Runs `npm ci`, development packages included, unless node_modules is what package-lock.json asks for. */
export function ensureInstalled() {
  if (isInstalled()) return;
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < neededBytes) {
    throw new Failure(`The disk is almost full: a first start needs 2 GB in ${root}, ${Math.round((bavail * bsize) / 1e6)} MB are free.`);
  }
  console.log("• Installing dependencies…");
  // A production machine may set NODE_ENV; the build needs the development packages all the same.
  const { status } = spawnSync("npm ci --include=dev --include=optional", { cwd: root, shell: true, stdio: "inherit" });
  if (status !== 0) throw new Failure("The dependencies could not be installed: see what npm says above (is the network reachable?).");
}
