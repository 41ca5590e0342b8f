// A PgBouncer before one database.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inCheckout } from "../../scripts/runtime/paths";
import { answers } from "./postgres";
import { give, startProgram, untilReady, type Context, type Program } from "./programs";

const shared = inCheckout("deploy/pgbouncer.ini");

export type Pooler = Program & { port: number; url: string };

/** Starts a PgBouncer on `port` before the database at `target` (a URL straight to PostgreSQL); `url` is the same database through it. */
export async function startPgBouncer(name: string, port: number, target: string, { folder, programs, account }: Context): Promise<Pooler> {
  const { username, password, port: databasePort, pathname } = new URL(target);
  const database = pathname.slice(1);
  const write = (suffix: string, content: string) => {
    const file = join(folder, `${name}${suffix}`);
    writeFileSync(file, content, { mode: 0o600 });
    give(file, account);
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
  await untilReady(program, () => answers(url), { folder });
  return { ...program, port, url };
}
