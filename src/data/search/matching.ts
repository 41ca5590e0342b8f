import "server-only";
import type { DirectoryQuery } from "@/domain/filters";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { PublicCitation } from "@/domain/published/statement";
import { read } from "../read";
import { resolveGroups } from "./resolve-groups";
import { summariesInOrder, type Refused } from "./search";
import { presentIndex } from "./present";

/** What matches, a batch at a time: as much is in memory as the reader of it takes. */
export type Matching<T> = { ok: true; batches: AsyncGenerator<T[]> } | Refused;

/** Few enough for the parameters of one query and for little memory, and enough for few queries. */
const ROWS_AT_ONCE = 1000;

/** All that matches, in the order of the list: the conditions of the list without its facets. */
export function matchingOrganisations(query: DirectoryQuery, limit: number): Promise<Matching<PublicOrganisationSummary>> {
  return matching(query, limit, summariesInOrder);
}

export type OrganisationCitation = { organisation: string; citation: PublicCitation };

/** Every public citation of the organisations that a query matches, in the order of the list. */
export function citationsOfMatching(query: DirectoryQuery, limit: number): Promise<Matching<OrganisationCitation>> {
  return matching(query, limit, citationsInOrder);
}

async function matching<T>(query: DirectoryQuery, limit: number, rowsOf: (ids: number[]) => Promise<T[]>): Promise<Matching<T>> {
  const state = await presentIndex();
  const resolved = await resolveGroups(state, query);
  if (!resolved.ok) return resolved;
  const { ids } = state.index.search({ text: query.q, choice: resolved.choice, sort: query.sort, from: 0, count: limit, uncounted: true });
  return { ok: true, batches: inBatches(ids, rowsOf) };
}

async function* inBatches<T>(ids: readonly number[], rowsOf: (ids: number[]) => Promise<T[]>): AsyncGenerator<T[]> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) yield rowsOf(ids.slice(from, from + ROWS_AT_ONCE));
}

type Row = { id: number; slug: string; citations: PublicCitation[] };

async function citationsInOrder(ids: readonly number[]): Promise<OrganisationCitation[]> {
  const rows = await read(
    (db) => db.$queryRaw<Row[]>`
      SELECT "organisationId" AS id, "summary" ->> 'slug' AS slug, "details" -> 'citations' AS citations
      FROM organisation_search WHERE "organisationId" = ANY (${[...ids]}::int[])`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? row.citations.map((citation) => ({ organisation: row.slug, citation })) : [];
  });
}
