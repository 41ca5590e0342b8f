import "server-only";
import { LINKED_NOUNS, NAMED_BY, type Noun } from "@/domain/nouns";
import { linkOf, type PublicEntity } from "@/domain/published/entity";
import type { EntityLink } from "@/domain/published/entity-link";
import { parseText } from "@/search/query";
import { isStopWord, stem, wordsOf } from "@/search/words";
import { atRevision } from "../at-revision";
import { listEntities } from "./entities";

/** Those with a page of their own or a place on one; what a document finds or recommends is read with the document. */
const SEARCHED: readonly Noun[] = LINKED_NOUNS.filter((noun) => noun !== "finding" && noun !== "recommendation");

/** Where its words stand: in its names, or in what describes it. */
type Searched = { link: EntityLink; names: string[]; text: ReadonlySet<string> };

const DESCRIBED_BY = ["description", "aims", "treats", "summary", "theme", "subtitle"];

const roots = (words: readonly string[]): string[] => words.filter((word) => !isStopWord(word)).map(stem);

const textsOf = ({ fields }: PublicEntity, names: readonly string[]): string[] =>
  names.flatMap((field) => (fields[field] ?? []).flatMap(({ value, text }) => (text ? [text.fr, text.en] : (value ?? []))));

/** Some hundreds at most: they are kept with the words by which they are found, and read through. */
const searched = atRevision<Searched[]>(async () => {
  const entities = (await Promise.all(SEARCHED.map(listEntities))).flat();
  return entities.map((entity) => ({
    link: linkOf(entity),
    names: textsOf(entity, [NAMED_BY[entity.noun], "acronym"]).flatMap(wordsOf),
    text: new Set(roots(textsOf(entity, DESCRIBED_BY).flatMap(wordsOf))),
  }));
});

/**
 * The bodies, programmes, events, sheets and value chains that hold every word of a text, those first whose names do. Quotes, "OR" and "-"
 * are read as plain words.
 * @param unfinished the last word may be the beginning of one
 */
export async function searchEntities(text: string, limit: number, unfinished = false): Promise<EntityLink[]> {
  const words = parseText(text)
    .clauses.flat()
    .flatMap((term) => term.words)
    .filter((word) => !isStopWord(word));
  if (words.length === 0) return [];
  const wanted = words.map((word, index) => ({ word, root: stem(word), begins: unfinished && index === words.length - 1 }));
  const rankOf = ({ names, text: described }: Searched): number => {
    const own = new Set(roots(names));
    const inName = wanted.map(({ word, root, begins }) => own.has(root) || (begins && names.some((name) => name.startsWith(word))));
    if (inName.every(Boolean)) return 0;
    return wanted.every(({ root }, index) => inName[index] || described.has(root)) ? 1 : 2;
  };
  const ranked = (await searched()).map((entity) => ({ ...entity, rank: rankOf(entity) })).filter(({ rank }) => rank < (unfinished ? 1 : 2));
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ link }) => link);
}
