// A PostgreSQL of the user's own, given by DATABASE_URL.
import { Failure } from "./failure.mjs";

/** Reads DATABASE_URL, or null when it is not set. Its fault, if any, is said in one sentence without the password. */
export function databaseUrl(value = process.env.DATABASE_URL) {
  if (!value) return null;
  let url;
  try {
    url = new URL(value);
  } catch {
    throw new Failure("DATABASE_URL is not a URL: it should look like postgresql://user:password@host:5432/name (special characters of the password as %XX).");
  }
  if (url.protocol !== "postgresql:" && url.protocol !== "postgres:") {
    throw new Failure(`DATABASE_URL begins with ${url.protocol}// but must begin with postgresql://.`);
  }
  if (url.pathname.length < 2) throw new Failure("DATABASE_URL names no database: add its name at the end, as in postgresql://user:password@host:5432/name.");
  return value;
}

function sentence(error, { hostname, port, pathname, username }) {
  const place = `${hostname || "localhost"}:${port || 5432}`;
  const code = error.code ?? error.errors?.[0]?.code;
  if (code === "28P01") return `DATABASE_URL: the server at ${place} refuses the password of the user "${username}".`;
  if (code === "28000") return `DATABASE_URL: the server at ${place} does not let the user "${username}" in (pg_hba.conf, or no such user).`;
  if (code === "3D000") return `DATABASE_URL: the server at ${place} has no database "${pathname.slice(1)}": create it first.`;
  if (code === "ECONNREFUSED") return `DATABASE_URL: nothing answers at ${place}: is PostgreSQL running there?`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `DATABASE_URL: the host "${hostname}" is not known.`;
  return `DATABASE_URL: the server at ${place} cannot be used (${error.message || code}).`;
}

/** Throws a Failure unless the server at this URL answers, is PostgreSQL 15 or later and stores UTF-8. Returns its major version. */
export async function checkExternalDatabase(url) {
  const { default: pg } = await import("pg");
  let client;
  let facts;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on("error", () => {});
    await client.connect();
    const { rows } = await client.query(`select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding`);
    facts = rows[0];
  } catch (error) {
    throw new Failure(sentence(error, new URL(url)));
  } finally {
    await client?.end().catch(() => {});
  }
  if (facts.major < 15) throw new Failure(`DATABASE_URL: that server is PostgreSQL ${facts.major}; 15 to 18 is needed.`);
  if (facts.encoding !== "UTF8") throw new Failure(`DATABASE_URL: that database stores ${facts.encoding}; create it with the encoding UTF8.`);
  return facts.major;
}
