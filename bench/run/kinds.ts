// The kinds of questions that are measured; `queries.ts` makes those of each.

/**
 * Answers of the API. `counted`: with a total and all facets, which the goals of the search speak of. `agrees`: without a text, so
 * that the site and the baseline must find the same number of organisations; words are stemmed and corrected differently.
 */
export const ANSWERS = {
  text: { label: "text + 2 filters", counted: true, agrees: false },
  broad: { label: "a broad word", counted: true, agrees: false },
  plain: { label: "no text, no filter", counted: true, agrees: true },
  typo: { label: "a typo", counted: true, agrees: false },
  facets: { label: "all facets", counted: true, agrees: false },
  zone: { label: "zone", counted: true, agrees: true },
  last: { label: "last page", counted: true, agrees: true },
  profile: { label: "one profile", counted: false, agrees: false },
  suggestions: { label: "suggestions", counted: false, agrees: false },
};

export const PAGES = {
  listPage: { label: "list page" },
  profilePage: { label: "profile page" },
  zonePage: { label: "zone page" },
};

export type AnswerKind = keyof typeof ANSWERS;
export type PageKind = keyof typeof PAGES;
export type Queries = Record<AnswerKind | PageKind, string[]>;

export const keysOf = <Key extends string>(record: Partial<Record<Key, unknown>>) => Object.keys(record) as Key[];

export const CROWD = 20;
/** The register of Mali, with which a larger one is compared. */
export const SMALLER = 42_150;

/** What the goals allow; see `goals.ts`. Times in milliseconds. */
export const GOALS = {
  search: 1.5,
  share: 0.6,
  profile: { times: 3, plus: 2 },
  suggestions: 2,
  page: 3,
  growth: 6,
  longest: { from: 1_000_000, ms: 150 },
  import: { size: SMALLER, seconds: 90, megabytes: 1500 },
  index: (size: number) => (size >= 1_000_000 ? 600 : 30),
};
