import { allowedMistakes, editDistance } from "@/domain/spelling";
import type { FacetLabels } from "./labels";
import type { Expansions, Expansion } from "./levels";
import type { ParsedText } from "./query";
import { FIRST_WORD, type Segment } from "./segment";
import { stem } from "./words";

/** A shorter prefix would match half of the directory. */
const SHORTEST_PREFIX = 3;
const CANDIDATES = 4;

/** The words of the whole index: those of its segments and of the labels of facets. */
export class Vocabulary {
  private masks: { words: string[]; masks: Uint32Array }[] | null = null;

  constructor(
    private readonly segments: readonly Segment[],
    private readonly labels: FacetLabels,
  ) {}

  knows(root: string): boolean {
    return this.labels.has(root) || this.segments.some((segment) => segment.stemNumbers.has(root));
  }

  /** In how many places a stem stands; only to prefer one correction to another. */
  uses(root: string): number {
    let uses = 0;
    for (const segment of this.segments) {
      const number = segment.stemNumbers.get(root);
      if (number !== undefined) for (const { start } of [segment.inName, segment.inAlias, segment.inText]) uses += start[number + 1]! - start[number]!;
      for (const facet of this.labels.numbersOf(root)) uses += (segment.holders.start[facet + 1] ?? 0) - (segment.holders.start[facet] ?? 0);
    }
    return uses;
  }

  /** The stems of the words that begin so. */
  beginningWith(start: string): string[] {
    const stems = new Set<string>();
    for (const { words, sortedWords } of this.segments) {
      for (let at = firstNotBefore(sortedWords, words, start); at < sortedWords.length; at++) {
        const word = words[sortedWords[at]!]!;
        if (!word.startsWith(start)) break;
        stems.add(stem(word));
      }
    }
    for (const word of this.labels.words()) if (word.startsWith(start)) stems.add(stem(word));
    return [...stems];
  }

  /** The words that a mistyped one may stand for, the likeliest first: fewest mistakes, then most used. */
  near(typed: string): string[] {
    const limit = allowedMistakes(typed.length);
    if (limit === 0) return [];
    const mask = letters(typed);
    const found: { word: string; distance: number; uses: number }[] = [];
    for (const { words, masks } of (this.masks ??= this.lettersOfWords())) {
      for (let number = 0; number < words.length; number++) {
        // One mistake changes at most two letters of the set, and the length by one.
        if (ones(masks[number]! ^ mask) > 2 * limit) continue;
        const word = words[number]!;
        if (Math.abs(word.length - typed.length) > limit || word.length < 3) continue;
        const distance = editDistance(typed, word, limit);
        if (distance <= limit) found.push({ word, distance, uses: this.uses(stem(word)) });
      }
    }
    found.sort((a, b) => a.distance - b.distance || b.uses - a.uses || (a.word < b.word ? -1 : 1));
    return [...new Set(found.map(({ word }) => word))].slice(0, CANDIDATES);
  }

  private lettersOfWords(): { words: string[]; masks: Uint32Array }[] {
    const all = [...this.segments.map(({ words }) => words.slice(FIRST_WORD)), [...this.labels.words()]];
    return all.map((words) => ({ words, masks: Uint32Array.from(words, letters) }));
  }
}

function firstNotBefore(sorted: Uint32Array, words: readonly string[], start: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[sorted[middle]!]! < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The set of letters of a word, a bit each; what is no Latin letter shares the last bits. */
function letters(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at) - 97;
    mask |= 1 << (code >= 0 && code < 26 ? code : 26 + (word.charCodeAt(at) % 6));
  }
  return mask >>> 0;
}

function ones(bits: number): number {
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
