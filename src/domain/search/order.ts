import type { Sort } from "../filters";
import type { Levels } from "./levels";
import { ALIASES_BEGIN, LEVEL, TEXT_BEGINS, type Segment } from "./segment";
import type { Selected } from "./selection";

/** The order of relevance; inside a tier, by name. */
const TIER = { acronym: 0, name: 1, prefix: 2, wordsOfName: 3, alias: 4, wordsOfAlias: 5, facet: 6, text: 7 } as const;
const TIERS = 8;

/** A segment with what a search found in it. `tiers` holds a tier for each organisation found, null without a text. */
export type FoundIn = { segment: Segment; selected: Selected; tiers: Uint8Array | null };

/** The tier of each organisation found: whole names first, then by the level of its worst word. */
export function tiersOf(segment: Segment, selected: Selected, levels: Levels, whole: readonly string[] | null): Uint8Array {
  const tiers = new Uint8Array(segment.size);
  const joined = whole ? segment.wordNumbers.get(whole.join("")) : undefined;
  const numbers = whole?.map((word) => segment.wordNumbers.get(word) ?? -1) ?? [];
  for (let row = 0; row < segment.size; row++) {
    if (selected.rows[row] === 0) continue;
    const level = levels[row];
    let tier: number = level === LEVEL.name ? TIER.wordsOfName : level === LEVEL.alias ? TIER.wordsOfAlias : level === LEVEL.facet ? TIER.facet : TIER.text;
    if (whole && whole.length > 0) {
      if (joined !== undefined && segment.acronyms[row] === joined) tier = TIER.acronym;
      else tier = Math.min(tier, tierOfWhole(segment, row, whole, numbers));
    }
    tiers[row] = tier;
  }
  return tiers;
}

/** Whether a name or an alias is, or begins with, exactly these words; the last one may be a beginning. */
function tierOfWhole(segment: Segment, row: number, whole: readonly string[], numbers: readonly number[]): number {
  const { start, items } = segment.tokens;
  const last = whole.length - 1;
  let at = start[row]!;
  let aliases = false;
  for (let name = 0; items[at] !== TEXT_BEGINS; name++) {
    let same = 0;
    while (same < last && items[at + same] === numbers[same]) same++;
    if (same === last) {
      const word = items[at + last]!;
      if (word === numbers[last] && items[at + last + 1]! <= TEXT_BEGINS) {
        if (name === 0) return TIER.name;
        if (aliases) return TIER.alias;
      }
      if (!aliases && word > TEXT_BEGINS && segment.words[word]!.startsWith(whole[last]!)) return TIER.prefix;
    }
    while (items[at]! > TEXT_BEGINS) at++;
    aliases ||= items[at] === ALIASES_BEGIN;
    if (items[at] !== TEXT_BEGINS) at++;
  }
  return TIERS;
}

/** The name of an organisation in the form by which lists are ordered. */
export function nameKey({ tokens, words }: Segment, row: number): string {
  const name: string[] = [];
  for (let at = tokens.start[row]!; tokens.items[at]! > TEXT_BEGINS; at++) name.push(words[tokens.items[at]!]!);
  return name.join(" ");
}

/** The organisations found in one segment, in order. */
function rowsInOrder({ segment, selected, tiers }: FoundIn, sort: Sort): Uint32Array {
  const rows = new Uint32Array(selected.total);
  let count = 0;
  if (sort === "relevance" && tiers !== null) {
    const next = new Uint32Array(TIERS + 1);
    for (let row = 0; row < segment.size; row++) if (selected.rows[row] === 1) next[tiers[row]! + 1]!++;
    for (let tier = 0; tier < TIERS; tier++) next[tier + 1]! += next[tier]!;
    for (let row = 0; row < segment.size; row++) if (selected.rows[row] === 1) rows[next[tiers[row]!]!++] = row;
  } else if (sort === "name" || sort === "relevance") {
    for (let row = 0; row < segment.size; row++) if (selected.rows[row] === 1) rows[count++] = row;
  } else {
    for (const row of segment.ranked[sort]) if (selected.rows[row] === 1) rows[count++] = row;
  }
  return rows;
}

/** Negative when the first organisation stands before the second, wherever each is kept. */
function compare(a: FoundIn, rowA: number, b: FoundIn, rowB: number, sort: Sort): number {
  if (sort === "relevance" && a.tiers && b.tiers) {
    const byTier = a.tiers[rowA]! - b.tiers[rowB]!;
    if (byTier !== 0) return byTier;
  } else if (sort !== "relevance" && sort !== "name") {
    const byKey = b.segment.keys[sort][rowB]! - a.segment.keys[sort][rowA]!;
    if (byKey !== 0) return byKey;
  }
  const nameA = nameKey(a.segment, rowA);
  const nameB = nameKey(b.segment, rowB);
  return nameA < nameB ? -1 : nameA > nameB ? 1 : a.segment.ids[rowA]! - b.segment.ids[rowB]!;
}

/**
 * The ids of one page. What changed since the base was made is few: each finds its place among the
 * base's organisations by halving, so that a far page costs no more than a near one.
 */
export function pageOfIds(base: FoundIn, recent: FoundIn, sort: Sort, from: number, count: number): number[] {
  const rows = rowsInOrder(base, sort);
  const inserted = [...rowsInOrder(recent, sort)].map((row, index) => ({ id: recent.segment.ids[row]!, at: placeOf(row) + index }));

  function placeOf(row: number): number {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(base, rows[middle]!, recent, row, sort) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const ids: number[] = [];
  let before = inserted.filter(({ at }) => at < from).length;
  for (let at = from; at < from + count && at < rows.length + inserted.length; at++) {
    if (inserted[before]?.at === at) ids.push(inserted[before++]!.id);
    else ids.push(base.segment.ids[rows[at - before]!]!);
  }
  return ids;
}
