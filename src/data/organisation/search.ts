import "server-only";
import { CODED_FILTERS, FILTER_GROUPS, type CodedFilter, type DirectoryQuery, type FilterGroup, type ParameterProblem } from "@/domain/filters";
import type { FacetValue, PublicOrganisationSummary, SearchCorrection } from "@/domain/public-organisation";
import { database, type Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { nameFacets } from "./facet-names";
import { publicSummaries } from "./public";
import { resolveGroups, type FacetGroups } from "./resolve-groups";
import { matchText, type TextMatch } from "./text-match";

export type SearchResult =
  | {
      ok: true;
      total: number;
      items: PublicOrganisationSummary[];
      facets: Record<FilterGroup, FacetValue[]>;
      correction: SearchCorrection | null;
    }
  | { ok: false; problems: ParameterProblem[] };

/** All conditions but those of one group: a group keeps its alternatives in its own facet. */
function conditions(match: TextMatch, groups: FacetGroups, without?: FilterGroup): Prisma.Sql {
  const parts = [match.condition];
  for (const [group, values] of groups) {
    if (group !== without) parts.push(Prisma.sql`s."facets" && ${values}::text[]`);
  }
  return Prisma.join(parts, " AND ");
}

function order(query: DirectoryQuery, match: TextMatch): Prisma.Sql {
  const byName = Prisma.sql`s."nameKey", s."organisationId"`;
  switch (query.sort) {
    case "relevance":
      return query.q ? Prisma.sql`${match.tier}, ${match.rank} DESC, ${byName}` : byName;
    case "updated":
      return Prisma.sql`o."updatedAt" DESC, ${byName}`;
    case "members":
      return Prisma.sql`o."memberCount" DESC NULLS LAST, ${byName}`;
    case "name":
      return byName;
  }
}

/**
 * The list of the directory: what matches, one page of it, and the facets under the other filters.
 * Reads only search rows, which exist for public organisations alone.
 */
export async function searchOrganisations(query: DirectoryQuery, db: Db = database()): Promise<SearchResult> {
  const resolved = await resolveGroups(db, query);
  if (!resolved.ok) return resolved;
  const match = await matchText(db, query.q);
  const where = conditions(match, resolved.groups);

  const [counted, items, facets] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM organisation_search s WHERE ${where}`,
    summariesInOrder(db, where, order(query, match), query.pageSize, (query.page - 1) * query.pageSize),
    countFacets(db, match, resolved.groups, query),
  ]);
  return {
    ok: true,
    total: counted[0]?.total ?? 0,
    items,
    facets,
    correction: match.correction,
  };
}

/** All that matches, in order, for the exports: the conditions of the list without its facets. */
export async function matchingOrganisations(
  query: DirectoryQuery,
  limit: number,
  db: Db = database(),
): Promise<{ ok: true; items: PublicOrganisationSummary[] } | { ok: false; problems: ParameterProblem[] }> {
  const resolved = await resolveGroups(db, query);
  if (!resolved.ok) return resolved;
  const match = await matchText(db, query.q);
  return { ok: true, items: await summariesInOrder(db, conditions(match, resolved.groups), order(query, match), limit) };
}

async function summariesInOrder(db: Db, where: Prisma.Sql, by: Prisma.Sql, limit: number, offset = 0): Promise<PublicOrganisationSummary[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT s."organisationId" AS id
    FROM organisation_search s JOIN "Organisation" o ON o."id" = s."organisationId"
    WHERE ${where} ORDER BY ${by} LIMIT ${limit} OFFSET ${offset}`;
  return publicSummaries(db, rows.map((row) => row.id));
}

async function countFacets(
  db: Db,
  match: TextMatch,
  groups: FacetGroups,
  query: DirectoryQuery,
): Promise<Record<FilterGroup, FacetValue[]>> {
  const asked = [...groups.keys()];
  const counts = [
    Prisma.sql`SELECT f AS facet, count(*)::int AS count
      FROM organisation_search s, unnest(s."facets") f
      WHERE ${conditions(match, groups)} AND split_part(f, ':', 1) <> ALL (${asked}::text[]) GROUP BY f`,
    ...asked.map(
      (group) => Prisma.sql`SELECT f, count(*)::int
        FROM organisation_search s, unnest(s."facets") f
        WHERE ${conditions(match, groups, group)} AND split_part(f, ':', 1) = ${group} GROUP BY f`,
    ),
  ];
  const rows = await db.$queryRaw<{ facet: string; count: number }[]>`${Prisma.join(counts, " UNION ALL ")}`;
  // The default kinds restrict the list without the reader having chosen them.
  const selected = new Set([...groups].flatMap(([group, values]) => (query.groups[group] ? values : [])));

  const facets = Object.fromEntries(FILTER_GROUPS.map((group) => [group, [] as FacetValue[]])) as Record<FilterGroup, FacetValue[]>;
  const seen = new Set(rows.map((row) => row.facet));
  for (const facet of selected) if (!seen.has(facet)) rows.push({ facet, count: 0 });
  for (const { facet, count } of rows) {
    const separator = facet.indexOf(":");
    const group = facet.slice(0, separator) as FilterGroup;
    facets[group].push({ value: facet.slice(separator + 1), label: null, count, selected: selected.has(facet) });
  }
  for (const group of FILTER_GROUPS) {
    if (group in CODED_FILTERS) {
      const codes: readonly string[] = CODED_FILTERS[group as CodedFilter];
      facets[group].sort((a, b) => codes.indexOf(a.value) - codes.indexOf(b.value));
    }
  }
  await nameFacets(db, facets);
  return facets;
}
