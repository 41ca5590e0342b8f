import { AsyncLocalStorage } from "node:async_hooks";

/** What the program lets the HTTP front know about the request that it is answering. */
type Outcome = { unavailable: boolean; provisional?: boolean };

const KEY = Symbol.for("directory.request-outcome");
const shared = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<Outcome> };

/** The front runs in the same process but is loaded apart: server/request-outcome.mjs is its side. */
const outcomes = (shared[KEY] ??= new AsyncLocalStorage<Outcome>());

/**
 * Says that the present request cannot be answered because the database does not answer, or not in
 * time: the front then answers 503, "try again", instead of 500. Without effect outside a request.
 */
export function markUnavailable(): void {
  const outcome = outcomes.getStore();
  if (outcome) outcome.unavailable = true;
}

/**
 * Says that the present answer is made from an older state than the present one: the front then sends
 * it and does not cache it. Without effect outside a request.
 */
export function markProvisional(): void {
  const outcome = outcomes.getStore();
  if (outcome) outcome.provisional = true;
}
