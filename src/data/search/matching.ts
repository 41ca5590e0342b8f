import "server-only";
import type { DirectoryQuery } from "@/domain/filters";
import type { PublicContact, PublicOrganisationSummary } from "@/domain/published/organisation";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import type { PublicCitation } from "@/domain/published/statement";
import { readInOrder, summariesInOrder } from "./in-order";
import { resolveGroups } from "./resolve-groups";
import type { Refused } from "./search";
import { searchAsked } from "./asked";
import { readRows } from "../read";
import { presentIndex } from "./present";

/** What matches, a batch at a time: as much is in memory as the reader of it takes. */
export type Matching<T> = { ok: true; batches: AsyncGenerator<T[]> } | Refused;

/** What is in memory of a file that is being read: few enough to be little, and enough for few queries. */
const ROWS_AT_ONCE = 250;

/** How many to pass over, and how many to give. */
export type Part = { from: number; count: number };

/** All that matches, or a part of it, in the order of the list: the conditions of the list without its facets. @param orOthers as {@link searchAsked} has it */
export function matchingOrganisations(query: DirectoryQuery, part?: Part, orOthers = false): Promise<Matching<PublicOrganisationSummary>> {
  return matching(query, (ids) => inBatches(ids, summariesInOrder), orOthers, part);
}

export type OrganisationCitation = { organisation: string; citation: PublicCitation };

/** Every public citation of the organisations that a query matches, or of a part of them, in the order of the list. */
export function citationsOfMatching(query: DirectoryQuery, part?: Part): Promise<Matching<OrganisationCitation>> {
  return matching(query, (ids) => inBatches(ids, citationsInOrder), true, part);
}

export type OrganisationPhone = { organisation: OrganisationLink; /** E.164. */ phone: string };

/** The first telephone number that can be called of each organisation that a query matches, in the order of the list; those without one are left out. */
export function phonesOfMatching(query: DirectoryQuery): Promise<Matching<OrganisationPhone>> {
  return matching(query, phonesByBatch, false);
}

type Batches<T> = (ids: readonly number[]) => AsyncGenerator<T[]>;

async function matching<T>(query: DirectoryQuery, batchesOf: Batches<T>, orOthers: boolean, part?: Part): Promise<Matching<T>> {
  const state = await presentIndex();
  const resolved = await resolveGroups(state, query);
  if (!resolved.ok) return resolved;
  const { from, count } = part ?? { from: 0, count: state.index.size };
  const { found } = searchAsked(state, query, resolved.choice, { from, count, uncounted: true }, orOthers);
  return { ok: true, batches: batchesOf(found.ids) };
}

async function* inBatches<T>(ids: readonly number[], rowsOf: (ids: number[]) => Promise<T[]>): AsyncGenerator<T[]> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) yield rowsOf(ids.slice(from, from + ROWS_AT_ONCE));
}

async function citationsInOrder(ids: readonly number[]): Promise<OrganisationCitation[]> {
  type Row = { organisation: string; citations: PublicCitation[] };
  const rows = await readInOrder<Row>(ids, `"summary" ->> 'slug' AS organisation, "details" -> 'citations' AS citations`);
  return rows.flatMap(({ organisation, citations }) => citations.map((citation) => ({ organisation, citation })));
}

/** Few entries may have a number that can be called, and their rows are long: those without are told by an index alone. */
const IDS_AT_ONCE = 5000;

async function* phonesByBatch(ids: readonly number[]): AsyncGenerator<OrganisationPhone[]> {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE);
    const rows = await readRows<{ id: number }>(
      `SELECT DISTINCT "organisationId" AS id FROM "Statement"
       WHERE "organisationId" = ANY ($1::int[]) AND "field" = 'contacts' AND "channel" = 'phone' AND "usable" IS NOT NULL AND "withdrawnById" IS NULL`,
      [some],
    );
    const reachable = new Set(rows.map(({ id }) => id));
    yield* inBatches(
      some.filter((id) => reachable.has(id)),
      phonesInOrder,
    );
  }
}

async function phonesInOrder(ids: readonly number[]): Promise<OrganisationPhone[]> {
  type Row = OrganisationLink & { contacts: PublicContact[] };
  const rows = await readInOrder<Row>(
    ids,
    `"summary"->>'slug' AS slug, "summary"->>'name' AS name, "summary"->>'acronym' AS acronym, "details"->'contacts' AS contacts`,
  );
  return rows.flatMap(({ slug, name, acronym, contacts }) => {
    const phone = contacts.find(({ channel, state }) => channel === "phone" && state === "ok")?.value;
    return phone ? [{ organisation: { slug, name, acronym }, phone }] : [];
  });
}
