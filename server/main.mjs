// @ts-check
// The production server: Next behind our own front, in one process. Started by scripts/runtime/server.mjs,
// which sets the environment (see README, Configuration).
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";
import { pino } from "pino";
import { createFront } from "./front.mjs";
import { listen } from "./listener.mjs";
import { revisionOf } from "./revision.mjs";

/** The command that started us waits 8 s before it ends us. */
const PATIENCE_MS = 6000;

const dir = dirname(dirname(fileURLToPath(import.meta.url)));
const { DATABASE_URL, PUBLIC_URL, LOG_LEVEL, HOST, PORT, NEXT_DIST_DIR } = process.env;
if (!DATABASE_URL) throw new Error("DATABASE_URL is not set: npm start sets it.");
const port = Number(PORT || 3000);
const logger = pino({ level: LOG_LEVEL || "info" });

// Next compares this name with that of the addresses its proxy rewrites, in which 127.0.0.1 has become "localhost": with
// another name it would fetch its own pages over the network. Where we listen is the listener's business.
const application = next({ dir, dev: false, port, hostname: "localhost" });
await application.prepare();

const revision = revisionOf(DATABASE_URL, (error) => logger.warn({ err: error }, "The connection that asks for the revision broke"));
const front = createFront({
  app: application.getRequestHandler(),
  checkRevision: revision.check,
  logger,
  publicUrl: PUBLIC_URL || undefined,
  builtAt: statSync(join(dir, NEXT_DIST_DIR || ".next", "BUILD_ID")).mtimeMs,
});
const listener = await listen((request, response) => void front.handle(request, response), { port, host: HOST || undefined });
logger.info({ port: listener.port, build: readFileSync(join(dir, NEXT_DIST_DIR || ".next", "BUILD_ID"), "utf8") }, "The site listens");

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  await listener.close(PATIENCE_MS);
  logger.info(front.figures(), "The site stops");
  await Promise.allSettled([application.close(), revision.close()]);
  process.exit(0);
}
process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
