// One process of the site: Next behind our own request handler. Started by scripts/runtime/server.mjs, which sets the
// environment (see README, Configuration) and the working directory.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import next from "next";
import { env } from "@/env";
import { logger } from "@/lib/logger";
import { createFront } from "./front";
import { listen } from "./listener";
import { revisionReader } from "./revision";

/** For the responses that all workers store. */
const CACHE_BYTES = 32 * 1024 * 1024;
/** The command that started us waits 8 s before it kills us. */
const GRACE_MS = 6000;

const { DATABASE_URL, PUBLIC_URL, HOST, PORT, NEXT_DIST_DIR, WORKERS = 1 } = env();
const buildId = join(NEXT_DIST_DIR, "BUILD_ID");

// Next compares this name with that of the addresses its proxy rewrites, in which 127.0.0.1 has become "localhost": with
// another name it would fetch its own pages over the network. Where we listen is the listener's business.
const application = next({ dev: false, port: PORT, hostname: "localhost" });
await application.prepare();

const revision = revisionReader(DATABASE_URL, (error) => logger.warn({ err: error }, "The connection that reads the revision broke"));
const front = createFront({
  application: application.getRequestHandler(),
  readRevision: revision.read,
  logger,
  publicUrl: PUBLIC_URL,
  cacheBytes: CACHE_BYTES / WORKERS,
  builtAt: statSync(buildId).mtimeMs,
});
const listener = await listen((request, response) => void front.handle(request, response), { port: PORT, host: HOST });
logger.info({ port: listener.port, build: readFileSync(buildId, "utf8") }, "The site listens");

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  await listener.close(GRACE_MS);
  logger.info(front.figures(), "The site stops");
  await Promise.allSettled([application.close(), revision.close()]);
  process.exit(0);
}
process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
