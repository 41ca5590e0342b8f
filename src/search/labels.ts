import { isStopWord, stem, wordsOf } from "./words";

type Label = { facet: number; words: string[] };

/** The names of facet values (zones by all their spellings, labels in every language), by their words. */
export class FacetLabels {
  private readonly byStem = new Map<string, number[]>();
  private readonly wordSet = new Set<string>();
  private readonly labels: Label[] = [];
  /** By the first letter of any of their words. */
  private readonly byLetter = new Map<string, Set<Label>>();

  add(facet: number, label: string): void {
    const words = wordsOf(label);
    const added = { facet, words };
    this.labels.push(added);
    for (const word of words) {
      const first = word.charAt(0);
      this.byLetter.set(first, (this.byLetter.get(first) ?? new Set()).add(added));
      if (isStopWord(word)) continue;
      this.wordSet.add(word);
      const root = stem(word);
      const known = this.byStem.get(root);
      if (!known) this.byStem.set(root, [facet]);
      else if (!known.includes(facet)) known.push(facet);
    }
  }

  /** The facets in whose label a word of that stem stands. */
  numbersOf(root: string): readonly number[] {
    return this.byStem.get(root) ?? [];
  }

  /** The facets whose label holds these words side by side. */
  numbersOfPhrase(words: readonly string[]): number[] {
    return this.labels.filter((label) => label.words.some((_, at) => words.every((word, index) => label.words[at + index] === word))).map(({ facet }) => facet);
  }

  /** The facets in whose label every word begins some word; those whose label begins so come first. */
  beginningWith(words: readonly string[]): number[] {
    const found = [...(this.byLetter.get(words[0]?.charAt(0) ?? "") ?? [])].flatMap((label) => {
      if (!words.every((word) => label.words.some((own) => own.startsWith(word)))) return [];
      return [{ facet: label.facet, rank: words.every((word, index) => label.words[index]?.startsWith(word)) ? 0 : 1 }];
    });
    return [...new Set(found.sort((a, b) => a.rank - b.rank).map(({ facet }) => facet))];
  }

  has(root: string): boolean {
    return this.byStem.has(root);
  }

  words(): Iterable<string> {
    return this.wordSet;
  }
}
