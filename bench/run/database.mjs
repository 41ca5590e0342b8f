// A throw-away PostgreSQL with settings fit for a register of a million.
import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { openCluster, startCluster, stopCluster } from "../../scripts/runtime/cluster.mjs";
import { temporaryHome } from "../../scripts/runtime/data-home.mjs";
import { beforeEnd } from "../../scripts/runtime/lifetime.mjs";
import { makeCluster } from "../../scripts/runtime/new-cluster.mjs";

const MB = 2 ** 20;

/** What differs from PostgreSQL's own values; the same for the site and for the floor. */
export const settings = {
  shared_buffers: `${Math.min(2048, Math.floor(totalmem() / MB / 4))}MB`,
  effective_cache_size: `${Math.floor(totalmem() / MB / 2)}MB`,
  work_mem: "64MB",
  maintenance_work_mem: "512MB",
  max_wal_size: "8GB",
  random_page_cost: "1.1",
  // Compiling a query takes longer than any of these queries.
  jit: "off",
  autovacuum: "off",
};

/**
 * Starts it and registers its end.
 * @returns {Promise<{ url: string, pid: number, log: string, stop: () => Promise<void> }>} `pid` of the postmaster; `log`: the file it writes
 */
export async function startBenchDatabase() {
  const home = temporaryHome();
  let cluster;
  let forget = () => {};
  const stop = async () => {
    forget();
    if (cluster) await stopCluster(cluster);
    rmSync(home, { recursive: true, force: true });
  };
  forget = beforeEnd(stop);
  cluster = openCluster(home, { throwAway: true });
  await makeCluster(cluster);
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  appendFileSync(join(cluster.folder, "postgresql.conf"), `\n${lines.join("\n")}\n`);
  const url = await startCluster(cluster);
  const pid = Number(readFileSync(join(cluster.folder, "postmaster.pid"), "utf8").split("\n")[0]);
  return { url, pid, log: join(cluster.folder, "server.log"), stop };
}
