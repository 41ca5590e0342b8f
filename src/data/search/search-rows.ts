import "server-only";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import { nameKeyOf } from "@/search/words";
import { UNKNOWN, UNKNOWN_GROUPS } from "@/domain/filters";
import type { Db } from "../client";
import type { Prisma } from "../generated/prisma/client";
import { budgetOfTypologies, publicOnly, summaryInclude, toSummary } from "../organisation/public";

/** How many revisions a server may sleep through without loading everything anew. */
const KEPT_REVISIONS = 1000;

const rowInclude = {
  ...summaryInclude,
  aliases: { select: { name: true }, orderBy: { name: "asc" } },
  contacts: { where: { channel: "address" }, select: { raw: true }, orderBy: { position: "asc" } },
  needs: { select: { need: true } },
  partners: { where: { OR: [{ partnerId: null }, { partner: publicOnly }] }, select: { partnerClass: true, partner: { select: { slug: true } } } },
  networks: { where: { network: publicOnly }, select: { network: { select: { slug: true } } } },
  citations: { select: { field: true, agrees: true, basis: true, source: { select: { slug: true } } } },
} as const satisfies Prisma.OrganisationInclude;

type Row = Prisma.OrganisationGetPayload<{ include: typeof rowInclude }>;

/** "group:value" for every filter that finds this organisation. */
function facetsOf(row: Row, summary: PublicOrganisationSummary): string[] {
  const values: Record<string, readonly (string | null | undefined)[]> = {
    kind: [row.kind],
    typology: [row.typology],
    perimeter: [row.perimeter],
    formality: [summary.formality],
    status: [row.legalStatus],
    budget: [summary.budgetTier?.value],
    zone: row.zones.flatMap(({ zone }) => zone.path.split("/").filter(Boolean)),
    country: summary.countries,
    theme: summary.themes,
    need: row.needs.map(({ need }) => need),
    partner: row.partners.map(({ partner, partnerClass }) => partnerClass ?? partner?.slug),
    network: row.networks.map(({ network }) => network.slug),
    source: row.citations.map(({ source }) => source.slug),
  };
  const facets = new Set<string>();
  for (const [group, given] of Object.entries(values)) {
    for (const value of given) if (value) facets.add(`${group}:${value}`);
  }
  for (const group of UNKNOWN_GROUPS) if (!values[group]?.some(Boolean)) facets.add(`${group}:${UNKNOWN}`);
  return [...facets];
}

/**
 * Writes the search rows of organisations again, and removes those of organisations that the public
 * may no longer see: no search, facet or list can betray them, for nothing else is read.
 */
async function writeRows(tx: Db, ids: readonly number[]): Promise<void> {
  const rows = await tx.organisation.findMany({ where: { id: { in: [...ids] }, ...publicOnly }, include: rowInclude });
  const budgets = await budgetOfTypologies(tx);
  const written = rows.map((row) => {
    const basis = row.citations.find(({ field, agrees }) => field === "budget_tier" && agrees)?.basis;
    const summary = toSummary(row, budgets, basis);
    const texts = [row.descriptionFr, row.descriptionEn, ...row.contacts.map(({ raw }) => raw)].filter(Boolean);
    return {
      id: row.id,
      nameKey: nameKeyOf(row.name),
      summary,
      facets: facetsOf(row, summary),
      aliases: row.aliases.map(({ name }) => name),
      description: texts.join("\n") || null,
    };
  });
  const gone = ids.filter((id) => !written.some((row) => row.id === id));
  if (gone.length > 0) await tx.organisationSearch.deleteMany({ where: { organisationId: { in: gone } } });
  await tx.$executeRaw`
    INSERT INTO organisation_search ("organisationId", "nameKey", "summary", "facets", "aliases", "description")
    SELECT id, "nameKey", summary, facets, aliases, description
    FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      AS given(id int, "nameKey" text, summary jsonb, facets text[], aliases text[], description text)
    ON CONFLICT ("organisationId") DO UPDATE SET
      "nameKey" = excluded."nameKey", "summary" = excluded."summary", "facets" = excluded."facets",
      "aliases" = excluded."aliases", "description" = excluded."description"`;
}

/** The next revision, with what it changed; null for everything. Other changes wait until this one is committed. */
async function nextRevision(tx: Db, ids: readonly number[] | null): Promise<void> {
  await tx.$executeRaw`
    WITH next AS (UPDATE directory_revision SET "revision" = "revision" + 1, "changedAt" = clock_timestamp() RETURNING "revision")
    INSERT INTO directory_change ("revision", "organisationIds") SELECT "revision", ${ids ? [...ids] : null}::int[] FROM next`;
  await tx.$executeRaw`
    DELETE FROM directory_change USING directory_revision present
    WHERE directory_change."revision" <= present."revision" - ${KEPT_REVISIONS}`;
}

/**
 * To be called at the end of every transaction that changes an organisation.
 * @param id the organisation
 * @param linked also write those whose facets name it: they must not name one that the public may no longer see
 */
export async function refreshSearch(tx: Db, id: number, linked = false): Promise<void> {
  const others = linked
    ? await tx.$queryRaw<{ id: number }[]>`
        SELECT "organisationId" AS id FROM "Partner" WHERE "partnerId" = ${id}
        UNION SELECT "memberId" FROM "Membership" WHERE "networkId" = ${id}`
    : [];
  const ids = [...new Set([id, ...others.map((row) => row.id)])];
  await nextRevision(tx, ids);
  await writeRows(tx, ids);
}

const BATCH = 1000;

/**
 * Writes every search row, after a load that touched what many of them share (zones, typologies) or
 * a migration that changed their form. Outside a transaction, servers see the new rows at the end.
 * @param onProgress how many organisations of all are done
 */
export async function refreshWholeSearch(tx: Db, onProgress?: (done: number, all: number) => void): Promise<void> {
  const all = await tx.organisation.count();
  let done = 0;
  for (let last = 0; ;) {
    const ids = await tx.organisation.findMany({ where: { id: { gt: last } }, select: { id: true }, orderBy: { id: "asc" }, take: BATCH });
    if (ids.length === 0) break;
    await writeRows(
      tx,
      ids.map(({ id }) => id),
    );
    last = ids.at(-1)!.id;
    done += ids.length;
    onProgress?.(done, all);
  }
  await tx.directoryRevision.updateMany({ data: { rowsCurrent: true } });
  await nextRevision(tx, null);
}

/** Marks that something public changed which is no organisation: a source, a community, a label. */
export async function refreshEverythingElse(tx: Db): Promise<void> {
  await nextRevision(tx, null);
}
