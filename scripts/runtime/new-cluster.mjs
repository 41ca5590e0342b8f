// How an embedded PostgreSQL cluster is made.
import { chownSync, mkdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { execute } from "./programs.mjs";

/** The only user of the embedded database; its password is a secret of the data home. */
export const databaseUser = "osc";

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "128MB",
  max_connections: "60",
  timezone: "UTC",
  log_timezone: "UTC",
  password_encryption: "scram-sha-256",
};

// A throw-away database may lose everything in a power cut, and is quicker for it.
const throwAwaySettings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

// The variables of a PostgreSQL client in the terminal (PGDATA, PGPORT…) must not reach ours.
const environment = () => {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG") && !name.startsWith("LC_") && name !== "LANG");
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
};

/** Runs a PostgreSQL program as the cluster's account. */
export const runAs = (cluster, command, args) => execute(command, args, { ...cluster.account, cwd: "/", env: environment() });

const giveTo = ({ uid, gid }, path) => uid !== undefined && chownSync(path, uid, gid);

/**
 * Makes the cluster aside, then moves it to its place: a first start that is killed leaves nothing half made.
 * Words are cut by Unicode's rules wherever the system knows a UTF-8 locale.
 */
export async function makeCluster(cluster) {
  const unfinished = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  giveTo(cluster.account, passwordFile);
  const chosen = { ...settings, ...(cluster.throwAway && throwAwaySettings) };
  const shared = [
    ...["--pgdata", unfinished, "--username", databaseUser, "--pwfile", passwordFile],
    ...["--auth=scram-sha-256", "--encoding=UTF8"],
    ...Object.entries(chosen).map(([name, value]) => `--set=${name}=${value}`),
    ...(cluster.throwAway ? ["--no-sync"] : []),
  ];
  try {
    let result;
    for (const ctype of ["C.UTF-8", "en_US.UTF-8", "C"]) {
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished, { mode: 0o700 });
      giveTo(cluster.account, unfinished);
      const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", `--lc-ctype=${ctype}`];
      result = await runAs(cluster, cluster.programs.initdb, [...shared, ...locale]);
      if (result.code === 0 || !/invalid locale/.test(result.output)) break;
    }
    if (result.code !== 0) throw new Failure("PostgreSQL could not make its data folder.", result.output);
    rmdirSync(cluster.folder);
    renameSync(unfinished, cluster.folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
