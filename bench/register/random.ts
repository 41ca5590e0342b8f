// Chance that is the same at every run: two runs make the same register.
import { firstPlace } from "@/search/lists";

/** A source of chance (mulberry32). */
export function chanceOf(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** From 0 to 1, without 1. */
    next,
    /** A whole number from 0 to `count` - 1. */
    below: (count: number) => Math.floor(next() * count),
    /** True that often. */
    often: (share: number) => next() < share,
    of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
  };
}

export type Chance = ReturnType<typeof chanceOf>;

/** Chooses among things of unequal weight. */
export function chooser<T>(weighted: readonly (readonly [T, number])[]): (chance: Chance) => T {
  const sums = new Float64Array(weighted.length);
  let sum = 0;
  weighted.forEach(([, weight], index) => (sums[index] = sum += weight));
  return (chance) => weighted[firstAbove(sums, chance.next() * sum)]![0];
}

/** The same among words; `none` is how often it is none of them. */
export function weighted<Word extends string | number>(weights: Record<Word, number>, none: number): (chance: Chance) => `${Word}` | null;
export function weighted<Word extends string | number>(weights: Record<Word, number>): (chance: Chance) => `${Word}`;
export function weighted(weights: Record<string, number>, none = 0) {
  return chooser<string | null>([...(none > 0 ? [[null, none] as const] : []), ...Object.entries(weights)]);
}

/** Ranks from 0 to `count` - 1, the first far more often than the last: Zipf's law. */
export function zipf(count: number, exponent = 1): (chance: Chance) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 1) ** exponent;
  return (chance) => firstAbove(sums, chance.next() * sum);
}

/** One of a list, the first far more often than the last. */
export function byRank<T>(list: readonly T[], exponent = 1): (chance: Chance) => T {
  const rank = zipf(list.length, exponent);
  return (chance) => list[rank(chance)] as T;
}

const firstAbove = (sums: Float64Array, value: number): number =>
  Math.min(
    firstPlace(sums.length, (place) => sums[place]! <= value),
    sums.length - 1,
  );
