import { markUnavailable } from "@/lib/request-outcome";
import { isUnavailable } from "@/lib/database-trouble";

const LOOK_EVERY_MS = 600_000;

/** Called by Next once, before the server listens: starts to load the search index and to look for what is to be mailed or deleted, and waits for nothing. */
export async function register(): Promise<void> {
  const { indexIsReady } = await import("@/data/search/present");
  indexIsReady();
  const { fromTimeToTime } = await import("@/lib/from-time-to-time");
  const { mailQueue } = await import("@/features/proposals/daily-mail");
  const { removeOldRows } = await import("@/data/batch/staging");
  fromTimeToTime(LOOK_EVERY_MS, mailQueue, "Nobody was told of the proposals that wait");
  fromTimeToTime(LOOK_EVERY_MS, removeOldRows, "The rows of old files were not deleted");
}

/** Called by Next with every error that made a page fail: tells the server before it which ones will pass. */
export function onRequestError(error: unknown): void {
  if (isUnavailable(error)) markUnavailable();
}
