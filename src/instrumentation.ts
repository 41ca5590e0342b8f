import { markUnavailable } from "@/lib/request-outcome";
import { isUnavailable } from "@/lib/database-trouble";

/** Called by Next with every error that made a page fail: tells the server before it which ones will pass. */
export function onRequestError(error: unknown): void {
  if (isUnavailable(error)) markUnavailable();
}
