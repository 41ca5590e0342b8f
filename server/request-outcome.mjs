// @ts-check
// What the application lets the front know about the request it is answering. Both run in one
// process but are loaded apart, so they meet on the global object; src/lib/request-outcome.ts is
// the application's side.
import { AsyncLocalStorage } from "node:async_hooks";

/** @typedef {{ unavailable: boolean, provisional?: boolean }} Outcome unavailable: the database, not the program, is why there is no answer; provisional: it was made from an older state */

const KEY = Symbol.for("directory.request-outcome");
const shared = /** @type {Record<symbol, AsyncLocalStorage<Outcome> | undefined>} */ (/** @type {unknown} */ (globalThis));

/** @type {AsyncLocalStorage<Outcome>} */
export const outcomes = (shared[KEY] ??= new AsyncLocalStorage());
