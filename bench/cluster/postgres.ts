// One primary and its streaming replicas.
import { appendFileSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "../../scripts/runtime/connection";
import { give, makeFolder, runProgram, startProgram, untilReady, type Context, type Program } from "./programs";

/** `url` is that of the directory, straight to PostgreSQL. */
export type Server = Program & { port: number; url: string; superuserUrl: string };

/** The database, and the account that owns it. */
const databaseName = "directory";
const replicationUser = "replicator";

/** Small on purpose: a whole cluster shares one machine here. The comments of deploy/compose.yaml hold for both. */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "64MB",
  max_connections: 60,
  timezone: "UTC",
  // A replica that stays away must not fill the primary's disk.
  max_slot_wal_keep_size: "1GB",
  // The primary keeps the rows that a reader of a replica still sees.
  hot_standby_feedback: "on",
};

const argumentsOf = (folder: string, port: number) => [
  ...["-D", folder, "-p", String(port)],
  ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
];

const urlOf = (user: string, password: string, port: number, database = databaseName) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

/** True when the database at `url` answers. */
export const answers = (url: string) => withClient(url, async (client) => (await client.query("SELECT 1")).rowCount === 1, { connectionTimeoutMillis: 2000 });

async function make(data: string, { programs, account, secrets }: Context): Promise<void> {
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  give(passwordFile, account);
  const args = ["-D", data, "-U", "postgres", "--pwfile", passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"];
  try {
    await runProgram(join(programs.postgres, "initdb"), args, { account, failure: "PostgreSQL could not make the primary's data." });
  } finally {
    rmSync(passwordFile);
  }
  appendFileSync(join(data, "pg_hba.conf"), `host replication ${replicationUser} 127.0.0.1/32 scram-sha-256\n`);
}

/** Makes the accounts and the database unless they are there. */
async function prepare(superuserUrl: string, secrets: Context["secrets"]): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const account = async (name: string, options: string, password: string) => {
      const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
      if (rowCount === 0) await client.query(`create role ${name} login ${options} password '${password}'`);
    };
    await account(databaseName, "", secrets.database);
    await account(replicationUser, "replication", secrets.replication);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName} owner ${databaseName}`);
  });
}

/** Starts the primary, made if need be. */
export async function startPrimary(port: number, context: Context): Promise<Server> {
  const { folder, programs, account, secrets } = context;
  const data = join(folder, "primary");
  if (!existsSync(join(data, "PG_VERSION"))) {
    rmSync(data, { recursive: true, force: true });
    makeFolder(data, account);
    await make(data, context);
  }
  const name = "primary";
  const program = startProgram(join(programs.postgres, "postgres"), argumentsOf(data, port), { name, folder, account, stopSignal: "SIGINT" });
  const superuserUrl = urlOf("postgres", secrets.superuser, port, "postgres");
  await untilReady(program, () => answers(superuserUrl), { folder });
  await prepare(superuserUrl, secrets);
  return { ...program, port, url: urlOf(databaseName, secrets.database, port), superuserUrl };
}

/**
 * Starts a replica, copied from the primary when it has no data yet, and waits until it can be read. `number` counts from 1: its
 * slot on the primary is `replica_<number>`.
 */
export async function startReplica(number: number, port: number, primary: Server, { folder, programs, account, secrets }: Context): Promise<Server> {
  const name = `replica-${number}`;
  const slot = `replica_${number}`;
  const data = join(folder, name);
  const source = `host=127.0.0.1 port=${primary.port} user=${replicationUser} application_name=${slot}`;
  if (!existsSync(join(data, "standby.signal"))) {
    rmSync(data, { recursive: true, force: true });
    makeFolder(data, account);
    await withClient(primary.superuserUrl, (client) =>
      client.query("select pg_create_physical_replication_slot($1) where not exists (select from pg_replication_slots where slot_name = $1)", [slot]),
    );
    const args = ["-d", source, "-D", data, "--write-recovery-conf", "--slot", slot, "--wal-method=stream", "--checkpoint=fast"];
    const failure = `The primary could not be copied to ${name}.`;
    const env = { PGPASSWORD: secrets.replication };
    await runProgram(join(programs.postgres, "pg_basebackup"), args, { account, failure, env });
  }
  // Written at each start, for the ports may be others than the last time; in a file, for it holds a password.
  const following = `primary_conninfo = '${source} password=${secrets.replication}'\nprimary_slot_name = '${slot}'\n`;
  writeFileSync(join(data, "postgresql.auto.conf"), following);
  const program = startProgram(join(programs.postgres, "postgres"), argumentsOf(data, port), { name, folder, account, stopSignal: "SIGINT" });
  const url = urlOf(databaseName, secrets.database, port);
  await untilReady(program, () => answers(url), { folder });
  return { ...program, port, url, superuserUrl: urlOf("postgres", secrets.superuser, port, "postgres") };
}
