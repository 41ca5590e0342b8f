import { firstPlace } from "./lists";

/**
 * Distinct words in alphabetical order (of UTF-16 code units, as JavaScript compares strings), in two arrays:
 * word `n` is `letters` from `start[n]` to `start[n + 1]`. A list of a million words costs no object for each of them.
 */
export type WordList = { start: Uint32Array; letters: Uint16Array };

export const wordCount = ({ start }: WordList): number => start.length - 1;

export const wordAt = ({ start, letters }: WordList, number: number): string =>
  String.fromCharCode.apply(null, letters.subarray(start[number], start[number + 1]) as unknown as number[]);

/** @param sorted in alphabetical order */
export function wordList(sorted: readonly string[]): WordList {
  const start = new Uint32Array(sorted.length + 1);
  sorted.forEach((word, number) => (start[number + 1] = start[number]! + word.length));
  const letters = new Uint16Array(start[sorted.length]!);
  let at = 0;
  for (const word of sorted) for (let index = 0; index < word.length; index++) letters[at++] = word.charCodeAt(index);
  return { start, letters };
}

/** Whether a word precedes `text`; searches ask it often, so no string is made of the word. */
function precedes({ start, letters }: WordList, number: number, text: string): boolean {
  const from = start[number]!;
  const length = start[number + 1]! - from;
  for (let at = 0; at < text.length; at++) {
    const difference = at < length ? letters[from + at]! - text.charCodeAt(at) : -1;
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The number of the first word that does not precede `text`. */
export const firstNotBefore = (list: WordList, text: string): number => firstPlace(wordCount(list), (number) => precedes(list, number, text));

/** The number of a word, or undefined when the list does not hold it. */
export function findWord(list: WordList, word: string): number | undefined {
  const number = firstNotBefore(list, word);
  return number < wordCount(list) && wordAt(list, number) === word ? number : undefined;
}
