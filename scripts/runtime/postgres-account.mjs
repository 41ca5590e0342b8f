// PostgreSQL refuses to run as root: the account it runs as instead.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { Failure } from "./failure.mjs";

const name = "osc-postgres";
export const isRoot = process.getuid?.() === 0;

const numberOf = (user, flag) => {
  const { status, stdout } = spawnSync("id", [flag, user], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
};

/** `{ uid, gid }` of a user of this system, or null when there is none or this machine does not let us become it. */
function accountOf(user) {
  const uid = numberOf(user, "-u");
  const gid = numberOf(user, "-g");
  if (!uid || gid === null) return null;
  return spawnSync("/bin/sh", ["-c", ":"], { uid, gid, cwd: "/" }).status === 0 ? { uid, gid } : null;
}

function createUser() {
  const ways = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/bin/false", name]],
    ["adduser", ["-S", "-D", "-H", "-s", "/bin/false", name]],
  ];
  for (const [command, args] of ways) {
    if (spawnSync(command, args).status === 0) return;
  }
}

let chosen;

/**
 * What to add to `spawn` so that PostgreSQL accepts to run: `{}` for an ordinary user; for root `{ uid, gid }` of the
 * owner of an existing cluster, else of the system user `osc-postgres` (created), else of another unprivileged user.
 */
export function postgresAccount(existingCluster) {
  if (!isRoot) return {};
  if (existingCluster && existsSync(existingCluster)) {
    const { uid, gid } = statSync(existingCluster);
    if (uid !== 0) return { uid, gid };
  }
  chosen ??= accountOf(name) ?? (createUser(), accountOf(name)) ?? accountOf("postgres") ?? accountOf("nobody");
  if (!chosen) {
    throw new Failure("PostgreSQL refuses to run as root and this machine has no other user for it: start as an ordinary user, or set DATABASE_URL.");
  }
  return chosen;
}

/** True when the account can enter this folder and write in it. */
export function canUse(folder, account) {
  if (account.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1" && test -w .', "sh", folder], { ...account, cwd: "/" }).status === 0;
}
