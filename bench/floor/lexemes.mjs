// The words of an organisation as lexemes of one tsvector, with its facets among them, and a typed
// text as a tsquery over them. Stems are the site's own: both must find the same.
import { acronymKey, compoundsOf, isStopWord, stem, wordsOf } from "../../src/search/words.ts";

/** "w" any text, "n" name or acronym, "a" alias, "f" a facet by its number. */
export const LETTER = { any: "w", name: "n", alias: "a", facet: "f" };

const quoted = (lexeme) => `'${lexeme.replace(/['\\]/g, "$&$&")}'`;

/** Names, acronym and their joined forms; aliases; description: the words of each. */
export function wordsOfRow({ name, acronym, aliases, description }) {
  const key = acronymKey(acronym);
  return {
    name: [...wordsOf(name), ...(acronym ? wordsOf(acronym) : []), ...(key ? [key] : []), ...compoundsOf(name)],
    alias: aliases.flatMap(wordsOf),
    text: description ? wordsOf(description) : [],
  };
}

/** The tsvector of one organisation, as text. */
export function vectorOf(words, facetNumbers) {
  const lexemes = new Set();
  for (const word of words.name) lexemes.add(LETTER.any + stem(word)).add(LETTER.name + stem(word));
  for (const word of words.alias) lexemes.add(LETTER.any + stem(word)).add(LETTER.alias + stem(word));
  for (const word of words.text) lexemes.add(LETTER.any + stem(word));
  for (const number of facetNumbers) lexemes.add(LETTER.facet + number);
  return [...lexemes].map(quoted).join(" ");
}

const anyOf = (lexemes) => (lexemes.length === 0 ? quoted("-") : `(${lexemes.map(quoted).join(" | ")})`);
const allOf = (parts) => parts.join(" & ");

/**
 * The conditions of a text, widest first.
 * @param {{ stems: string[], facets: number[] }[]} words for each typed word its stems, and the facets whose label holds one
 * @returns {{ all: string, name: string, alias: string, label: string }} where all words stand, in which order of relevance
 */
export function conditionsOf(words) {
  const lexemes = (letters, withFacets) =>
    allOf(
      words.map(({ stems, facets }) =>
        anyOf([...letters.flatMap((letter) => stems.map((root) => letter + root)), ...(withFacets ? facets.map((number) => LETTER.facet + number) : [])]),
      ),
    );
  return {
    all: lexemes([LETTER.any], true),
    name: lexemes([LETTER.name], false),
    alias: lexemes([LETTER.name, LETTER.alias], false),
    label: lexemes([LETTER.name, LETTER.alias], true),
  };
}

/** The tsquery of facets of which one must be there. */
export const facetCondition = (numbers) => anyOf(numbers.map((number) => LETTER.facet + number));

export { isStopWord, stem };
