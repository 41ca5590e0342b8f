import "server-only";
import { LINKED_NOUNS, NAMED_BY, type Noun } from "@/domain/nouns";
import { linkOf, type PublicEntity } from "@/domain/published/entity";
import type { EntityLink } from "@/domain/published/entity-link";
import { parseText } from "@/search/query";
import { isStopWord, stem, wordsOf } from "@/search/words";
import { besideEntries } from "../at-revision";
import { listEntities } from "./entities";

/** Those with a page of their own or a place on one; what a document finds or recommends is read with the document. */
const SEARCHED: readonly Noun[] = LINKED_NOUNS.filter((noun) => noun !== "finding" && noun !== "recommendation");

/** The words of its names, the roots of those, and the roots of what describes it. */
type Searched = { link: EntityLink; names: readonly string[]; inName: ReadonlySet<string>; inText: ReadonlySet<string> };

const DESCRIBED_BY = ["description", "aims", "treats", "summary", "theme", "subtitle"];

const roots = (words: readonly string[]): string[] => words.filter((word) => !isStopWord(word)).map(stem);

const textsOf = ({ fields }: PublicEntity, names: readonly string[]): string[] =>
  names.flatMap((field) => (fields[field] ?? []).flatMap(({ value, text }) => (text ? [text.fr, text.en] : (value ?? []))));

/** Some hundreds at most: they are kept with the words by which they are found, and read through. */
const searched = besideEntries<Searched[]>(async () => {
  const entities = await listEntities(...SEARCHED);
  const inOrder = SEARCHED.flatMap((noun) => entities.filter((entity) => entity.noun === noun));
  return inOrder.map((entity) => {
    const names = textsOf(entity, [NAMED_BY[entity.noun], "acronym"]).flatMap(wordsOf);
    return { link: linkOf(entity), names, inName: new Set(roots(names)), inText: new Set(roots(textsOf(entity, DESCRIBED_BY).flatMap(wordsOf))) };
  });
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
  const names = (entity: Searched, { word, root, begins }: (typeof wanted)[number]) =>
    entity.inName.has(root) || (begins && entity.names.some((name) => name.startsWith(word)));
  const entities = await searched();
  const named = new Set(entities.filter((entity) => wanted.every((one) => names(entity, one))));
  const described = (entity: Searched) => !named.has(entity) && wanted.every((one) => names(entity, one) || entity.inText.has(one.root));
  const found = unfinished ? [...named] : [...named, ...entities.filter(described)];
  return found.slice(0, limit).map(({ link }) => link);
}
