import { markUnavailable } from "@/lib/request-outcome";
import { isUnavailable } from "@/lib/database-trouble";

/** Called by Next once, before the server listens: starts to load the search index and to look for what is to be mailed, and waits for nothing. */
export async function register(): Promise<void> {
  const { indexIsReady } = await import("@/data/search/present");
  indexIsReady();
  const { keepMailingQueue } = await import("@/features/proposals/daily-mail");
  keepMailingQueue();
}

/** Called by Next with every error that made a page fail: tells the server before it which ones will pass. */
export function onRequestError(error: unknown): void {
  if (isUnavailable(error)) markUnavailable();
}
