import { allowedMistakes, editDistance } from "@/domain/spelling";
import type { FacetLabels } from "./labels";
import type { Expansions, Expansion } from "./levels";
import type { ParsedText } from "./query";
import { lettersOf, type Segment } from "./segment";
import { findWord, firstNotBefore, wordAt } from "./word-list";
import { stem } from "./words";

/** A shorter prefix would match half of the directory. */
const SHORTEST_PREFIX = 3;
const CANDIDATES = 4;

/** The words of the whole index: those of its segments and of the labels of facets. */
export class Vocabulary {
  /** @param superseded by organisation of the first segment: 1 for what it no longer says */
  constructor(
    private readonly segments: readonly Segment[],
    private readonly labels: FacetLabels,
    private readonly superseded: Uint8Array | null = null,
  ) {}

  /** Whether somebody still says this very word: one that only a withdrawn entry had is offered to nobody. */
  private isSaid(word: string): boolean {
    const root = stem(word);
    return this.segments.some((segment, index) => {
      const [number, ofStem] = [findWord(segment.words, word), findWord(segment.stems, root)];
      if (number === undefined || ofStem === undefined) return false;
      const { start, items } = segment.tokens;
      const says = (row: number) => (index > 0 || this.superseded?.[row] !== 1) && items.subarray(start[row], start[row + 1]).includes(number);
      return [segment.inName, segment.inAlias, segment.inText].some((lists) => lists.items.subarray(lists.start[ofStem], lists.start[ofStem + 1]).some(says));
    });
  }

  knows(root: string): boolean {
    return this.labels.has(root) || this.segments.some(({ stems }) => findWord(stems, root) !== undefined);
  }

  /** In how many places a stem occurs; only to prefer one correction to another. */
  uses(root: string): number {
    let uses = 0;
    for (const segment of this.segments) {
      const number = findWord(segment.stems, root);
      if (number !== undefined) for (const { start } of [segment.inName, segment.inAlias, segment.inText]) uses += start[number + 1]! - start[number]!;
      for (const facet of this.labels.numbersOf(root)) uses += (segment.holders.start[facet + 1] ?? 0) - (segment.holders.start[facet] ?? 0);
    }
    return uses;
  }

  /** The stems of the words with this prefix. */
  beginningWith(prefix: string): string[] {
    const stems = new Set<string>();
    for (const { words, stems: texts, stemOf } of this.segments) {
      const numbers = stemOf.subarray(firstNotBefore(words, prefix), firstNotBefore(words, prefix + LAST_LETTER));
      for (const number of new Set(numbers)) stems.add(wordAt(texts, number));
    }
    for (const word of this.labels.words()) if (word.startsWith(prefix)) stems.add(stem(word));
    return [...stems];
  }

  /** The words that a mistyped one may stand for, the likeliest first: fewest mistakes, then most used. */
  near(typed: string): string[] {
    const limit = allowedMistakes(typed.length);
    if (limit === 0) return [];
    const letters = lettersOf(typed);
    // One mistake changes at most two letters of the set, and the length by one.
    const isPossible = (set: number, length: number) => bitCount(set ^ letters) <= 2 * limit && Math.abs(length - typed.length) <= limit && length >= 3;
    const possible = new Set<string>();
    const labels = new Set(this.labels.words());
    for (const { words, letterSets } of this.segments) {
      for (let number = 0; number < letterSets.length; number++) {
        if (isPossible(letterSets[number]!, words.start[number + 1]! - words.start[number]!)) possible.add(wordAt(words, number));
      }
    }
    for (const word of labels) if (isPossible(lettersOf(word), word.length)) possible.add(word);
    return [...possible]
      .map((word) => ({ word, distance: editDistance(typed, word, limit) }))
      .filter(({ word, distance }) => distance <= limit && (this.superseded === null || labels.has(word) || this.isSaid(word)))
      .map((found) => ({ ...found, uses: this.uses(stem(found.word)) }))
      .sort((a, b) => a.distance - b.distance || b.uses - a.uses || (a.word < b.word ? -1 : 1))
      .slice(0, CANDIDATES)
      .map(({ word }) => word);
  }
}

/** After every letter that a word may hold. */
const LAST_LETTER = "\uffff";

function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The expansion of each word of a text, and for the mistyped ones the possible corrections, the likeliest first. */
export type ExpandedText = { expansions: Map<string, Expansion>; corrections: Map<string, string[]> };

/**
 * Query expansion. A word of the vocabulary stands for itself with its endings; another one for the words that it is a
 * prefix of; failing that, when it is long enough to be mistyped, for the closest word; failing that, for nothing.
 * @param unfinished the last word is still being typed: it also stands for all words that it is a prefix of
 */
export function expandText(vocabulary: Vocabulary, text: ParsedText, unfinished = false): ExpandedText {
  const expansions: ExpandedText["expansions"] = new Map();
  const corrections: ExpandedText["corrections"] = new Map();
  const typed = [...text.clauses.flat(), ...text.without].flatMap((term) => (term.kind === "words" ? term.words : []));
  for (const word of new Set(typed)) {
    const root = stem(word);
    const isPrefix = unfinished && word === typed.at(-1);
    if (vocabulary.knows(root) && !isPrefix) {
      expansions.set(word, { word, stems: [root] });
      continue;
    }
    const prefixed = isPrefix || word.length >= SHORTEST_PREFIX ? vocabulary.beginningWith(word) : [];
    const near = prefixed.length > 0 ? [] : vocabulary.near(word);
    if (near.length > 0) {
      corrections.set(word, near);
      expansions.set(word, corrected(near[0]!));
    } else {
      expansions.set(word, { word, stems: prefixed });
    }
  }
  return { expansions, corrections };
}

export const corrected = (word: string): Expansion => ({ word, stems: [stem(word)] });

/** The typed text with its corrected words in place, everything else as it was typed. */
export function withCorrections(typed: string, corrections: ReadonlyMap<string, string[]>, expansions: Expansions, fold: (text: string) => string): string {
  return typed.replace(/[\p{L}\p{N}\p{M}]+/gu, (run) => {
    const key = fold(run);
    return corrections.has(key) ? expansions.get(key)!.word : run;
  });
}

/**
 * The stems by which a text finds organisations: another that says none of them changes nothing of what it finds. Null when it depends on more: an
 * unknown word stands for what is like it.
 */
export function stemsOfQuery(vocabulary: Vocabulary, { clauses, without, whole }: ParsedText): string[] | null {
  const terms = [...clauses.flat(), ...without];
  const words = terms.flatMap((term) => term.words);
  if (words.some((word) => !vocabulary.knows(stem(word)))) return null;
  const joined = [...terms.flatMap((term) => (term.kind === "words" && term.compound) || []), ...(whole ? [whole.join("")] : [])];
  return [...new Set([...words, ...joined].map(stem))];
}
