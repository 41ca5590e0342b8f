import { markUnavailable } from "@/lib/request-outcome";
import { isUnavailable } from "@/lib/database-trouble";

/** Called by Next once, before the server listens: starts to load the search index, and waits for nothing. */
export async function register(): Promise<void> {
  // Next compiles this file for both of its runtimes; only this one has a database.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { indexIsReady } = await import("@/data/search/present");
  indexIsReady();
}

/** Called by Next with every error that made a page fail: tells the front which ones will pass. */
export function onRequestError(error: unknown): void {
  if (isUnavailable(error)) markUnavailable();
}
