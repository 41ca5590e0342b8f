import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killLeftover, openCluster, startCluster, stopCluster } from "./cluster.mjs";
import { checkoutHome, temporaryHome } from "./data-home.mjs";
import { alone, hold, isAlive, release } from "./holders.mjs";
import { beforeEnd } from "./lifetime.mjs";

/**
 * Starts the embedded PostgreSQL, or joins the one another command started.
 * `ephemeral: true` makes a throw-away cluster in a temporary folder, deleted by `stop()`.
 * `dataDir` is the home of the data when it is not this checkout's own.
 * `task` says what the others should know we do: `serve`, `develop` or `command`.
 * @returns {Promise<{ url: string, folder: string, stop: () => Promise<void> }>}
 */
export async function startDatabase({ dataDir, ephemeral = false, task = "command" } = {}) {
  if (ephemeral) sweepTemporary();
  const home = ephemeral ? temporaryHome() : (dataDir ?? checkoutHome());
  let cluster;
  let forget = () => {};
  const stop = async () => {
    forget();
    await alone(home, async () => {
      if (release(home) && cluster) await stopCluster(cluster);
    });
    if (ephemeral) rmSync(home, { recursive: true, force: true });
  };
  forget = beforeEnd(stop);
  const url = await alone(home, async () => {
    hold(home, task);
    cluster = openCluster(home, { throwAway: ephemeral });
    return startCluster(cluster);
  });
  return { url, folder: cluster.folder, stop };
}

/** Removes the throw-away databases of test runs that were killed. */
function sweepTemporary() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^osc-database-(\d+)-/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const home = join(tmpdir(), name);
    killLeftover(home);
    rmSync(home, { recursive: true, force: true });
  }
}
