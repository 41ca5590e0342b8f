import "server-only";
import { composeFields } from "@/domain/compose";
import { facetsOf } from "@/domain/filters";
import type { PublicOrganisationSummary, PublishedDetails } from "@/domain/published/organisation";
import { nameKeyOf, stemsOf } from "@/search/words";
import { changedSinceVerified, lastCorrections } from "../change/staff-changes";
import type { KeptStatement } from "../change/statements";
import type { Db } from "../client";
import { isPublicSql } from "../entity/link";
import { Prisma } from "../generated/prisma/client";
import { detailsOf, readReferences, summaryOf, type PublicRow, type References } from "../organisation/published";
import { budgetOfTypologies } from "../organisation/typologies";
import { readAnchors } from "../source/anchors";

/** The facets of organisations that come of what names them. */
type NamedIn = { id: number; group: "body" | "programme" | "community"; slug: string };

const namedIn = (tx: Db, ids: readonly number[]): Promise<NamedIn[]> => tx.$queryRaw<NamedIn[]>`
  SELECT s."valueOrganisationId" AS id, e."noun"::text AS "group", e."slug"
  FROM "Statement" s JOIN "Entity" e ON e."id" = s."entityId"
  WHERE s."valueOrganisationId" = ANY (${[...ids]}::int[]) AND s."withdrawnById" IS NULL AND e."noun" IN ('body', 'programme') AND ${Prisma.raw(isPublicSql("e"))}
  UNION SELECT s."valueOrganisationId", 'community', c."slug"
  FROM "Statement" s JOIN "Entity" e ON e."id" = s."entityId" AND e."noun" = 'presence'
    JOIN "Statement" place ON place."entityId" = e."id" AND place."withdrawnById" IS NULL AND place."valueZoneId" IS NOT NULL
    JOIN "Statement" own ON own."valueZoneId" = place."valueZoneId" AND own."withdrawnById" IS NULL
    JOIN "Entity" c ON c."id" = own."entityId" AND c."noun" = 'community' AND ${Prisma.raw(isPublicSql("c"))}
  WHERE s."valueOrganisationId" = ANY (${[...ids]}::int[]) AND s."withdrawnById" IS NULL AND ${Prisma.raw(isPublicSql("e"))}
  ORDER BY 1, 2, 3`;

/** "group:value" for every filter that finds this organisation. */
const facetsOfRow = (
  said: readonly KeptStatement[],
  summary: PublicOrganisationSummary,
  details: PublishedDetails,
  { zones }: References,
  named: readonly NamedIn[],
): string[] => {
  const inGroup = (group: NamedIn["group"]) => named.filter((one) => one.group === group).map(({ slug }) => slug);
  return facetsOf({
    kind: [summary.kind],
    typology: [summary.typology],
    perimeter: [summary.perimeter],
    formality: [summary.formality],
    status: [summary.legalStatus],
    budget: [summary.budgetTier?.value],
    zone: summary.zones.flatMap(({ code }) => zones.get(code)!.path.split("/").filter(Boolean)),
    country: summary.countries,
    theme: summary.themes,
    need: details.needs,
    partner: details.partners.map((partner) => ("partnerClass" in partner ? partner.partnerClass : partner.organisation.slug)),
    network: details.networks.map(({ slug }) => slug),
    chain: summary.chains,
    community: inGroup("community"),
    body: inGroup("body"),
    programme: inGroup("programme"),
    source: said.filter(({ cited }) => cited).map(({ source }) => source),
  });
};

/** What the rows of all organisations have in common. */
export const readCommon = async (tx: Db) => ({ budgets: await budgetOfTypologies(tx), anchorOf: await readAnchors(tx) });

/** What rows decide beside themselves. */
export type RowsMoved = {
  /** It changed which entries a filter finds, or in which order their names stand. */
  lists: boolean;
  /** By what the entries are found only since, or no longer: where it did, the facets; where it did not, the stems. */
  foundBy: string[];
};

/**
 * Writes the search rows of organisations anew, and removes those of organisations that the public
 * may no longer see: no search, facet or list can betray them, for nothing else is read.
 * @param said what is said of each
 */
export async function writeSearchRows(
  tx: Db,
  ids: readonly number[],
  said: ReadonlyMap<number, readonly KeptStatement[]>,
  { budgets, anchorOf }: Awaited<ReturnType<typeof readCommon>>,
): Promise<RowsMoved> {
  const published = await tx.$queryRaw<Omit<PublicRow, "correctedOn" | "changedSince">[]>`
    SELECT "id", "slug", "updatedAt", "verifiedAt", "verifiedHow" FROM "Organisation"
    WHERE "id" = ANY (${[...ids]}::int[]) AND "visibility" = 'public' AND "publishedAt" IS NOT NULL`;
  const shownIds = published.map(({ id }) => id);
  const corrections = await lastCorrections(tx, shownIds);
  const verified = published.filter(({ verifiedAt }) => verifiedAt !== null).map(({ id }) => id);
  const changed = verified.length === 0 ? new Set<number>() : await changedSinceVerified(tx, verified);
  const shown = published.map((row): PublicRow => ({ ...row, correctedOn: corrections.get(row.id) ?? null, changedSince: changed.has(row.id) }));
  const references = await readReferences(
    tx,
    shown.flatMap(({ id }) => said.get(id) ?? []),
    anchorOf,
  );
  const named = new Map<number, NamedIn[]>(shown.map(({ id }) => [id, []]));
  for (const one of await namedIn(tx, [...named.keys()])) named.get(one.id)!.push(one);
  const rows = shown.map((row) => {
    const own = said.get(row.id) ?? [];
    const fields = composeFields(own);
    const summary = summaryOf(row, own, fields, budgets, references);
    const details = detailsOf(own, fields, references);
    const addresses = details.contacts.filter(({ channel }) => channel === "address").map(({ raw }) => raw);
    return {
      id: row.id,
      nameKey: nameKeyOf(summary.name),
      summary,
      details,
      facets: facetsOfRow(own, summary, details, references, named.get(row.id)!),
      aliases: details.aliases,
      description: [...Object.values(details.description), ...addresses].filter(Boolean).join("\n") || null,
    };
  });
  const present = new Set(rows.map(({ id }) => id));
  const gone = ids.filter((id) => !present.has(id));
  if (gone.length > 0) await tx.organisationSearch.deleteMany({ where: { organisationId: { in: gone } } });
  const changedRows = await tx.$queryRaw<(Texts & { id: number; moved: boolean; facets: string[] | null })[]>`
    WITH given AS (SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS given(id int, "nameKey" text, summary jsonb, details json, facets text[], aliases text[], description text)),
    written AS (INSERT INTO organisation_search AS present ("organisationId", "nameKey", "summary", "details", "facets", "aliases", "description")
    SELECT id, "nameKey", summary, details, facets, aliases, description FROM given
    ON CONFLICT ("organisationId") DO UPDATE SET
      "nameKey" = excluded."nameKey", "summary" = excluded."summary", "details" = excluded."details", "facets" = excluded."facets",
      "aliases" = excluded."aliases", "description" = excluded."description"
    WHERE (present."nameKey", present."summary", present."details"::text, present."facets", present."aliases", present."description")
      IS DISTINCT FROM (excluded."nameKey", excluded."summary", excluded."details"::text, excluded."facets", excluded."aliases", excluded."description"))
    SELECT given.id, (before."nameKey", before."facets") IS DISTINCT FROM (given."nameKey", given."facets") AS moved, before."facets",
      before."summary"->>'name' AS name, before."summary"->>'acronym' AS acronym, before."aliases", before."description"
    FROM given LEFT JOIN organisation_search before ON before."organisationId" = given.id
    WHERE (before."nameKey", before."facets", before."summary"->>'name', before."summary"->>'acronym', before."aliases", before."description")
      IS DISTINCT FROM (given."nameKey", given."facets", given."summary"->>'name', given."summary"->>'acronym', given."aliases", given."description")`;
  const lists = gone.length > 0 || changedRows.some(({ moved }) => moved);
  const now = new Map(rows.map(({ summary: { name, acronym }, ...row }) => [row.id, { ...row, name, acronym }]));
  const between = lists ? facetsMoved : stemsMoved;
  return { lists, foundBy: [...new Set(changedRows.flatMap((before) => between(before, now.get(before.id)!)))] };
}

const facetsMoved = (before: { facets: string[] | null }, after: { facets: string[] }): string[] => {
  const had = before.facets ?? [];
  return [...had.filter((facet) => !after.facets.includes(facet)), ...after.facets.filter((facet) => !had.includes(facet))];
};

/** What of a row is searched as text. */
type Texts = { name: string; acronym: string | null; aliases: string[]; description: string | null };

/** The stems of the texts that one says in a place where the other does not. */
function stemsMoved(before: Texts, after: Texts): string[] {
  const places = ({ name, acronym, aliases, description }: Texts) => [[name], [acronym ?? ""], aliases, [description ?? ""]];
  const now = places(after);
  return places(before).flatMap((texts, place) => {
    const others = now[place]!;
    return [...texts.filter((text) => !others.includes(text)), ...others.filter((text) => !texts.includes(text))].flatMap(stemsOf);
  });
}
