import { ORGANISATION_KINDS } from "@/domain/vocabularies";
import { STAFF_STATES, type StaffListQuery } from "@/data/editing/staff-list";

export type Search = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

/** A page number of an address; anything else is the first page. */
export function pageOf(value: string | string[] | undefined): number {
  const text = first(value);
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** The query of the list of staff; a value that means nothing is left out. */
export function listQuery(search: Search): StaffListQuery {
  return {
    q: first(search.q).trim().slice(0, 200),
    state: STAFF_STATES.find((state) => state === first(search.etat)) ?? null,
    kind: ORGANISATION_KINDS.find((kind) => kind === first(search.kind)) ?? null,
    page: pageOf(search.page),
  };
}

/** The same query as the address of another page. */
export function listSearch({ q, state, kind }: StaffListQuery, page: number): string {
  const search = new URLSearchParams();
  if (q) search.set("q", q);
  if (state) search.set("etat", state);
  if (kind) search.set("kind", kind);
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return text ? `?${text}` : "";
}
