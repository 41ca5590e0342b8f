import { BUNDLE_OF_GROUP, BUNDLES, type FacetNumbers } from "./facet-numbers";
import { holdersOf, inverted, type Lists } from "./lists";
import { Numbers } from "./numbers";
import { acronymKey, compoundsOf, stem, wordsOf } from "./words";

/** What search knows of one organisation. Times are milliseconds since 1970. */
export type SearchDocument = {
  id: number;
  name: string;
  acronym: string | null;
  aliases: readonly string[];
  description: string | null;
  /** "group:value" */
  facets: readonly string[];
  memberCount: number | null;
  updatedAt: number;
  verifiedAt: number | null;
};

/** Where a word of an organisation stands; the smaller, the more it says. */
export const LEVEL = { name: 0, alias: 1, facet: 2, text: 3, none: 255 } as const;

/** Marks in an organisation's row of words: between two names, before its aliases, before its description. */
export const NAME_ENDS = 0;
export const ALIASES_BEGIN = 1;
export const TEXT_BEGINS = 2;
export const FIRST_WORD = 3;

/** The orders of a list that are not by name, each as the organisations in that order. */
export const RANKED = ["updated", "verified", "members"] as const;
export type Ranked = (typeof RANKED)[number];

/** The numbers by which each order sorts, greatest first; unknown is the smallest. */
export type Keys = Record<Ranked, Float64Array>;

/**
 * An immutable part of the index: organisations numbered in the order of their names, their words
 * and facets as plain arrays of numbers, so that a million fit and can be walked in milliseconds.
 */
export type Segment = {
  size: number;
  /** The organisation's id in the database. */
  ids: Int32Array;
  /** Word number → word; the first three are marks. */
  words: string[];
  wordNumbers: Map<string, number>;
  /** Word numbers in alphabetical order, for beginnings of words. */
  sortedWords: Uint32Array;
  /** Word number → stem number. */
  stemOf: Uint32Array;
  stemNumbers: Map<string, number>;
  /** Organisation → its words in order: name, acronym, joined forms, ALIASES_BEGIN, aliases, TEXT_BEGINS, description. */
  tokens: Lists;
  /** Stem → organisations, by where it stands. */
  inName: Lists;
  inAlias: Lists;
  inText: Lists;
  /** Word → organisations whose acronym, as one word, it is. */
  acronyms: Lists;
  /** Bundle number → facet numbers. Few combinations occur, so counting bundles is cheaper than counting facets. */
  bundles: Lists;
  /** Bundle number → which kind of bundle it is, as BUNDLE_OF_GROUP numbers them. */
  bundleKinds: Uint32Array;
  /** For each kind of bundle, the one of each organisation. */
  bundleOf: Uint32Array[];
  /** Facet number → organisations. */
  holders: Lists;
  keys: Keys;
  ranked: Record<Ranked, Uint32Array>;
  /** Scratch space for the result of one search; searches do not overlap. */
  scratch: Uint32Array;
};

/** Builds a segment from organisations, which must be added in the order of their names. */
export class SegmentBuilder {
  private readonly ids: number[] = [];
  private readonly words = ["", "", ""];
  private readonly wordNumbers = new Map<string, number>();
  private readonly stemNumbers = new Map<string, number>();
  private readonly stemOf = new Numbers();
  private readonly tokens = new Numbers();
  private readonly tokenStart = new Numbers();
  private readonly acronyms = new Numbers();
  private readonly acronymStart = new Numbers();
  private readonly bundleItems = new Numbers();
  private readonly bundleStart = new Numbers();
  private readonly bundleKinds = new Numbers();
  private readonly bundleNumbers = new Map<string, number>();
  private readonly bundleOf = Array.from({ length: BUNDLES }, () => new Numbers());
  private readonly keyValues: Record<Ranked, number[]> = { updated: [], verified: [], members: [] };

  constructor(private readonly facetNumbers: FacetNumbers) {
    for (const mark of this.words) this.stemOf.push(mark.length);
  }

  add(document: SearchDocument): void {
    this.ids.push(document.id);
    this.tokenStart.push(this.tokens.length);
    this.addWords(document.name);
    this.tokens.push(NAME_ENDS);
    const acronym = acronymKey(document.acronym);
    if (document.acronym) this.addWords(document.acronym);
    this.tokens.push(NAME_ENDS);
    this.acronymStart.push(this.acronyms.length);
    if (acronym) this.acronyms.push(this.wordNumber(acronym));
    // Joined forms stand apart, so that no phrase runs over them.
    for (const joined of [...(acronym ? [acronym] : []), ...compoundsOf(document.name)]) {
      this.tokens.push(this.wordNumber(joined));
      this.tokens.push(NAME_ENDS);
    }
    this.tokens.push(ALIASES_BEGIN);
    for (const alias of document.aliases) {
      this.addWords(alias);
      this.tokens.push(NAME_ENDS);
    }
    this.tokens.push(TEXT_BEGINS);
    if (document.description) this.addWords(document.description);
    this.addFacets(document.facets);
    this.keyValues.updated.push(document.updatedAt);
    this.keyValues.verified.push(document.verifiedAt ?? -1);
    this.keyValues.members.push(document.memberCount ?? -1);
  }

  finish(): Segment {
    const size = this.ids.length;
    this.tokenStart.push(this.tokens.length);
    this.acronymStart.push(this.acronyms.length);
    this.bundleStart.push(this.bundleItems.length);
    const tokens = { start: this.tokenStart.done(), items: this.tokens.done() };
    const bundles = { start: this.bundleStart.done(), items: this.bundleItems.done() };
    const bundleOf = this.bundleOf.map((numbers) => numbers.done());
    const stemOf = this.stemOf.done();
    const keys = Object.fromEntries(RANKED.map((name) => [name, Float64Array.from(this.keyValues[name])])) as Keys;
    return {
      size,
      ids: Int32Array.from(this.ids),
      words: this.words,
      wordNumbers: this.wordNumbers,
      sortedWords: sortedWords(this.words),
      stemOf,
      stemNumbers: this.stemNumbers,
      tokens,
      ...postings(tokens, stemOf, this.stemNumbers.size, size),
      acronyms: inverted({ start: this.acronymStart.done(), items: this.acronyms.done() }, this.words.length),
      bundles,
      bundleKinds: this.bundleKinds.done(),
      bundleOf,
      holders: holdersOf(bundles, bundleOf, this.facetNumbers.names.length),
      keys,
      ranked: Object.fromEntries(RANKED.map((name) => [name, greatestFirst(keys[name])])) as Record<Ranked, Uint32Array>,
      scratch: new Uint32Array(size),
    };
  }

  private addFacets(facets: readonly string[]): void {
    const kinds: number[][] = Array.from({ length: BUNDLES }, () => []);
    for (const facet of facets) {
      const number = this.facetNumbers.of(facet);
      kinds[BUNDLE_OF_GROUP[this.facetNumbers.groups[number]!]!]!.push(number);
    }
    kinds.forEach((numbers, kind) => {
      const key = `${kind} ${numbers.sort((a, b) => a - b).join()}`;
      let bundle = this.bundleNumbers.get(key);
      if (bundle === undefined) {
        this.bundleNumbers.set(key, (bundle = this.bundleNumbers.size));
        this.bundleStart.push(this.bundleItems.length);
        this.bundleKinds.push(kind);
        for (const number of numbers) this.bundleItems.push(number);
      }
      this.bundleOf[kind]!.push(bundle);
    });
  }

  private addWords(text: string): void {
    for (const word of wordsOf(text)) this.tokens.push(this.wordNumber(word));
  }

  private wordNumber(word: string): number {
    let number = this.wordNumbers.get(word);
    if (number === undefined) {
      number = this.words.push(word) - 1;
      this.wordNumbers.set(word, number);
      const root = stem(word);
      let stemNumber = this.stemNumbers.get(root);
      if (stemNumber === undefined) this.stemNumbers.set(root, (stemNumber = this.stemNumbers.size));
      this.stemOf.push(stemNumber);
    }
    return number;
  }
}

function sortedWords(words: readonly string[]): Uint32Array {
  const numbers = Array.from({ length: words.length - FIRST_WORD }, (_, index) => index + FIRST_WORD);
  return Uint32Array.from(numbers.sort((a, b) => (words[a]! < words[b]! ? -1 : 1)));
}

/** Organisations by that number, greatest first; equals stay in the order of their names. */
function greatestFirst(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b);
}

/** The organisations of each stem by where it stands first; a stem counts once for each of them. */
function postings(tokens: Lists, stemOf: Uint32Array, stemCount: number, size: number): Pick<Segment, "inName" | "inAlias" | "inText"> {
  const places = [new Numbers(), new Numbers(), new Numbers()] as const;
  const starts = [new Numbers(), new Numbers(), new Numbers()] as const;
  const lastSeen = new Int32Array(stemCount).fill(-1);
  for (let row = 0; row < size; row++) {
    starts.forEach((start, place) => start.push(places[place]!.length));
    let place = 0;
    for (let at = tokens.start[row]!; at < tokens.start[row + 1]!; at++) {
      const word = tokens.items[at]!;
      if (word === ALIASES_BEGIN) place = 1;
      else if (word === TEXT_BEGINS) place = 2;
      else if (word !== NAME_ENDS) {
        const root = stemOf[word]!;
        if (lastSeen[root] === row) continue;
        lastSeen[root] = row;
        places[place]!.push(root);
      }
    }
  }
  starts.forEach((start, place) => start.push(places[place]!.length));
  const [inName, inAlias, inText] = places.map((items, place) => inverted({ start: starts[place]!.done(), items: items.done() }, stemCount));
  return { inName: inName!, inAlias: inAlias!, inText: inText! };
}
