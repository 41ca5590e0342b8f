import { z } from "zod";
import { codeMeant, codesIn, VOCABULARIES, type Vocabulary } from "./terms";
import { BUDGET_TIERS, CHAINS, FORMALITIES, LEGAL_STATUSES, ORGANISATION_KINDS, PERIMETERS, TYPOLOGIES } from "./vocabularies";

/**
 * The filters of the public contract: the same names and values on the list, the map, the API and
 * every export. A repeated parameter is OR, different parameters are AND.
 */
export const SORTS = ["relevance", "name", "updated", "verified", "members"] as const;
export type Sort = (typeof SORTS)[number];

type FilterDescription = {
  /** The closed list of its values; null when they are records, which only the database knows. */
  codes: readonly string[] | null;
  /** The vocabulary of those codes, when the consortium adds terms to it. */
  vocabulary?: Vocabulary;
  /** Whether "unknown" is accepted, for what no source says. */
  unknown: boolean;
};

/**
 * Every group that is both a filter and a facet, in the order in which the list shows them. What each room knows of a
 * filter (its label, facet, resolver) is a complete Record of these keys: a new one compiles once all are filled.
 */
const FILTERS = {
  typology: { codes: TYPOLOGIES, unknown: true },
  theme: { codes: VOCABULARIES.theme, vocabulary: "theme", unknown: true },
  zone: { codes: null, unknown: true },
  perimeter: { codes: PERIMETERS, unknown: true },
  formality: { codes: FORMALITIES, unknown: true },
  status: { codes: LEGAL_STATUSES, unknown: true },
  budget: { codes: BUDGET_TIERS, unknown: true },
  country: { codes: null, unknown: true },
  network: { codes: null, unknown: false },
  partner: { codes: null, unknown: false },
  need: { codes: VOCABULARIES.need, vocabulary: "need", unknown: false },
  chain: { codes: CHAINS, unknown: false },
  community: { codes: null, unknown: false },
  body: { codes: null, unknown: false },
  programme: { codes: null, unknown: false },
  kind: { codes: ORGANISATION_KINDS, unknown: false },
  source: { codes: null, unknown: false },
} as const satisfies Record<string, FilterDescription>;
type Filters = typeof FILTERS;

/** The filter that finds by the terms of a vocabulary. */
export const FILTER_OF_VOCABULARY = { theme: "theme", need: "need", partner_class: "partner" } as const satisfies Record<Vocabulary, keyof Filters>;

export type FilterGroup = keyof Filters;
export const FILTER_GROUPS = Object.keys(FILTERS) as readonly FilterGroup[];

/** Groups whose values are records. */
export type RecordFilter = { [Group in FilterGroup]: Filters[Group]["codes"] extends null ? Group : never }[FilterGroup];
export const RECORD_FILTERS = FILTER_GROUPS.filter((group): group is RecordFilter => FILTERS[group].codes === null);

/** Groups whose values are a closed list of codes, with those codes. */
export type CodedFilter = Exclude<FilterGroup, RecordFilter>;
export const CODED_FILTERS = Object.fromEntries(FILTER_GROUPS.flatMap((group) => (FILTERS[group].codes === null ? [] : [[group, FILTERS[group].codes]]))) as {
  readonly [Group in CodedFilter]: Filters[Group]["codes"];
};

/** The codes that a reader may ask for in such a group: a term of the consortium once something public says it. */
export function codesOfFilter(group: CodedFilter): readonly string[] {
  const { codes, vocabulary }: FilterDescription = FILTERS[group];
  return vocabulary ? codesIn(vocabulary, "public") : codes!;
}

/** The code that a value means in a group of codes; null for none. One that was merged means the other, so that an old address goes on. */
export function codeAsked(group: CodedFilter, value: string): string | null {
  const { codes, vocabulary }: FilterDescription = FILTERS[group];
  if (vocabulary) return codeMeant(vocabulary, value, "public");
  return codes!.includes(value) ? value : null;
}

export const isCoded = (group: FilterGroup): group is CodedFilter => group in CODED_FILTERS;

/** The value of what no source says, in the groups where that is worth asking for. */
export const UNKNOWN = "unknown";
export const UNKNOWN_GROUPS = FILTER_GROUPS.filter((group) => FILTERS[group].unknown);

/**
 * The facets of an organisation, as "group:value", from the values that it has in every group; "unknown" in the groups
 * that accept it and have none.
 */
export function facetsOf(values: Readonly<Record<FilterGroup, readonly (string | null | undefined)[]>>): string[] {
  const known = (Object.keys(values) as FilterGroup[]).flatMap((group) => values[group].filter(Boolean).map((value) => `${group}:${value}`));
  const unknown = UNKNOWN_GROUPS.filter((group) => !values[group].some(Boolean)).map((group) => `${group}:${UNKNOWN}`);
  return [...new Set([...known, ...unknown])];
}

/** Before a value it asks for all that has another: "theme=-health". */
const NOT = "-";

/** What a feed takes: its order and its length are its own. */
export const FEED_PARAMETERS: readonly string[] = ["q", ...FILTER_GROUPS];
export const PARAMETER_NAMES: readonly string[] = [...FEED_PARAMETERS, "sort", "page", "pageSize"];

export const QUERY_MAX_LENGTH = 200;
export const VALUES_PER_GROUP_MAX = 50;
export const PAGE_SIZES = { default: 20, max: 100 } as const;
export const PAGE_MAX = 100_000;

/** Values by group; only groups that were asked for. */
export type GroupValues = Partial<Record<FilterGroup, string[]>>;

/** A parsed request for a list. */
export type DirectoryQuery = {
  q: string;
  /** One of them must be there. */
  groups: GroupValues;
  /** None of them may be there. */
  excluded: GroupValues;
  sort: Sort;
  page: number;
  pageSize: number;
};

/** One refused parameter, in data: the sentence is made by whoever answers, in its language. */
export type ParameterProblem = {
  parameter: string;
  value: string;
  reason: "unknown_value" | "unknown_parameter" | "repeated" | "too_long" | "too_many" | "not_a_number" | "out_of_range";
  /** The accepted values when they are a closed list; the limits when it is a number or a length. */
  accepted: string[];
};

export type ParsedQuery = { ok: true; query: DirectoryQuery } | { ok: false; problems: ParameterProblem[] };

const wholeNumber = z.string().regex(/^\d{1,9}$/);

/**
 * Reads the parameters of a list. An empty value is the same as none, because an HTML form sends
 * every field. Values of record groups are only bounded here; the data layer resolves them.
 *
 * @param parameters name → values, as repeated in the URL
 * @param known refuse all other names, and one of several values where only one counts: the API does; a page must survive "?fbclid=…"
 */
export function parseDirectoryQuery(parameters: Record<string, readonly string[]>, known?: readonly string[]): ParsedQuery {
  const problems: ParameterProblem[] = [];
  const valuesOf = (name: string) => (parameters[name] ?? []).map((value) => value.trim()).filter((value) => value !== "");

  if (known) problems.push(...nameProblems(parameters, known));

  const q = valuesOf("q").join(" ");
  if (q.length > QUERY_MAX_LENGTH) {
    problems.push({ parameter: "q", value: `${q.slice(0, 40)}…`, reason: "too_long", accepted: [String(QUERY_MAX_LENGTH)] });
  }

  const groups: GroupValues = {};
  const excluded: GroupValues = {};
  for (const group of FILTER_GROUPS) {
    const values = [...new Set(valuesOf(group))];
    if (values.length === 0) continue;
    if (values.length > VALUES_PER_GROUP_MAX) {
      problems.push({ parameter: group, value: "", reason: "too_many", accepted: [String(VALUES_PER_GROUP_MAX)] });
      continue;
    }
    for (const value of values) {
      const bare = value.startsWith(NOT) ? value.slice(NOT.length) : value;
      const meant = isUnknown(group, bare) || !isCoded(group) ? bare : codeAsked(group, bare);
      if (meant === null) {
        problems.push({ parameter: group, value: value.slice(0, 60), reason: "unknown_value", accepted: acceptedCodes(group) });
      } else if (value.length > 120) {
        problems.push({ parameter: group, value: `${value.slice(0, 40)}…`, reason: "too_long", accepted: ["120"] });
      }
      if (meant === null) continue;
      const side = ((bare === value ? groups : excluded)[group] ??= []);
      if (!side.includes(meant)) side.push(meant);
    }
  }

  const sortValue = valuesOf("sort").at(-1);
  if (sortValue !== undefined && !(SORTS as readonly string[]).includes(sortValue)) {
    problems.push({ parameter: "sort", value: sortValue.slice(0, 60), reason: "unknown_value", accepted: [...SORTS] });
  }

  const number = (name: "page" | "pageSize", fallback: number, max: number): number => {
    const value = valuesOf(name).at(-1);
    if (value === undefined) return fallback;
    if (!wholeNumber.safeParse(value).success) {
      problems.push({ parameter: name, value: value.slice(0, 60), reason: "not_a_number", accepted: ["1", String(max)] });
      return fallback;
    }
    const parsed = Number(value);
    if (parsed < 1 || parsed > max) {
      problems.push({ parameter: name, value, reason: "out_of_range", accepted: ["1", String(max)] });
      return fallback;
    }
    return parsed;
  };
  const page = number("page", 1, PAGE_MAX);
  const pageSize = number("pageSize", PAGE_SIZES.default, PAGE_SIZES.max);

  if (problems.length > 0) return { ok: false, problems };
  const sort = (sortValue as Sort | undefined) ?? (q ? "relevance" : "name");
  return { ok: true, query: { q, groups, excluded, sort, page, pageSize } };
}

/** What is wrong with the names alone: nothing that is given may be ignored. @param known the parameters that count */
export function nameProblems(parameters: Record<string, readonly string[]>, known: readonly string[]): ParameterProblem[] {
  return Object.entries(parameters).flatMap(([name, values]): ParameterProblem[] => {
    const given = { parameter: name.slice(0, 60), value: "" };
    if (!known.includes(name)) return [{ ...given, reason: "unknown_parameter", accepted: [...known] }];
    const isRepeated = values.filter((value) => value.trim() !== "").length > 1 && !(FILTER_GROUPS as readonly string[]).includes(name);
    return isRepeated ? [{ ...given, reason: "repeated", accepted: known.filter((other) => (FILTER_GROUPS as readonly string[]).includes(other)) }] : [];
  });
}

/** Whether a value asks for what no source says. */
export const isUnknown = (group: FilterGroup, value: string): boolean => value === UNKNOWN && FILTERS[group].unknown;

/** The values of a group that is a closed list. */
function acceptedCodes(group: FilterGroup): string[] {
  return [...(isCoded(group) ? codesOfFilter(group) : []), ...(FILTERS[group].unknown ? [UNKNOWN] : [])];
}

/** The parameters of a URL, each name with all its values; as a URL holds them, or as a page receives them. */
export function parametersOf(search: URLSearchParams | Record<string, string | string[] | undefined>): Record<string, string[]> {
  if (!(search instanceof URLSearchParams)) {
    return Object.fromEntries(Object.entries(search).map(([name, value]) => [name, [value ?? []].flat()]));
  }
  const parameters: Record<string, string[]> = {};
  for (const name of new Set(search.keys())) parameters[name] = search.getAll(name);
  return parameters;
}

/**
 * The search string of a query, without what is the default, so that equal views have equal URLs.
 * Starts with "?" unless it is empty.
 */
export function directorySearch(query: DirectoryQuery, changes: Partial<DirectoryQuery> = {}): string {
  const next = { ...query, ...changes };
  const search = new URLSearchParams();
  if (next.q) search.set("q", next.q);
  for (const group of FILTER_GROUPS) {
    for (const value of next.groups[group] ?? []) search.append(group, value);
    for (const value of next.excluded[group] ?? []) search.append(group, NOT + value);
  }
  if (next.sort !== (next.q ? "relevance" : "name")) search.set("sort", next.sort);
  if (next.pageSize !== PAGE_SIZES.default) search.set("pageSize", String(next.pageSize));
  if (next.page > 1) search.set("page", String(next.page));
  const text = search.toString();
  return text ? `?${text}` : "";
}
