import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What the application and the server before it tell each other about the request that is being answered. `revision`: that
 * of the directory, asked since the request came. `elsewhere`: the last one that changed more than what its entries alone show.
 * `past`: of the same one, a later revision holds all of an earlier one. `isLong`: the request asks the database many things, as those of staff do.
 * `unavailable`: the database, not the program, is why there is no answer. `provisional`: the answer was made from an older state than the
 * present one.
 */
export type Outcome = {
  revision?: bigint | null;
  elsewhere?: bigint | null;
  past?: number | null;
  isLong?: boolean;
  unavailable?: boolean;
  provisional?: boolean;
};

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

/**
 * Says that the present answer is made from an older state than the present one: the server then sends
 * it and does not cache it. Without effect outside a request.
 */
export function markProvisional(): void {
  const outcome = outcomes.getStore();
  if (outcome) outcome.provisional = true;
}

/** The revision of the directory, when the server has asked for it since the present request came; null otherwise. */
export const requestRevision = (): bigint | null => outcomes.getStore()?.revision ?? null;

/** The last revision that changed more than what its entries alone show; null where {@link requestRevision} is. */
export const requestElsewhere = (): bigint | null => outcomes.getStore()?.elsewhere ?? null;

/** In which past that revision is; null where nobody knows. */
export const requestPast = (): number | null => outcomes.getStore()?.past ?? null;
