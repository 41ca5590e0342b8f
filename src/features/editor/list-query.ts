import { ORGANISATION_KINDS, THEMES } from "@/domain/vocabularies";
import { FRESHNESS, MISSING_FIELDS, STAFF_STATES, type StaffListQuery } from "@/data/editing/staff-list";

export type Search = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

/** A page number of an address; anything else is the first page. */
export function pageOf(value: string | string[] | undefined): number {
  const text = first(value);
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** The parameters of the list, each with the filter that it chooses. */
const FILTERS = {
  etat: "state",
  kind: "kind",
  manque: "missing",
  verification: "freshness",
  zone: "zone",
  theme: "theme",
  source: "source",
} as const satisfies Record<string, keyof StaffListQuery>;

const among = <Value extends string>(values: readonly Value[], given: string | string[] | undefined): Value | null =>
  values.find((value) => value === first(given)) ?? null;
const slug = (given: string | string[] | undefined): string | null => /^[a-z0-9-]{1,100}$/.exec(first(given))?.[0] ?? null;

/** The query of the list of staff; a value that means nothing is left out. */
export function listQuery(search: Search): StaffListQuery {
  return {
    q: first(search.q).trim().slice(0, 200),
    state: among(STAFF_STATES, search.etat),
    kind: among(ORGANISATION_KINDS, search.kind),
    missing: among(MISSING_FIELDS, search.manque),
    freshness: among(FRESHNESS, search.verification),
    zone: slug(search.zone),
    theme: among(THEMES, search.theme),
    source: slug(search.source),
    page: pageOf(search.page),
  };
}

/** The same query as the address of another page. */
export function listSearch(query: StaffListQuery, page: number): string {
  const search = new URLSearchParams();
  if (query.q) search.set("q", query.q);
  for (const [parameter, filter] of Object.entries(FILTERS)) if (query[filter]) search.set(parameter, query[filter]);
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return text ? `?${text}` : "";
}
