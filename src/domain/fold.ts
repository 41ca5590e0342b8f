/**
 * How the directory compares words: no accents, no ligatures, lower case, and one space for each
 * run of anything that is neither letter nor digit. The apostrophes that Unicode counts as letters, which some keyboards
 * of African languages type, are apostrophes like the others. The SQL function `fold` does the same.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+|[\u02b9-\u02bd]+/gu, " ")
    .trim()
    .replace(/ +/g, " ");
}

/** With the apostrophe of the keyboard in the place of those that phones and word processors write ("o’brien" → "o'brien"). */
export const straightApostrophes = (text: string): string => text.replace(/[‘’ʼ]/g, "'");

/** Removes the dots and spaces of acronyms inside a typed text: "A.M.E. Bamako" → "AME Bamako". */
export function joinAcronyms(text: string): string {
  return text.replace(/(?<!\p{L})\p{L}\.(?:\s?\p{L}\.)+\p{L}?(?!\p{L})/gu, (run) => run.replace(/[.\s]/g, ""));
}

/** A slug for a new record: folded, with hyphens. May be empty for a text without Latin letters. */
export function slugify(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9 ]/g, "")
    .trim()
    .replace(/ +/g, "-")
    .slice(0, 80)
    .replace(/-+$/, "");
}
