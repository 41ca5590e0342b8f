import { codeMeant, type Vocabulary } from "@/domain/terms";
import { ORGANISATION_KINDS } from "@/domain/vocabularies";
import { first, numberOf, pageOf, type Search } from "@/lib/http/search";
import { COMPLETENESS, FRESHNESS, MISSING_FIELDS, STAFF_ORDERS, STAFF_STATES, type StaffListQuery } from "@/data/editing/staff-query";

/** The number of a preview in an address; null when it is none. */
export const previewId = (value: string | string[] | undefined): string | null => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(first(value))?.[0] ?? null;

type Given = string | string[] | undefined;
type Filter = Exclude<keyof StaffListQuery, "q" | "page">;
/** `read`: a value that means nothing is none. */
type Parameter<F extends Filter = Filter> = F extends F ? { filter: F; read: (given: Given) => StaffListQuery[F] } : never;

const among =
  <Value extends string>(values: readonly Value[]) =>
  (given: Given): Value | null =>
    values.find((value) => value === first(given)) ?? null;
const termOf = (vocabulary: Vocabulary) => (given: Given) => codeMeant(vocabulary, first(given), "staff");
const slug = (given: Given): string | null => /^[a-z0-9-]{1,100}$/.exec(first(given))?.[0] ?? null;

/** The parameters of the list and of the map, each with the filter that it chooses. */
const FILTERS = {
  etat: { filter: "state", read: among(STAFF_STATES) },
  kind: { filter: "kind", read: among(ORGANISATION_KINDS) },
  completude: { filter: "completeness", read: among(COMPLETENESS) },
  manque: { filter: "missing", read: among(MISSING_FIELDS) },
  verification: { filter: "freshness", read: among(FRESHNESS) },
  par: { filter: "changedBy", read: (given) => numberOf(given) || null },
  zone: { filter: "zone", read: slug },
  theme: { filter: "theme", read: termOf("theme") },
  need: { filter: "need", read: termOf("need") },
  partner: { filter: "partner", read: termOf("partner_class") },
  source: { filter: "source", read: slug },
  tri: { filter: "order", read: among(STAFF_ORDERS) },
} as const satisfies Record<string, Parameter>;
export type ListParameter = keyof typeof FILTERS;

const everyParameter: readonly [name: string, parameter: Parameter][] = Object.entries(FILTERS);

/** The query of the list of staff; a value that means nothing is left out. */
export function listQuery(search: Search): StaffListQuery {
  const chosen = Object.fromEntries(everyParameter.map(([name, { filter, read }]) => [filter, read(search[name])]));
  return { q: first(search.q).trim().slice(0, 200), page: pageOf(search.page), ...chosen };
}

/** The same query as the address of another page. */
export function listSearch(query: StaffListQuery, page: number): string {
  const search = new URLSearchParams();
  if (query.q) search.set("q", query.q);
  for (const [name, { filter }] of everyParameter) if (query[filter]) search.set(name, String(query[filter]));
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return text ? `?${text}` : "";
}
