// What runs before the dependencies are there: Node alone. Parsed by every Node since 16, so that an old one is told what is wrong.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statfsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Packages, build and database of a first start, with some margin.
const neededBytes = 2_000_000_000;

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** True for 20.19+, 22.12+ and anything from 23: Prisma 7 needs `require` of ES modules. */
function isSupported(version) {
  const [major, minor] = version.split(".").map(Number);
  return major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
}

const packagesOf = (file) => JSON.parse(readFileSync(`${root}/${file}`, "utf8")).packages ?? {};

/** True when node_modules holds what package-lock.json asks for; npm records there what it installed. */
function isInstalled() {
  if (!existsSync(`${root}/node_modules/.package-lock.json`)) return false;
  const present = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(([path, { version, optional, peer }]) => {
    if (path === "") return true;
    const found = present[path];
    // An optional package may belong to another platform.
    return found ? found.version === version : Boolean(optional || peer);
  });
}

function install() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    stop(
      `The dependencies cannot be installed: this user may not write to the folder ${root}. Start as its owner, or put the checkout where it can be written to.`,
    );
  }
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < neededBytes) stop(`The disk is almost full: a first start needs 2 GB in ${root}, ${Math.round((bavail * bsize) / 1e6)} MB are free.`);
  console.log("• Installing dependencies…");
  // A production machine may set NODE_ENV; the build needs the development packages all the same.
  const { status } = spawnSync("npm ci --include=dev --include=optional", { cwd: root, shell: true, stdio: "inherit" });
  if (status !== 0) stop("The dependencies could not be installed: see what npm says above (is the network reachable?).");
}

/**
 * Checks Node, runs `npm ci` when something is missing, and lets this process import TypeScript.
 * Ends it with one sentence when it cannot.
 */
export async function bootstrap() {
  const { node } = process.versions;
  if (!isSupported(node))
    stop(`This project needs Node 20.19 or later (or 22.12 or later); this is Node ${node}. Install a newer Node from https://nodejs.org and try again.`);
  if (!isInstalled()) install();
  const { register } = await import("tsx/esm/api");
  register();
}
