import { readFileSync, statSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { env, isDevelopment } from "@/env";
import { logger } from "@/lib/logger";
import type { Prepared } from "./application";
import { endOnSignal } from "./ending";
import { createFront } from "./front";
import { boundedServer, listen } from "./listener";
import { revisionReader } from "./revision";
import { bearsSession } from "./upload";

/** Each takes some 20 kB. */
const CONNECTIONS = 4000;

/**
 * Listens to readers, and answers them from the response cache or by the application.
 * @param workers how many processes render, when a supervisor runs them and this one
 */
export async function serve(prepare: (server: Server) => Promise<Prepared>, { workers }: { workers?: number } = {}): Promise<void> {
  const { DATABASE_URL, PUBLIC_URL, TRUSTED_PROXIES, HOST, PORT, NEXT_DIST_DIR, NEXTAUTH_SECRET } = env();
  /** `npm run dev` has no build, and nothing may outlive a change of the sources there. */
  const buildId = isDevelopment ? null : join(NEXT_DIST_DIR, "BUILD_ID");
  const server = boundedServer((request, response) => void front.handle(request, response), { connections: CONNECTIONS, proxies: TRUSTED_PROXIES });
  const { application, close } = await prepare(server);
  const revision = revisionReader(DATABASE_URL, (error) => logger.warn({ err: error }, "The connection that reads the revision broke"));
  const front = createFront({
    application,
    workers,
    readRevision: revision.read,
    logger,
    publicUrl: PUBLIC_URL,
    trustedProxies: TRUSTED_PROXIES,
    bearsSession: ({ headers }) => bearsSession(headers, NEXTAUTH_SECRET),
    ...(buildId ? { builtAt: statSync(buildId).mtimeMs } : { cacheBytes: 0, fileBytes: 0 }),
  });
  const listener = await listen(server, { port: PORT, host: HOST });
  logger.info({ port: listener.port, build: buildId && readFileSync(buildId, "utf8") }, "The site listens");
  const closeRest = async () => {
    logger.info(front.figures(), "The site stops");
    await Promise.allSettled([close(), revision.close()]);
  };
  endOnSignal(listener, closeRest, { isSupervised: workers !== undefined });
}
