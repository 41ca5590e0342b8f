// npm start and npm run dev.
import { networkInterfaces } from "node:os";
import { ensureBuildToServe } from "./build.mjs";
import { checkoutHome, secret } from "./data-home.mjs";
import { openDatabase } from "./database-commands.mjs";
import { databaseUrl } from "./external-database.mjs";
import { Failure } from "./failure.mjs";
import { createFirstAdministrator, loadWhenEmpty } from "./first-content.mjs";
import { ensureInstalled } from "./install.mjs";
import { hold, release } from "./holders.mjs";
import { beforeEnd, isEnding } from "./lifetime.mjs";
import { loadEnvFiles } from "./paths.mjs";
import { chosenPort } from "./port.mjs";
import { ensureClient } from "./prisma-client.mjs";
import { serverEnvironment, startServer } from "./server.mjs";
import { step } from "./steps.mjs";

/** Brings the site up from whatever is there and stays until it is stopped. */
export async function serve({ development }) {
  loadEnvFiles();
  // What cannot work is said before anything slow begins.
  const port = await chosenPort();
  databaseUrl();

  await ensureInstalled();
  await ensureClient();
  const home = checkoutHome();
  const task = development ? "develop" : "serve";
  hold(home, task);
  beforeEnd(() => void release(home));
  const database = await openDatabase(task);
  await loadWhenEmpty(database.url);
  if (!development) await ensureBuildToServe();

  const authSecret = secret(home, "auth");
  const env = serverEnvironment({ databaseUrl: database.url, authSecret, port, development });
  const server = await step("Starting the site", () => startServer({ env, port, development }), { talks: true });
  announce(server.origin, await createFirstAdministrator(database.url));

  const how = await server.closed;
  if (isEnding()) return;
  throw new Failure(`The server stopped (${how}).`);
}

function announce(origin, administrator) {
  const lines = ["", `  The directory is ready:  ${process.env.PUBLIC_URL || origin}`];
  if (!process.env.HOST) {
    const { port } = new URL(origin);
    const addresses = Object.values(networkInterfaces())
      .flat()
      .filter(({ family, internal }) => family === "IPv4" && !internal);
    for (const { address } of addresses) lines.push(`  on your network:         http://${address}:${port}`);
  }
  if (administrator) {
    lines.push(
      "",
      "  First administrator (shown this once, change the password after signing in):",
      `    sign in:   ${process.env.PUBLIC_URL || origin}/connexion`,
      `    e-mail:    ${administrator.email}`,
      `    password:  ${administrator.password}`,
    );
  }
  console.log([...lines, "", "  Stop with Ctrl-C.", ""].join("\n"));
}
