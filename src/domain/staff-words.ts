import { fold, joinAcronyms } from "./fold";

/** What is looked for at once, in one value: words that begin as these do, or a number by its digits, without what comes before it abroad. */
export type Term = { words: readonly string[]; digits: string | null };

/** Digits in any spacing, as people write the number of a telephone or of a receipt. */
const NUMBER = /(?<![\p{L}\p{N}])\+?\d[\d\s().+/-]{4,}\d(?!\p{L})/gu;
const FEWEST_DIGITS = 6;
const MOST_TERMS = 10;

const term = (text: string, digits: string | null = null): Term => ({ words: fold(text).split(" ").filter(Boolean), digits });

/**
 * The terms of a text that staff look for, each of which an entry must have somewhere. What is written without spaces ("contact@essai.org",
 * "0123/DNI") is one, for one value; so is a number, however it is spaced.
 */
export function staffTerms(text: string): Term[] {
  const numbers: Term[] = [];
  const rest = joinAcronyms(text).replace(NUMBER, (number) => {
    const digits = number.replace(/\D/g, "").replace(/^0+/, "");
    if (digits.length < FEWEST_DIGITS) return number;
    numbers.push(term(number, digits));
    return " ";
  });
  const words = rest.split(/\s+/).map((word) => term(word));
  return [...words, ...numbers].filter((one) => one.words.length > 0).slice(0, MOST_TERMS);
}

/** Shorter words are looked for as they are: nearly every value has one that begins so. */
const SHORTEST_BEGINNING = 3;
const reversed = (digits: string) => [...digits].reverse().join("");

/** The same for PostgreSQL, as a tsquery on what its function `said_words` gives. Folded words hold nothing but letters and digits. */
export function toTsquery({ words, digits }: Term): string {
  const all = words.map((word) => (word.length < SHORTEST_BEGINNING ? `'${word}'` : `'${word}':*`)).join(" & ");
  return digits === null ? all : `(${all}) | '${digits}':* | 'x${reversed(digits)}':*`;
}
