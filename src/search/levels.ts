import type { FacetLabels } from "./labels";
import type { Lists } from "./lists";
import type { ParsedText, Term } from "./query";
import { ALIASES_BEGIN, LEVEL, sizeOf, TEXT_BEGINS, type Segment } from "./segment";
import { findWord } from "./word-list";
import { stem } from "./words";

/**
 * How well each organisation of a segment matches a part of a text: a LEVEL for each, `none` for
 * those that do not. Alternatives take the better level, requirements the worse one.
 */
export type Levels = Uint8Array;

/** What a typed word is expanded to: itself with its endings, or the words that it is a prefix of, or (then `word` is another) its correction. */
export type Expansion = { word: string; stems: readonly string[] };

export type Expansions = ReadonlyMap<string, Expansion>;

const put = (levels: Levels, lists: Lists, key: number, level: number): void => {
  for (let at = lists.start[key]!; at < lists.start[key + 1]!; at++) {
    const row = lists.items[at]!;
    if (levels[row]! > level) levels[row] = level;
  }
};

function putFacets(levels: Levels, segment: Segment, facets: readonly number[], level: number = LEVEL.facet): void {
  for (const facet of facets) {
    // A facet newer than this segment has no holder in it.
    if (facet + 1 < segment.holders.start.length) put(levels, segment.holders, facet, level);
  }
}

function levelsOfWord(segment: Segment, expansion: Expansion, labels: FacetLabels): Levels {
  const levels = new Uint8Array(sizeOf(segment)).fill(LEVEL.none);
  for (const root of expansion.stems) {
    const number = findWord(segment.stems, root);
    if (number !== undefined) {
      put(levels, segment.inName, number, LEVEL.name);
      put(levels, segment.inAlias, number, LEVEL.alias);
      put(levels, segment.inText, number, LEVEL.text);
    }
    putFacets(levels, segment, labels.numbersOf(root));
  }
  return levels;
}

/** Keeps the worse of two levels: both must match. */
function both(levels: Levels, others: Levels): Levels {
  for (let row = 0; row < levels.length; row++) if (others[row]! > levels[row]!) levels[row] = others[row]!;
  return levels;
}

/** Keeps the better of two levels: either will do. */
function either(levels: Levels, others: Levels): Levels {
  for (let row = 0; row < levels.length; row++) if (others[row]! < levels[row]!) levels[row] = others[row]!;
  return levels;
}

/** These very words side by side, in one name, alias or description. */
function levelsOfPhrase(segment: Segment, words: readonly string[], labels: FacetLabels): Levels {
  const roots = words.map((word) => ({ word, stems: [stem(word)] }));
  const levels = roots.map((root) => levelsOfWord(segment, root, labels)).reduce(both);
  const numbers = words.map((word) => findWord(segment.words, word) ?? -1);
  const { start, items } = segment.tokens;
  for (let row = 0; row < levels.length; row++) {
    if (levels[row] === LEVEL.none) continue;
    levels[row] = LEVEL.none;
    let place: number = LEVEL.name;
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const word = items[at]!;
      if (word === ALIASES_BEGIN) place = LEVEL.alias;
      else if (word === TEXT_BEGINS) place = LEVEL.text;
      else if (word === numbers[0] && numbers.every((number, index) => items[at + index] === number)) {
        levels[row] = place;
        break;
      }
    }
  }
  putFacets(levels, segment, labels.numbersOfPhrase(words));
  return levels;
}

function levelsOfTerm(segment: Segment, term: Term, expansions: Expansions, labels: FacetLabels): Levels {
  if (term.kind === "phrase") return levelsOfPhrase(segment, term.words, labels);
  const levels = term.words.map((word) => levelsOfWord(segment, expansions.get(word) ?? { word, stems: [] }, labels)).reduce(both);
  if (!term.compound) return levels;
  return either(levels, levelsOfWord(segment, { word: term.compound, stems: [stem(term.compound)] }, labels));
}

/** The facets in whose label every word of a text stands, for a text of several words without alternatives. */
function facetsOfAll({ clauses }: ParsedText, expansions: Expansions, labels: FacetLabels): readonly number[] {
  const words = clauses.flatMap((terms) => (terms.length === 1 && terms[0]!.kind === "words" ? terms[0]!.words : []));
  if (words.length < 2 || words.length < clauses.length) return [];
  const [first, ...others] = words.map((word) => (expansions.get(word)?.stems ?? []).flatMap((root) => labels.numbersOf(root)));
  return first!.filter((facet) => others.every((facets) => facets.includes(facet)));
}

/** The levels of a whole text: every clause, by its best term, and nothing of what is left out. */
export function levelsOfText(segment: Segment, text: ParsedText, expansions: Expansions, labels: FacetLabels): Levels {
  const clauses = text.clauses.map((terms) => terms.map((term) => levelsOfTerm(segment, term, expansions, labels)).reduce(either));
  const levels = clauses.length > 0 ? clauses.reduce(both) : new Uint8Array(sizeOf(segment));
  putFacets(levels, segment, facetsOfAll(text, expansions, labels), LEVEL.value);
  for (const term of text.without) {
    const unwanted = levelsOfTerm(segment, term, expansions, labels);
    for (let row = 0; row < levels.length; row++) if (unwanted[row] !== LEVEL.none) levels[row] = LEVEL.none;
  }
  return levels;
}
