import { AsyncLocalStorage } from "node:async_hooks";

/** What the application tells the server before it about the request that it is answering. `unavailable`: the database, not the program, is why there is no answer. */
type Outcome = { unavailable: boolean };

const KEY = Symbol.for("directory.request-outcome");
const shared = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<Outcome> };

/** On the global object, because the application and the server are bundled apart and each holds a copy of this module. */
export const outcomes = (shared[KEY] ??= new AsyncLocalStorage<Outcome>());

/**
 * Says that the present request cannot be answered because the database does not answer, or not in
 * time: the server then answers 503, "try again", instead of 500. Without effect outside a request.
 */
export function markUnavailable(): void {
  const outcome = outcomes.getStore();
  if (outcome) outcome.unavailable = true;
}
