import { BUNDLE_OF_GROUP, BUNDLES, type FacetNumbers } from "./facet-numbers";
import { holdersOf, inverted, type Lists } from "./lists";
import { Numbers } from "./numbers";
import { ALIASES_BEGIN, FIRST_WORD, lettersOf, NAME_ENDS, RANKED, TEXT_BEGINS, type Keys, type Ranked, type SearchDocument, type Segment } from "./segment";
import { wordList } from "./word-list";
import { acronymKey, compoundsOf, nameKeyOf, stem, wordsOf } from "./words";

/** Builds a segment from organisations, which must be added in the order of their names. */
export class SegmentBuilder {
  private readonly ids: number[] = [];
  /** The marks come first; other words in the order in which they are met, until `finish` sorts them. */
  private readonly words = Array.from({ length: FIRST_WORD }, () => "");
  private readonly wordNumbers = new Map<string, number>();
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

  constructor(private readonly facetNumbers: FacetNumbers) {}

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
    const { sorted, numberOf } = inOrder(this.words);
    const renumbered = (words: Numbers) => words.done().map((word) => numberOf[word]!);
    const stemOfWord = sorted.map((word, number) => (number < FIRST_WORD ? "" : stem(word)));
    const stems = [...new Set(stemOfWord)].sort(byCodeUnits);
    const stemNumbers = new Map(stems.map((text, number) => [text, number]));
    const stemOf = Uint32Array.from(stemOfWord, (text) => stemNumbers.get(text)!);
    const tokens = { start: this.tokenStart.done(), items: renumbered(this.tokens) };
    const bundles = { start: this.bundleStart.done(), items: this.bundleItems.done() };
    const bundleOf = this.bundleOf.map((numbers) => numbers.done());
    const ids = Int32Array.from(this.ids);
    const keys = Object.fromEntries(RANKED.map((name) => [name, Float64Array.from(this.keyValues[name])])) as Keys;
    return {
      ids,
      byId: Uint32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]!),
      words: wordList(sorted),
      letterSets: Uint32Array.from(sorted, lettersOf),
      stems: wordList(stems),
      stemOf,
      tokens,
      ...postings(tokens, stemOf, stems.length, size),
      acronyms: inverted({ start: this.acronymStart.done(), items: renumbered(this.acronyms) }, sorted.length),
      bundles,
      bundleKinds: this.bundleKinds.done(),
      bundleOf,
      holders: holdersOf(bundles, bundleOf, this.facetNumbers.names.length),
      keys,
      ranked: Object.fromEntries(RANKED.map((name) => [name, greatestFirst(keys[name])])) as Record<Ranked, Uint32Array>,
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
    if (number === undefined) this.wordNumbers.set(word, (number = this.words.push(word) - 1));
    return number;
  }
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The words in alphabetical order, and for each of the given words its number in that order; marks stay first. */
function inOrder(words: readonly string[]): { sorted: string[]; numberOf: Uint32Array } {
  const order = Array.from(words.keys()).sort((a, b) => byCodeUnits(words[a]!, words[b]!) || a - b);
  const numberOf = new Uint32Array(words.length);
  order.forEach((old, number) => (numberOf[old] = number));
  return { sorted: order.map((old) => words[old]!), numberOf };
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

/** The order in which a builder takes documents. */
export function inNameOrder(documents: SearchDocument[]): SearchDocument[] {
  return documents
    .map((document) => ({ document, key: nameKeyOf(document.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.document.id - b.document.id))
    .map(({ document }) => document);
}
