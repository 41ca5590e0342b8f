import "server-only";
import { formalityOf } from "@/domain/formality";
import type { NetworkList, PublicNetwork } from "@/domain/published/network";
import type { OrganisationLink } from "@/domain/published/organisation";
import { NETWORK_SCOPES, type NetworkScope } from "@/domain/vocabularies";
import type { Db } from "../client";
import { HIDDEN } from "../organisation/hidden";
import { publicOnly } from "../organisation/public";
import { read } from "../read";
import { inNetworkOrder, type NetworkPlace } from "./network-order";

export const NETWORKS_A_PAGE = 30;

/** A network of more members is read in the list of the directory. */
const MEMBERS_SHOWN = 20;

/** The networks and federations of one page, in the order of {@link inNetworkOrder}; a page after the last is the last. */
export function publicNetworks(page = 1, given?: Db): Promise<NetworkList> {
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
  }, given);
}

function networkPlaces(db: Db): Promise<(NetworkPlace & { website: boolean })[]> {
  return db.$queryRaw`
    WITH ${HIDDEN}, known AS (
      SELECT "networkId" AS id, count(*)::int AS count FROM "Membership" WHERE "memberId" NOT IN (SELECT "id" FROM hidden) GROUP BY "networkId"
    )
    SELECT o."id", o."nameKey", o."networkScope" AS scope, said."source", said."line", coalesce(known.count, 0) AS known, site.found IS NOT NULL AS website
    FROM (SELECT "id" FROM "Organisation" WHERE "networkScope" IS NOT NULL UNION SELECT id FROM known) candidate
    JOIN "Organisation" o ON o."id" = candidate."id" AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
    LEFT JOIN known ON known.id = o."id"
    LEFT JOIN LATERAL (
      SELECT s."position" AS source, c."lineStart" AS line FROM "Citation" c JOIN "Source" s ON s."id" = c."sourceId"
      WHERE c."organisationId" = o."id" AND c."field" = 'network_scope' ORDER BY c."id" LIMIT 1
    ) said ON true
    LEFT JOIN LATERAL (
      SELECT true AS found FROM "Contact" c
      WHERE c."organisationId" = o."id" AND c."channel" = 'website' AND c."state" = 'ok' AND c."value" IS NOT NULL LIMIT 1
    ) site ON true`;
}

const byName = new Intl.Collator("fr");

async function inFull(db: Db, places: readonly NetworkPlace[]): Promise<PublicNetwork[]> {
  const ids = places.map(({ id }) => id);
  const [rows, members] = await Promise.all([
    db.organisation.findMany({
      where: { id: { in: ids }, ...publicOnly },
      include: {
        contacts: { where: { channel: "website", state: "ok", value: { not: null } }, orderBy: { position: "asc" } },
        citations: { where: { field: "network_scope" }, include: { source: { select: { slug: true, title: true } } }, orderBy: { id: "asc" } },
      },
    }),
    firstMembers(db, ids),
  ]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id, known }) => {
    const row = rowOf.get(id);
    if (!row) return [];
    const said = row.citations[0];
    return {
      slug: row.slug,
      name: row.name,
      acronym: row.acronym,
      scope: row.networkScope,
      formality: formalityOf(row.legalStatus),
      declaredMembers: row.memberCount,
      memberNote: row.memberNote,
      knownMembers: known,
      members: members.get(id) ?? [],
      website: row.contacts[0]?.value ?? null,
      citation: said ? { source: said.source.slug, sourceTitle: said.source.title, place: said.place, line: said.lineStart } : null,
    };
  });
}

async function firstMembers(db: Db, ids: readonly number[]): Promise<Map<number, OrganisationLink[]>> {
  const rows = await db.$queryRaw<(OrganisationLink & { networkId: number })[]>`
    SELECT network.id AS "networkId", member.* FROM unnest(${[...ids]}::int[]) AS network(id)
    CROSS JOIN LATERAL (
      SELECT o."slug", o."name", o."acronym" FROM "Membership" m JOIN "Organisation" o ON o."id" = m."memberId"
      WHERE m."networkId" = network.id AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
      ORDER BY o."nameKey", o."id" LIMIT ${MEMBERS_SHOWN}
    ) member`;
  const members = new Map<number, OrganisationLink[]>();
  for (const { networkId, ...member } of rows) members.set(networkId, [...(members.get(networkId) ?? []), member]);
  for (const own of members.values()) own.sort((a, b) => byName.compare(a.name, b.name));
  return members;
}
