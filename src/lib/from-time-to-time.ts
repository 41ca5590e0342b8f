import "server-only";
import { logger } from "./logger";

/**
 * Does something now and then again, as long as this process runs. Each process of a site does: the work itself, or the database, sees to it that
 * nothing is done twice. What fails is logged and tried again the next time.
 * @param failed what the log says
 */
export function fromTimeToTime(everyMs: number, work: () => Promise<unknown>, failed: string): void {
  const attempt = () => work().catch((error: unknown) => logger.warn({ err: error }, failed));
  void attempt();
  setInterval(() => void attempt(), everyMs).unref();
}
