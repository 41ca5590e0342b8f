// npm run bench:cluster [-- --folder <folder>] [--port 3000] [--host 127.0.0.1]
// Several servers on one machine, from Debian's packages: postgresql, pgbouncer, haproxy. Ctrl-C stops them all.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureClient } from "../../scripts/runtime/build";
import { Failure } from "../../scripts/runtime/failure";
import { isEnding, run } from "../../scripts/runtime/lifetime";
import { inCheckout, loadEnvFiles } from "../../scripts/runtime/paths";
import { startAll, type Cluster } from "./cluster";

function options() {
  const { values } = parseArgs({ options: { folder: { type: "string" }, port: { type: "string" }, host: { type: "string" } } });
  const port = Number(values.port ?? 3000);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000)
    throw new Failure("--port must be a number from 1024 to 65000; the 22 ports after it are used too.");
  return { folder: resolve(values.folder ?? inCheckout(".data/several-servers")), port, host: values.host ?? "127.0.0.1" };
}

function announce({ origin, administrator, primary, replicas, poolers, servers }: Cluster): void {
  const plain = (url: string) => url.replace(/:[^:@/]+@/, ":…@");
  const lines = ["", `  The directory, through the proxy:  ${origin}`];
  for (const server of servers) lines.push(`  a server:                          ${server.origin}`);
  const databases = [{ what: "the primary:  ", ...primary }, ...replicas.map((replica) => ({ what: "a replica:    ", ...replica }))];
  for (const [index, { what, url }] of databases.entries())
    lines.push(`  ${what}                     ${plain(url)}  behind PgBouncer at port ${poolers[index]?.port}`);
  if (administrator) lines.push("", `  First administrator (shown this once): ${administrator.email}  ${administrator.password}`);
  console.log([...lines, "", "  Each part may be killed to see what happens. Stop all with Ctrl-C.", ""].join("\n"));
}

await run(async () => {
  loadEnvFiles();
  const chosen = options();
  await ensureClient();
  const all = await startAll(chosen);
  announce(all);
  const parts = [all.primary, ...all.replicas, ...all.poolers, ...all.servers, all.proxy];
  await Promise.all(
    parts.map(async ({ name, closed }) => {
      const how = await closed;
      if (!isEnding()) console.log(`  ${name} ended (${how}); the rest goes on.`);
    }),
  );
  throw new Failure("Every part has ended.");
});
