import { existsSync, readFileSync, statfsSync } from "node:fs";
import { inCheckout, root } from "./paths.mjs";
import { Failure } from "./failure.mjs";
import { execute } from "./programs.mjs";
import { step } from "./steps.mjs";

// Packages, build and database of a first start, with some margin.
const neededBytes = 2_000_000_000;

const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages ?? {};

/** True when node_modules holds exactly what package-lock.json asks for (npm writes down there what it installed). */
function isInstalled() {
  const written = inCheckout("node_modules/.package-lock.json");
  if (!existsSync(written)) return false;
  const present = packagesOf(written);
  return Object.entries(packagesOf(inCheckout("package-lock.json"))).every(([path, { version, optional, peer }]) => {
    if (path === "") return true;
    const found = present[path];
    // A package for another system, or for nobody here, is rightly absent.
    return found ? found.version === version : Boolean(optional || peer);
  });
}

function npm() {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script) && existsSync(script)) return { command: process.execPath, args: [script], options: {} };
  const windows = process.platform === "win32";
  return { command: windows ? "npm.cmd" : "npm", args: [], options: { shell: windows } };
}

/** Installs the dependencies, development ones included, when they are missing or package-lock.json asks for others. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < neededBytes) {
    throw new Failure(`The disk is almost full: a first start needs 2 GB in ${root}, ${Math.round((bavail * bsize) / 1e6)} MB are free.`);
  }
  const { command, args, options } = npm();
  await step("Installing dependencies", async () => {
    // `npm ci` refuses a lock file written where the registry lacked another system's optional packages; this takes
    // the same locked versions and writes nothing but node_modules.
    await execute(command, [...args, "install", "--no-save", "--include=dev", "--include=optional"], {
      ...options,
      // A production machine may set NODE_ENV; the build needs the development packages all the same.
      env: { ...process.env, NODE_ENV: "development" },
      failure: "The dependencies could not be installed: see what npm says above (is the network reachable?).",
    });
  });
}
