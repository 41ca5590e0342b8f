// node deploy/serve.mjs
// One server of ours and nothing else: on a build that is there (`node deploy/build.mjs`) and on a
// database that is migrated and loaded. Settings as in the README; DATABASE_URL and NEXTAUTH_SECRET are needed.
import { requireSupportedNode } from "../scripts/runtime/node-version.mjs";

requireSupportedNode();
const { existsSync } = await import("node:fs");
const { run } = await import("../scripts/runtime/lifetime.mjs");
const { Failure } = await import("../scripts/runtime/failure.mjs");
const { inCheckout, loadEnvFiles } = await import("../scripts/runtime/paths.mjs");
const { chosenPort } = await import("../scripts/runtime/port.mjs");
const { serverEnvironment, startServer } = await import("../scripts/runtime/server.mjs");

await run(async () => {
  loadEnvFiles();
  const { DATABASE_URL, NEXTAUTH_SECRET, NEXT_DIST_DIR = ".next" } = process.env;
  if (!DATABASE_URL) throw new Failure("DATABASE_URL is not set: several servers share one database.");
  if (!NEXTAUTH_SECRET) throw new Failure("NEXTAUTH_SECRET is not set: all servers must have the same one.");
  if (!existsSync(inCheckout(NEXT_DIST_DIR, "BUILD_ID"))) throw new Failure("There is no build here: run `node deploy/build.mjs` first.");
  const port = await chosenPort();
  const server = await startServer({ env: serverEnvironment({ databaseUrl: DATABASE_URL, port }), port });
  process.stdout.write(`Serving at ${server.origin}\n`);
  throw new Failure(`The server stopped (${await server.closed}).`);
});
