// node deploy/cluster.mjs [--folder <folder>] [--port 3000] [--host 127.0.0.1]
// Several servers on one machine, from Debian's packages: postgresql, pgbouncer, haproxy. Ctrl-C stops them all.
import { requireSupportedNode } from "../scripts/runtime/node-version.mjs";

requireSupportedNode();
const { parseArgs } = await import("node:util");
const { resolve } = await import("node:path");
const { run, isEnding } = await import("../scripts/runtime/lifetime.mjs");
const { Failure } = await import("../scripts/runtime/failure.mjs");
const { inCheckout, loadEnvFiles } = await import("../scripts/runtime/paths.mjs");
const { ensureInstalled } = await import("../scripts/runtime/install.mjs");
const { ensureClient } = await import("../scripts/runtime/prisma-client.mjs");

const say = (...lines) => process.stdout.write(`${lines.join("\n")}\n`);

function options() {
  const { values } = parseArgs({ options: { folder: { type: "string" }, port: { type: "string" }, host: { type: "string" } } });
  const port = Number(values.port ?? 3000);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000)
    throw new Failure("--port must be a number from 1024 to 65000; the 22 ports after it are used too.");
  return { folder: resolve(values.folder ?? inCheckout(".data/several-servers")), port, host: values.host ?? "127.0.0.1" };
}

function announce({ origin, administrator, primary, replicas, poolers, servers }) {
  const plain = (url) => url.replace(/:[^:@/]+@/, ":…@");
  say("", `  The directory, through the proxy:  ${origin}`);
  for (const server of servers) say(`  a server:                          ${server.origin}`);
  const [before, ...beforeReplicas] = poolers;
  say(`  the primary:                       ${plain(primary.url)}  behind PgBouncer at port ${before.port}`);
  for (const [index, { url }] of replicas.entries())
    say(`  a replica:                         ${plain(url)}  behind PgBouncer at port ${beforeReplicas[index].port}`);
  if (administrator) say("", `  First administrator (shown this once): ${administrator.email}  ${administrator.password}`);
  say("", "  Each part may be killed to see what happens. Stop all with Ctrl-C.", "");
}

await run(async () => {
  loadEnvFiles();
  const chosen = options();
  await ensureInstalled();
  await ensureClient();
  const { startAll } = await import("./native/cluster.mjs");
  const { ensureBuildToServe } = await import("../scripts/runtime/build.mjs");
  const all = await startAll({ ...chosen, build: ensureBuildToServe });
  announce(all);
  const parts = [all.primary, ...all.replicas, ...all.poolers, ...all.servers, all.proxy];
  await Promise.all(
    parts.map(async ({ name, closed }) => {
      const how = await closed;
      if (!isEnding()) say(`  ${name} ended (${how}); the rest goes on.`);
    }),
  );
  throw new Failure("Every part has ended.");
});
