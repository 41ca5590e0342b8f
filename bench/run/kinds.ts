// The kinds of questions that are measured; `queries.mjs` makes those of each.

/** Answers of the API. `counted`: with a total and all facets, which the goals of the search speak of. */
export const ANSWERS = {
  text: { label: "text + 2 filters", counted: true },
  broad: { label: "a broad word", counted: true },
  plain: { label: "no text, no filter", counted: true },
  typo: { label: "a typo", counted: true },
  facets: { label: "all facets", counted: true },
  zone: { label: "zone", counted: true },
  last: { label: "last page", counted: true },
  profile: { label: "one profile", counted: false },
  suggestions: { label: "suggestions", counted: false },
};

/** Pages, with the kind of answer whose floor is what they must read. */
export const PAGES = {
  listPage: { label: "list page", reads: "text" },
  profilePage: { label: "profile page", reads: "profile" },
  zonePage: { label: "zone page", reads: "zone" },
};

export const CROWD = 20;

/** What the goals allow; see `goals.mjs`. */
export const GOALS = {
  ratio: 1.5,
  share: 0.6,
  page: 1.3,
  growth: 6,
  longest: { from: 1_000_000, ms: 150 },
  index: (size) => (size >= 1_000_000 ? 600 : 30),
};
