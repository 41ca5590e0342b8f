// A PgBouncer before one database.
import { chownSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startProgram, untilReady } from "./programs.mjs";
import { withClient } from "./postgres.mjs";

const shared = new URL("../pgbouncer.ini", import.meta.url);

/**
 * Starts a PgBouncer on `port` before the database at `target` (a URL straight to PostgreSQL).
 * @returns its program and `url`, which is the same database through it
 */
export async function startPgBouncer(name, port, target, { folder, programs, account }) {
  const { username, password, port: databasePort, pathname } = new URL(target);
  const database = pathname.slice(1);
  const write = (suffix, content) => {
    const file = join(folder, `${name}${suffix}`);
    writeFileSync(file, content, { mode: 0o600 });
    if (account.uid !== undefined) chownSync(file, account.uid, account.gid);
    return file;
  };
  const accounts = write(".users", `"${username}" "${password}"\n`);
  const lines = [
    "[databases]",
    `${database} = host=127.0.0.1 port=${databasePort} dbname=${database} connect_query='SET statement_timeout = 5000'`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    `auth_file = ${accounts}`,
    readFileSync(shared, "utf8"),
  ];
  const program = startProgram(programs.pgbouncer, [write(".ini", lines.join("\n"))], { name, folder, account, stopSignal: "SIGTERM" });
  const url = `postgresql://${username}:${password}@127.0.0.1:${port}/${database}`;
  await untilReady(program, () => withClient(url, async (client) => (await client.query("select 1")).rowCount === 1), { folder });
  return { ...program, port, url };
}
