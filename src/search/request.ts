import type { Sort } from "@/domain/filters";
import type { SearchCorrection } from "@/domain/published/search";
import type { Expansions } from "./levels";
import type { ParsedText } from "./query";
import type { FacetChoice } from "./selection";

/** What is asked of the index. */
export type SearchRequest = {
  text: string;
  choice: FacetChoice;
  sort: Sort;
  /** How many organisations to pass over, and how many to give. */
  from: number;
  count: number;
  /** The last word is still being typed. */
  unfinished?: boolean;
  /** Leave the facets uncounted. */
  uncounted?: boolean;
};

/** What it answers. */
export type Found = {
  total: number;
  /** The ids of the organisations of the page, in order. */
  ids: number[];
  /** By facet number: how many organisations have it under the other groups. */
  counts: Uint32Array;
  correction: SearchCorrection | null;
  /** The parsed text with its expansions, to explain each match; null without a text. */
  query: { text: ParsedText; expansions: Expansions } | null;
};
