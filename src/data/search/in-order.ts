import "server-only";
import type { QueryResultRow } from "pg";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import { markShows, requestPast } from "@/lib/request-outcome";
import { presentRevision, readEntries, serves } from "../read";

/**
 * What the public reads of organisations, in the order of the ids; those that it may not see are left out.
 * @param columns of `organisation_search`, SQL
 */
export async function readInOrder<R extends QueryResultRow>(ids: readonly number[], columns: string): Promise<(R & { id: number })[]> {
  if (ids.length === 0) return [];
  const rows = await readEntries<R & { id: number }>(
    `SELECT "organisationId" AS id, ${columns} FROM organisation_search WHERE "organisationId" = ANY ($1::int[])`,
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function summariesInOrder(ids: readonly number[]): Promise<PublicOrganisationSummary[]> {
  return (await readInOrder<{ summary: PublicOrganisationSummary }>(ids, '"summary"')).map(({ summary }) => summary);
}

/** Suggestions and neighbours name the same organisations again and again: as many links of one revision are kept. */
const MOST_LINKS = 5000;
let kept: { revision: bigint; past: number | null; links: Map<number, OrganisationLink> } | null = null;

/** Names alone, for a link to each. */
export async function linksInOrder(ids: readonly number[]): Promise<OrganisationLink[]> {
  const revision = await presentRevision();
  if (revision === null) kept = null;
  else if (!kept || !serves(kept, revision) || kept.links.size > MOST_LINKS) kept = { revision, past: requestPast(), links: new Map() };
  const links = kept?.links ?? new Map<number, OrganisationLink>();
  const rows = await readInOrder<OrganisationLink>(
    ids.filter((id) => !links.has(id)),
    `"summary"->>'slug' AS slug, "summary"->>'name' AS name, "summary"->>'acronym' AS acronym`,
  );
  markShows(ids);
  for (const { id, ...link } of rows) links.set(id, link);
  return ids.flatMap((id) => links.get(id) ?? []);
}
