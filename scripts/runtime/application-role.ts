// The account that the site uses in a database of ours.
import { readFileSync } from "node:fs";
import pg from "pg";
import { inTransaction, withClient } from "./connection";
import { inCheckout } from "./paths";

/** As in deploy/application-role.sql, which operators run on a database of theirs. */
const ROLE = "directory_site";

/** Makes the site's account in the database at `ownerUrl`, or brings its password and rights up to date, and returns its URL. To be called after migrating. */
export async function applicationUrl(ownerUrl: string, password: string): Promise<string> {
  await withClient(ownerUrl, (client) =>
    inTransaction(client, async () => {
      const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [ROLE]);
      const attributes = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";
      await client.query(`${rowCount ? "ALTER" : "CREATE"} ROLE ${ROLE} ${attributes} PASSWORD ${pg.escapeLiteral(password)}`);
      await client.query(readFileSync(inCheckout("deploy/application-role.sql"), "utf8"));
    }),
  );
  const url = new URL(ownerUrl);
  url.username = ROLE;
  url.password = password;
  return url.href;
}
