import { AsyncLocalStorage } from "node:async_hooks";

/** An entry by its id, or a stem by which a text looks for entries. */
export type Shown = number | string;

/**
 * What the application and the server before it tell each other about the request that is being answered. `revision`: that
 * of the directory, asked since the request came. `elsewhere`: the last one that changed more than what its entries alone show. `listed`: the
 * last one that changed which entries a filter finds, or their order by name, or which terms and sources the public knows.
 * `past`: of the same one, a later revision holds all of an earlier one. `isLong`: the request asks the database many things, as those of staff do.
 * `unavailable`: the database, not the program, is why there is no answer. `provisional`: the answer was made from an older state than the
 * present one. `shows`: the entries that the answer shows and the stems by which it looks for others; whatever else it says holds until
 * `listed` moves. Null: nobody knows what it shows.
 */
export type Outcome = {
  revision?: bigint | null;
  elsewhere?: bigint | null;
  listed?: bigint | null;
  past?: number | null;
  isLong?: boolean;
  unavailable?: boolean;
  provisional?: boolean;
  shows?: Set<Shown> | null;
};

const KEY = Symbol.for("directory.request-outcome");
const BESIDE = Symbol.for("directory.read-beside");
const shared = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<Outcome>; [BESIDE]?: AsyncLocalStorage<true> };

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

/** Where what is read is no part of the answer that happens to cause it. */
const beside = (shared[BESIDE] ??= new AsyncLocalStorage<true>());

/** Reads what is kept for other answers too: what it reads is not said to be shown by the present one. */
export const readBeside = <T>(load: () => T): T => beside.run(true, load);

/** Says that the present answer shows these entries, or looks for others by these stems. */
export function markShows(shown: Iterable<Shown>): void {
  const outcome = outcomes.getStore();
  if (!outcome || outcome.shows === null || beside.getStore()) return;
  outcome.shows ??= new Set();
  for (const one of shown) outcome.shows.add(one);
}

/** Says that any change may change the present answer. What is read says so, unless it says better. */
export function markShowsAnything(): void {
  const outcome = outcomes.getStore();
  if (outcome && !beside.getStore()) outcome.shows = null;
}

/** The revision of the directory, when the server has asked for it since the present request came; null otherwise. */
export const requestRevision = (): bigint | null => outcomes.getStore()?.revision ?? null;

/** The last revision that changed more than what its entries alone show; null where {@link requestRevision} is. */
export const requestElsewhere = (): bigint | null => outcomes.getStore()?.elsewhere ?? null;

/** The last revision that changed which entries lists hold; null where {@link requestRevision} is. */
export const requestListed = (): bigint | null => outcomes.getStore()?.listed ?? null;

/** In which past that revision is; null where nobody knows. */
export const requestPast = (): number | null => outcomes.getStore()?.past ?? null;
