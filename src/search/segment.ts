import { nameKeyOf } from "./words";
import { firstPlace, type Lists } from "./lists";
import type { WordList } from "./word-list";

/** What search knows of one organisation. Times are milliseconds since 1970. */
export type SearchDocument = {
  id: number;
  name: string;
  acronym: string | null;
  aliases: readonly string[];
  description: string | null;
  /** "group:value" */
  facets: readonly string[];
  memberCount: number | null;
  updatedAt: number;
  verifiedAt: number | null;
};

/** Where a word of an organisation stands; the smaller, the more it says. */
export const LEVEL = { name: 0, alias: 1, /** Every word in the label of one value. */ value: 2, facet: 3, text: 4, none: 255 } as const;

/** Marks in an organisation's row of words: between two names, before its aliases, before its description. */
export const NAME_ENDS = 0;
export const ALIASES_BEGIN = 1;
export const TEXT_BEGINS = 2;
export const FIRST_WORD = 3;

/** The orders of a list that are not by name, each as the organisations in that order. */
export const RANKED = ["updated", "verified", "members"] as const;
export type Ranked = (typeof RANKED)[number];

/** The numbers by which each order sorts, greatest first; unknown is the smallest. */
export type Keys = Record<Ranked, Float64Array>;

/**
 * An immutable part of the index: organisations numbered in the order of their names, their words and facets as typed
 * arrays and nothing else, so that a million fit, are scanned in milliseconds, and pass between threads and files as one
 * block of memory (image.ts).
 */
export type Segment = {
  /** The organisation's id in the database. */
  ids: Int32Array;
  /** The organisations in the order of their ids. */
  byId: Uint32Array;
  /** The first words are the marks, which are empty. */
  words: WordList;
  /** Word → its set of letters, as `lettersOf` gives it. */
  letterSets: Uint32Array;
  stems: WordList;
  /** Word number → stem number. */
  stemOf: Uint32Array;
  /** Organisation → its words in order: name, acronym, joined forms, ALIASES_BEGIN, aliases, TEXT_BEGINS, description. */
  tokens: Lists;
  /** Stem → organisations, by where it stands. */
  inName: Lists;
  inAlias: Lists;
  inText: Lists;
  /** Word → organisations whose acronym, as one word, it is. */
  acronyms: Lists;
  /** Bundle number → facet numbers. Few combinations occur, so counting bundles is cheaper than counting facets. */
  bundles: Lists;
  /** Bundle number → which kind of bundle it is, as BUNDLE_OF_GROUP numbers them. */
  bundleKinds: Uint32Array;
  /** For each kind of bundle, the one of each organisation. */
  bundleOf: Uint32Array[];
  /** Facet number → organisations. */
  holders: Lists;
  keys: Keys;
  ranked: Record<Ranked, Uint32Array>;
};

export const sizeOf = ({ ids }: Segment): number => ids.length;

/** The place of an organisation by its id, or undefined when the segment does not hold it. */
export function rowOf({ ids, byId }: Segment, id: number): number | undefined {
  const row = byId[firstPlace(byId.length, (place) => ids[byId[place]!]! < id)];
  return row !== undefined && ids[row] === id ? row : undefined;
}

/** The set of letters of a word, a bit each; what is no Latin letter shares the last bits. */
export function lettersOf(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at) - 97;
    set |= 1 << (code >= 0 && code < 26 ? code : 26 + (word.charCodeAt(at) % 6));
  }
  return set >>> 0;
}

/** Whether filters find both, at the same place among names. */
export const standAlike = (before: SearchDocument | null | undefined, after: SearchDocument | null): boolean =>
  !!before && !!after && before.facets.join(" ") === after.facets.join(" ") && nameKeyOf(before.name) === nameKeyOf(after.name);
