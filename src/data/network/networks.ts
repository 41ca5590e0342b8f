import "server-only";
import type { NetworkList, PublicNetwork } from "@/domain/published/network";
import type { PublicOrganisationSummary, PublishedDetails } from "@/domain/published/organisation";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import { NETWORK_SCOPES, type NetworkScope } from "@/domain/vocabularies";
import type { Db } from "../client";
import { CITED, HIDDEN } from "../organisation/hidden";
import { read } from "../read";
import { inNetworkOrder, type NetworkPlace } from "./network-order";

export const NETWORKS_A_PAGE = 30;

/** A network of more members is read in the list of the directory. */
const MEMBERS_SHOWN = 20;

/** The networks and federations of one page, in the order of {@link inNetworkOrder}; a page after the last is the last. */
export function publicNetworks(page = 1): Promise<NetworkList> {
  return read(async (db) => {
    const all = inNetworkOrder(await networkPlaces(db));
    const listed = all.filter(({ scope }) => scope !== null);
    const of = (scope: NetworkScope) => listed.filter((network) => network.scope === scope).length;
    const pageCount = Math.max(1, Math.ceil(all.length / NETWORKS_A_PAGE));
    const shown = Math.min(page, pageCount);
    return {
      counts: {
        ...(Object.fromEntries(NETWORK_SCOPES.map((scope) => [scope, of(scope)])) as Record<NetworkScope, number>),
        websites: listed.filter(({ website }) => website).length,
      },
      total: all.length,
      page: shown,
      pageCount,
      networks: await inFull(db, all.slice((shown - 1) * NETWORKS_A_PAGE, shown * NETWORKS_A_PAGE)),
    };
  });
}

function networkPlaces(db: Db): Promise<(NetworkPlace & { website: boolean })[]> {
  return db.$queryRaw`
    WITH ${HIDDEN}, known AS (
      SELECT "otherId" AS id, count(*)::int AS count FROM "OrganisationLink"
      WHERE "field" = 'networks' AND "organisationId" NOT IN (SELECT "id" FROM hidden) GROUP BY "otherId"
    )
    SELECT o."id", o."nameKey", o."networkScope" AS scope, said."source", said."line", coalesce(known.count, 0) AS known, site.found IS NOT NULL AS website
    FROM (SELECT "id" FROM "Organisation" WHERE "networkScope" IS NOT NULL UNION SELECT id FROM known) candidate
    JOIN "Organisation" o ON o."id" = candidate."id" AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
    LEFT JOIN known ON known.id = o."id"
    LEFT JOIN LATERAL (
      SELECT s."position" AS source, c."lineStart" AS line FROM "Statement" c JOIN "Source" s ON s."id" = c."sourceId"
      WHERE c."organisationId" = o."id" AND c."field" = 'network_scope' AND ${CITED} ORDER BY c."position", c."id" LIMIT 1
    ) said ON true
    LEFT JOIN LATERAL (
      SELECT true AS found FROM "Statement" c
      WHERE c."organisationId" = o."id" AND c."channel" = 'website' AND c."contactState" = 'ok' AND c."usable" IS NOT NULL AND ${CITED} LIMIT 1
    ) site ON true`;
}

const byName = new Intl.Collator("fr");

type Row = { id: number; summary: PublicOrganisationSummary; details: PublishedDetails };

async function inFull(db: Db, places: readonly NetworkPlace[]): Promise<PublicNetwork[]> {
  const ids = places.map(({ id }) => id);
  const [rows, members] = await Promise.all([
    db.$queryRaw<Row[]>`SELECT "organisationId" AS id, "summary", "details" FROM organisation_search WHERE "organisationId" = ANY (${ids}::int[])`,
    firstMembers(db, ids),
  ]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id, known }) => {
    const row = rowOf.get(id);
    if (!row) return [];
    const { summary, details } = row;
    const said = details.citations.find(({ field }) => field === "network_scope");
    return {
      slug: summary.slug,
      name: summary.name,
      acronym: summary.acronym,
      scope: summary.networkScope,
      formality: summary.formality,
      declaredMembers: summary.memberCount,
      memberNote: details.memberNote,
      knownMembers: known,
      members: members.get(id) ?? [],
      website: details.contacts.find(({ channel, state, value }) => channel === "website" && state === "ok" && value)?.value ?? null,
      citation: said ? { source: said.source, sourceTitle: said.sourceTitle, place: said.table, line: said.lineStart } : null,
    };
  });
}

async function firstMembers(db: Db, ids: readonly number[]): Promise<Map<number, OrganisationLink[]>> {
  const rows = await db.$queryRaw<(OrganisationLink & { networkId: number })[]>`
    SELECT network.id AS "networkId", member.* FROM unnest(${[...ids]}::int[]) AS network(id)
    CROSS JOIN LATERAL (
      SELECT o."slug", o."name", o."acronym" FROM "OrganisationLink" m JOIN "Organisation" o ON o."id" = m."organisationId"
      WHERE m."otherId" = network.id AND m."field" = 'networks' AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
      ORDER BY o."nameKey", o."id" LIMIT ${MEMBERS_SHOWN}
    ) member`;
  const members = new Map<number, OrganisationLink[]>();
  for (const { networkId, ...member } of rows) members.set(networkId, [...(members.get(networkId) ?? []), member]);
  for (const own of members.values()) own.sort((a, b) => byName.compare(a.name, b.name));
  return members;
}
