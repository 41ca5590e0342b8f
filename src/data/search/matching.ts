import "server-only";
import type { DirectoryQuery } from "@/domain/filters";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { PublicCitation } from "@/domain/published/statement";
import { read } from "../read";
import { HIDDEN, NAMING } from "../organisation/hidden";
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

type Row = PublicCitation & { organisation: string };

/** Without those that name an organisation which the public may not see. */
async function citationsInOrder(ids: readonly number[]): Promise<OrganisationCitation[]> {
  const rows = await read(
    (db) => db.$queryRaw<Row[]>`
      WITH ${HIDDEN}
      SELECT o."slug" AS organisation, c."field", c."value", c."text", c."basis", s."slug" AS source, s."title" AS "sourceTitle",
        s."publishedOn" AS "sourcePublishedOn", c."place" AS "table", c."lineStart", c."lineEnd", to_char(c."saidOn", 'YYYY-MM-DD') AS "saidOn", c."agrees"
      FROM unnest(${[...ids]}::int[]) WITH ORDINALITY AS asked(id, place)
      JOIN "Organisation" o ON o."id" = asked.id AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
      JOIN "Citation" c ON c."organisationId" = o."id"
      JOIN "Source" s ON s."id" = c."sourceId"
      WHERE NOT (${NAMING} AND c."value" IS NOT NULL AND c."value" IN (SELECT "slug" FROM hidden))
      ORDER BY asked.place, c."position", c."id"`,
  );
  return rows.map(({ organisation, ...citation }) => ({ organisation, citation }));
}
