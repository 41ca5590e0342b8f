// The production server, started by scripts/runtime: a supervisor, and the processes of the site.
import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import { env } from "@/env";
import { logger } from "@/lib/logger";

/** The database needs the other cores of a large machine, and each worker takes its own memory. */
const MOST_BY_DEFAULT = 4;

const workers = env().WORKERS ?? Math.min(availableParallelism(), MOST_BY_DEFAULT);

if (cluster.isPrimary && !env().PUBLIC_URL) {
  logger.warn(
    "PUBLIC_URL is not set: addresses in pages, feeds and files are paths. Set it to the address that readers use, such as https://annuaire.example.org",
  );
}
if (cluster.isPrimary) (await import("./supervisor")).supervise(workers);
else await import("./site");
