import "server-only";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import { readRows } from "../read";

export type Chosen = { found: PublicOrganisationSummary[]; /** The slugs of which the public may see no organisation. */ missing: string[] };

/** The organisations of some slugs, in their order. */
export async function chosenOrganisations(slugs: readonly string[]): Promise<Chosen> {
  if (slugs.length === 0) return { found: [], missing: [] };
  const rows = await readRows<{ slug: string; summary: PublicOrganisationSummary }>(
    `SELECT o."slug", shown."summary" FROM "Organisation" o JOIN organisation_search shown ON shown."organisationId" = o."id" WHERE o."slug" = ANY ($1::text[])`,
    [[...slugs]],
  );
  const bySlug = new Map(rows.map(({ slug, summary }) => [slug, summary]));
  return { found: slugs.flatMap((slug) => bySlug.get(slug) ?? []), missing: slugs.filter((slug) => !bySlug.has(slug)) };
}
