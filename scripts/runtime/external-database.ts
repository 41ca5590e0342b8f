// A PostgreSQL of the user's own, given by DATABASE_URL.
import { withClient } from "./connection";
import { Failure, codeOf } from "./failure";

/** Reads DATABASE_URL, or null when it is not set. Its fault, if any, is said in one sentence without the password. */
export function databaseUrl(value = process.env.DATABASE_URL): string | null {
  if (!value) return null;
  if (!URL.canParse(value))
    throw new Failure("DATABASE_URL is not a URL: it should look like postgresql://user:password@host:5432/name (special characters of the password as %XX).");
  const { protocol, pathname } = new URL(value);
  if (protocol !== "postgresql:" && protocol !== "postgres:") throw new Failure(`DATABASE_URL begins with ${protocol}// but must begin with postgresql://.`);
  if (pathname.length < 2) throw new Failure("DATABASE_URL names no database: add its name at the end, as in postgresql://user:password@host:5432/name.");
  return value;
}

function sentence(error: unknown, { hostname, port, pathname, username }: URL): string {
  const server = `DATABASE_URL: the server at ${hostname || "localhost"}:${port || 5432}`;
  const code = codeOf(error);
  if (code === "28P01") return `${server} refuses the password of the user "${username}".`;
  if (code === "28000") return `${server} does not let the user "${username}" in (pg_hba.conf, or no such user).`;
  if (code === "3D000") return `${server} has no database "${pathname.slice(1)}": create it first.`;
  if (code === "ECONNREFUSED") return `${server} does not answer: is PostgreSQL running there?`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `DATABASE_URL: the host "${hostname}" is not known.`;
  return `${server} cannot be used (${(error instanceof Error && error.message) || code}).`;
}

const FACTS = "SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('server_encoding') AS encoding";

/** Throws a Failure unless the server at this URL answers, is PostgreSQL 15 or later and stores UTF-8. Returns its major version. */
export async function checkExternalDatabase(url: string): Promise<number> {
  const ask = withClient(url, (client) => client.query<{ major: number; encoding: string }>(FACTS), { connectionTimeoutMillis: 10_000 });
  const { rows } = await ask.catch((error: unknown) => {
    throw new Failure(sentence(error, new URL(url)));
  });
  const { major, encoding } = rows[0]!;
  if (major < 15) throw new Failure(`DATABASE_URL: that server is PostgreSQL ${major}; 15 to 18 is needed.`);
  if (encoding !== "UTF8") throw new Failure(`DATABASE_URL: that database stores ${encoding}; create it with the encoding UTF8.`);
  return major;
}
