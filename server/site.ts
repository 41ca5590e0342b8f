// One process of the site: Next behind our own request handler. Started by scripts/runtime/server.mjs, which sets the
// environment (see README, Configuration) and the working directory.
import { readFileSync, statSync } from "node:fs";
import { isIPv6 } from "node:net";
import { join } from "node:path";
import next from "next";
import { env, isDevelopment, tellNextOwnOrigin } from "@/env";
import { logger } from "@/lib/logger";
import { withDirectAnswers } from "./direct";
import { createFront } from "./front";
import { boundedServer, listen } from "./listener";
import { withPageAddresses } from "./page-address";
import { revisionReader } from "./revision";
import { bearsSession } from "./upload";

/** For the responses that all workers store. */
const CACHE_BYTES = 32 * 1024 * 1024;
/** Of all workers; each takes some 20 kB. */
const CONNECTIONS = 4000;
/** The command that started us waits 8 s before it kills us. */
const GRACE_MS = 6000;

const { DATABASE_URL, PUBLIC_URL, TRUSTED_PROXIES, HOST, PORT, NEXT_DIST_DIR, NEXTAUTH_SECRET, WORKERS = 1 } = env();
/** `npm run dev` has no build, and nothing may outlive a change of the sources there. */
const buildId = isDevelopment ? null : join(NEXT_DIST_DIR, "BUILD_ID");

const server = boundedServer((request, response) => void front.handle(request, response), {
  connections: CONNECTIONS / WORKERS,
  proxies: TRUSTED_PROXIES,
});
const application = next({ dev: isDevelopment, port: PORT, httpServer: server });
await application.prepare();

const revision = revisionReader(DATABASE_URL, (error) => logger.warn({ err: error }, "The connection that reads the revision broke"));
const front = createFront({
  application: withPageAddresses(withDirectAnswers(application.getRequestHandler())),
  readRevision: revision.read,
  logger,
  publicUrl: PUBLIC_URL,
  trustedProxies: TRUSTED_PROXIES,
  bearsSession: ({ headers }) => bearsSession(headers, NEXTAUTH_SECRET),
  ...(buildId ? { cacheBytes: CACHE_BYTES / WORKERS, builtAt: statSync(buildId).mtimeMs } : { cacheBytes: 0, fileBytes: 0 }),
});
const listener = await listen(server, { port: PORT, host: HOST });
if (!isDevelopment)
  tellNextOwnOrigin(`http://${!HOST || HOST === "0.0.0.0" || HOST === "::" ? "localhost" : isIPv6(HOST) ? `[${HOST}]` : HOST}:${listener.port}`);
logger.info({ port: listener.port, build: buildId && readFileSync(buildId, "utf8") }, "The site listens");

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
