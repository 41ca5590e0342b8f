import { fold, joinAcronyms } from "@/domain/fold";

/** The words of a text as search compares them: folded, acronyms without their dots. */
export function wordsOf(text: string): string[] {
  const folded = fold(joinAcronyms(text));
  return folded === "" ? [] : folded.split(" ");
}

/** The form of a name by which lists are ordered. */
export const nameKeyOf = (name: string): string => wordsOf(name).join(" ");

/** Hyphenated words written as one ("co-développement" → "codeveloppement"): some readers type them so. */
export function compoundsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+(?:[-‐‑–][\p{L}\p{N}]+)+/gu) ?? []).map((run) => fold(run).replaceAll(" ", ""));
}

/** An acronym as one word: "C.S.F.R" and "CSFR" are the same; null for a text without letters. */
export function acronymKey(acronym: string | null): string | null {
  return (acronym && fold(acronym).replaceAll(" ", "")) || null;
}

/** Stop words: French, and the few English ones that occur in names. */
const STOP_WORDS = new Set(
  "a au aux avec ce ces chez d dans de des du en est et l la le les leur leurs n ou par pour qu que qui s sa ses son sous sur un une vers y and at by for from in of on or the to with".split(
    " ",
  ),
);

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/**
 * What a folded word has in common with its other endings: plural and feminine, French first, and
 * enough for English plurals. It never joins words of different meaning ("migrant", "migration").
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let form = word;
  if (form.endsWith("eaux")) form = form.slice(0, -1);
  else if (form.endsWith("aux") && form.length > 4) form = `${form.slice(0, -2)}l`;
  else if (/[^s]s$/.test(form)) form = form.slice(0, -1);

  for (const [feminine, masculine] of FEMININE) {
    if (form.endsWith(feminine) && form.length - feminine.length >= 2) {
      form = form.slice(0, -feminine.length) + masculine;
      break;
    }
  }
  form = form.replace(/y$/, "i");
  if (form.length > 3) form = form.replace(/e{1,2}$/, "");
  // "français", "française": what stands before the mute e was the plural's letter in the other form.
  return form.length > 3 ? form.replace(/([^s])s$/, "$1") : form;
}

/** The stems by which a search finds what says a text, in a name, an acronym or elsewhere. */
export const stemsOf = (text: string): string[] => [...wordsOf(text), ...compoundsOf(text), acronymKey(text) ?? ""].filter(Boolean).map(stem);

const FEMININE = [
  ["trice", "teur"],
  ["euse", "eur"],
  ["ienne", "ien"],
  ["onne", "on"],
  ["elle", "el"],
  ["ive", "if"],
] as const;
