import type { FilterGroup } from "@/domain/filters";
import type { SearchMatch } from "@/domain/published/search";
import type { Expansions } from "./levels";
import type { ParsedText } from "./query";
import { stem, wordsOf } from "./words";

/** The texts of one organisation as they are printed, and its facets with the words of their labels. */
export type Explained = {
  name: string;
  acronym: string | null;
  aliases: readonly string[];
  description: string | null;
  /** Evaluated only when a word occurs in none of the names. */
  facets: () => readonly { group: FilterGroup; value: string; label: string | null; code?: string; words: readonly string[] }[];
};

type Text = "name" | "acronym" | "alias" | "description";
type Word = { root: string; start: number; end: number };

/** Letters of an extract before the first marked word, and in all. */
const EXTRACT = { before: 50, length: 180 };

/** The words of a printed text with their places; an acronym with dots is one word. */
function wordsWithPlaces(text: string): Word[] {
  const runs = text.matchAll(/(?<!\p{L})\p{L}\.(?:\s?\p{L}\.)+\p{L}?(?!\p{L})|[\p{L}\p{N}\p{M}]+/gu);
  return [...runs].flatMap((run) => {
    const [word] = wordsOf(run[0]);
    return word ? [{ root: stem(word), start: run.index, end: run.index + run[0].length }] : [];
  });
}

/**
 * Why an organisation was found: where each word of the query occurs first, from the name down to the
 * description. A word that occurs in the name is marked there and nowhere else.
 */
export function explain({ text, expansions }: { text: ParsedText; expansions: Expansions }, organisation: Explained): SearchMatch[] {
  const left = requiredStems(text, expansions);
  const matches: SearchMatch[] = [];

  const look = (field: Text, printed: string | null) => {
    if (!printed || left.length === 0) return;
    const words = wordsWithPlaces(printed);
    const marks = words.flatMap(({ root, start, end }): [number, number][] => (left.some((stems) => stems.has(root)) ? [[start, end]] : []));
    if (marks.length === 0) return;
    const roots = new Set(words.map(({ root }) => root));
    retain(left, (stems) => ![...stems].some((root) => roots.has(root)));
    matches.push(field === "description" ? extract(printed, marks) : { field, text: printed, marks });
  };

  look("name", organisation.name);
  look("acronym", organisation.acronym);
  for (const alias of organisation.aliases) look("alias", alias);
  for (const { group, value, label, code, words } of left.length > 0 ? organisation.facets() : []) {
    const roots = new Set(words.map(stem));
    const before = left.length;
    retain(left, (stems) => ![...stems].some((root) => roots.has(root)));
    if (left.length < before) matches.push({ field: group, value, label, ...(code && { code }) });
  }
  look("description", organisation.description);
  return matches;
}

/** For each required word the stems that match it. */
function requiredStems(text: ParsedText, expansions: Expansions): Set<string>[] {
  return text.clauses.flatMap((terms) => {
    const ofTerms = terms.map((term) => term.words.map((word) => new Set(term.kind === "phrase" ? [stem(word)] : (expansions.get(word)?.stems ?? []))));
    // Alternatives are one requirement, which any of their words matches.
    return ofTerms.length === 1 ? ofTerms[0]! : [new Set(ofTerms.flat().flatMap((stems) => [...stems]))];
  });
}

function retain<T>(items: T[], wanted: (item: T) => boolean): void {
  items.splice(0, items.length, ...items.filter(wanted));
}

/** A few lines of a long text around its first marked word. */
function extract(printed: string, marks: [number, number][]): SearchMatch {
  const first = marks[0]![0];
  const start = first <= EXTRACT.before ? 0 : printed.indexOf(" ", first - EXTRACT.before) + 1;
  const limit = start + EXTRACT.length;
  const end = limit >= printed.length ? printed.length : Math.max(printed.lastIndexOf(" ", limit), marks[0]![1]);
  const before = start > 0 ? "… " : "";
  const text = before + printed.slice(start, end) + (end < printed.length ? " …" : "");
  const moved = marks.filter(([, to]) => to <= end).map(([from, to]): [number, number] => [from - start + before.length, to - start + before.length]);
  return { field: "description", text, marks: moved };
}
