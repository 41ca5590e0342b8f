// npm start and npm run dev.
import { networkInterfaces } from "node:os";
import { applicationUrl } from "./application-role";
import { ensureBuild, ensureClient } from "./build";
import { checkWritable, checkoutHome, secret } from "./data-home";
import { holdSite } from "./database";
import { createFirstAdministrator, loadWhenOlder, openDatabase, type Administrator } from "./database-commands";
import { databaseUrl } from "./external-database";
import { Failure } from "./failure";
import { isEnding } from "./lifetime";
import { inCheckout, loadEnvFiles } from "./paths";
import { chosenPort } from "./port";
import { serverEnvironment, startServer } from "./server";
import { checkSettings } from "./settings";
import { step } from "./steps";
import { isWholeBuild } from "./whole-build";

/** Brings the site up from whatever is there and stays until it is stopped. */
export async function serve({ development }: { development: boolean }): Promise<void> {
  loadEnvFiles();
  // What cannot work is said before anything slow begins.
  const port = await chosenPort();
  databaseUrl();
  checkSettings();
  checkWritable();
  await holdSite(development ? "develop" : "serve");

  await ensureClient();
  const database = await openDatabase();
  await loadWhenOlder(database.url);
  if (!development) await ensureBuild({ isOurs: true });

  // On a database of its own, the site has an account that owns nothing.
  const url = databaseUrl() ?? (await applicationUrl(database.url, secret(checkoutHome(), "application")));
  const env = serverEnvironment({ databaseUrl: url, authSecret: secret(checkoutHome(), "auth"), port, development });
  const server = await step("Starting the site", () => startServer({ env, port, development }), { talks: true });
  announce(process.env.PUBLIC_URL || server.origin, port, await createFirstAdministrator(database.url));

  const how = await server.closed;
  if (!isEnding()) throw new Failure(`The server stopped (${how}).`);
}

/** One server on a build and a database that are there; it stays until it is stopped. */
export async function serveBuild(): Promise<void> {
  loadEnvFiles();
  const { DATABASE_URL, NEXTAUTH_SECRET, NEXT_DIST_DIR = ".next" } = process.env;
  if (!DATABASE_URL) throw new Failure("DATABASE_URL is not set: several servers share one database.");
  if (!NEXTAUTH_SECRET) throw new Failure("NEXTAUTH_SECRET is not set: all servers must have the same one.");
  checkSettings();
  if (!isWholeBuild(inCheckout(NEXT_DIST_DIR))) throw new Failure("There is no whole build here: run `node deploy/build.mjs` first.");
  const port = await chosenPort();
  const server = await startServer({ env: serverEnvironment({ databaseUrl: DATABASE_URL, port }), port });
  console.log(`Serving at ${server.origin}`);
  const how = await server.closed;
  if (!isEnding()) throw new Failure(`The server stopped (${how}).`);
}

function announce(address: string, port: number, administrator: Administrator | null): void {
  const lines = ["", `  The directory is ready:  ${address}`];
  if (!process.env.HOST) {
    for (const network of Object.values(networkInterfaces()).flat()) {
      if (network?.family === "IPv4" && !network.internal) lines.push(`  on your network:         http://${network.address}:${port}`);
    }
  }
  if (administrator) {
    lines.push(
      "",
      "  First administrator (shown this once, change the password after signing in):",
      `    sign in:   ${address}/connexion`,
      `    e-mail:    ${administrator.email}`,
      `    password:  ${administrator.password}`,
    );
  }
  console.log([...lines, "", "  Stop with Ctrl-C.", ""].join("\n"));
}
