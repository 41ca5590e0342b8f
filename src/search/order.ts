import type { Sort } from "@/domain/filters";
import type { Levels } from "./levels";
import { firstNotBelow, firstPlace, type Lists } from "./lists";
import { ALIASES_BEGIN, LEVEL, sizeOf, TEXT_BEGINS, type Segment } from "./segment";
import type { Selected } from "./selection";
import { findWord, wordAt } from "./word-list";

/** The order of relevance; inside a tier, by name. */
const TIER = { acronym: 0, name: 1, prefix: 2, wordsOfName: 3, alias: 4, wordsOfAlias: 5, value: 6, facet: 7, text: 8 } as const;
const TIERS = 9;

/** A segment with what a search found in it; `tiers` holds the tier of each of `rows`, null without a text. */
export type FoundIn = { segment: Segment; rows: Selected; tiers: Uint8Array | null };

const TIER_OF_LEVEL = Uint8Array.of(TIER.wordsOfName, TIER.wordsOfAlias, TIER.value, TIER.facet, TIER.text);

/** The tier of each organisation found: whole names first, then by the level of its worst word. */
export function tiersOf(segment: Segment, rows: Selected, levels: Levels, whole: readonly string[] | null): Uint8Array {
  // Loops by number here and below: an iterator over a million rows costs more than the search.
  const tiers = new Uint8Array(rows.length);
  for (let place = 0; place < rows.length; place++) tiers[place] = TIER_OF_LEVEL[levels[rows[place]!]!]!;
  if (whole === null || whole.length === 0) return tiers;

  const raise = (row: number, tier: number) => {
    const at = firstNotBelow(rows, row);
    if (rows[at] === row && tier < tiers[at]!) tiers[at] = tier;
  };
  // Rows are by name, so names that begin alike stand together, the shortest first.
  const key = whole.join(" ");
  tiers.subarray(firstNotBelow(rows, firstNamed(segment, key)), firstNotBelow(rows, firstNamed(segment, key + LAST_LETTER))).fill(TIER.prefix);
  const named = rowsNamed(segment, whole);
  for (const row of named.name) raise(row, TIER.name);
  for (const row of named.acronym) raise(row, TIER.acronym);
  const numbers = whole.map((word) => findWord(segment.words, word));
  const root = numbers[0] === undefined ? undefined : segment.stemOf[numbers[0]];
  for (const row of listOf(segment.inAlias, root)) {
    if (levels[row] === LEVEL.alias && isWholeAlias(segment, row, numbers)) raise(row, TIER.alias);
  }
  return tiers;
}

/** The organisations of a segment of which these words are the whole name, and those of which they are the acronym. */
export function rowsNamed(segment: Segment, whole: readonly string[]): { name: number[]; acronym: Uint32Array } {
  const key = whole.join(" ");
  const name: number[] = [];
  for (let row = firstNamed(segment, key); row < sizeOf(segment) && nameKey(segment, row) === key; row++) name.push(row);
  return { name, acronym: listOf(segment.acronyms, findWord(segment.words, whole.join(""))) };
}

/** After every letter that a name may hold. */
const LAST_LETTER = "\uffff";

/** One of several lists; nothing for a word that nobody has. */
const listOf = ({ start, items }: Lists, key: number | undefined): Uint32Array =>
  key === undefined ? new Uint32Array() : items.subarray(start[key], start[key + 1]);

/** Whether one of an organisation's aliases is exactly these words. */
function isWholeAlias({ tokens: { start, items } }: Segment, row: number, words: readonly (number | undefined)[]): boolean {
  let at = start[row]!;
  while (items[at] !== ALIASES_BEGIN) at++;
  while (items[at] !== TEXT_BEGINS) {
    at++;
    if (words.every((word, index) => items[at + index] === word) && items[at + words.length]! <= TEXT_BEGINS) return true;
    while (items[at]! > TEXT_BEGINS) at++;
  }
  return false;
}

/** The first organisation whose name does not stand before `key`. */
const firstNamed = (segment: Segment, key: string): number => firstPlace(sizeOf(segment), (row) => nameKey(segment, row) < key);

/** The name of an organisation in the form by which lists are ordered. */
export function nameKey({ tokens, words }: Segment, row: number): string {
  const name: string[] = [];
  for (let at = tokens.start[row]!; tokens.items[at]! > TEXT_BEGINS; at++) name.push(wordAt(words, tokens.items[at]!));
  return name.join(" ");
}

/** The organisations found in one segment, in order: their places in `rows`. */
function placesInOrder({ segment, rows, tiers }: FoundIn, sort: Sort): Uint32Array {
  const places = new Uint32Array(rows.length);
  if (sort === "name" || (sort === "relevance" && tiers === null)) {
    for (let place = 0; place < rows.length; place++) places[place] = place;
    return places;
  }
  if (sort === "relevance") {
    const next = new Uint32Array(TIERS + 1);
    for (let place = 0; place < rows.length; place++) next[tiers![place]! + 1]!++;
    for (let tier = 0; tier < TIERS; tier++) next[tier + 1]! += next[tier]!;
    for (let place = 0; place < rows.length; place++) places[next[tiers![place]!]!++] = place;
    return places;
  }
  // A small selection is sorted; a large one is taken from the precomputed order.
  if (rows.length < sizeOf(segment) / 20) {
    const keys = segment.keys[sort];
    for (let place = 0; place < rows.length; place++) places[place] = place;
    return places.sort((a, b) => keys[rows[b]!]! - keys[rows[a]!]! || a - b);
  }
  const placeOf = new Int32Array(sizeOf(segment)).fill(-1);
  for (let place = 0; place < rows.length; place++) placeOf[rows[place]!] = place;
  const ranked = segment.ranked[sort];
  let count = 0;
  for (let rank = 0; rank < ranked.length; rank++) {
    const place = placeOf[ranked[rank]!]!;
    if (place !== -1) places[count++] = place;
  }
  return places;
}

/** Negative when the first organisation (by its place in `rows`) stands before the second, whichever segment each belongs to. */
function compare(a: FoundIn, placeA: number, b: FoundIn, placeB: number, sort: Sort): number {
  const rowA = a.rows[placeA]!;
  const rowB = b.rows[placeB]!;
  if (sort === "relevance") {
    const byTier = (a.tiers?.[placeA] ?? 0) - (b.tiers?.[placeB] ?? 0);
    if (byTier !== 0) return byTier;
  } else if (sort !== "name") {
    const byKey = b.segment.keys[sort][rowB]! - a.segment.keys[sort][rowA]!;
    if (byKey !== 0) return byKey;
  }
  const nameA = nameKey(a.segment, rowA);
  const nameB = nameKey(b.segment, rowB);
  return nameA < nameB ? -1 : nameA > nameB ? 1 : a.segment.ids[rowA]! - b.segment.ids[rowB]!;
}

/**
 * The ids of one page. The recent segment is small: the position of each of its organisations among those of the base
 * is found by binary search, so that a far page costs no more than a near one.
 */
export function pageOfIds(base: FoundIn, recent: FoundIn, sort: Sort, from: number, count: number): number[] {
  const places = placesInOrder(base, sort);
  const before = (own: number) => firstPlace(places.length, (place) => compare(base, places[place]!, recent, own, sort) < 0);
  const inserted = Array.from(placesInOrder(recent, sort), (place, index) => ({ id: idAt(recent, place), at: before(place) + index }));
  const ids: number[] = [];
  let passed = inserted.filter(({ at }) => at < from).length;
  for (let at = from; at < from + count && at < places.length + inserted.length; at++) {
    if (inserted[passed]?.at === at) ids.push(inserted[passed++]!.id);
    else ids.push(idAt(base, places[at - passed]!));
  }
  return ids;
}

const idAt = ({ segment, rows }: FoundIn, place: number): number => segment.ids[rows[place]!]!;
