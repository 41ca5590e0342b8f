import "server-only";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import { PARTNER_GROUPS, type PartnerGroup } from "@/domain/vocabularies";
import { atRevision } from "../at-revision";
import { readRows } from "../read";

export type GroupOfPartners = { group: PartnerGroup; organisations: OrganisationLink[] };

/** The organisations that documents name as possible partners, by group, in the order of the groups and by name. */
export const partnersByGroup: () => Promise<GroupOfPartners[]> = atRevision(async () => {
  const rows = await readRows<OrganisationLink & { group: PartnerGroup }>(
    `SELECT DISTINCT s."code" AS "group", o."slug", o."name", o."acronym", o."nameKey"
     FROM "Statement" s JOIN "Organisation" o ON o."id" = s."organisationId"
     WHERE s."field" = 'partner_groups' AND s."withdrawnById" IS NULL AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
     ORDER BY o."nameKey"`,
    [],
  );
  const inGroup = (group: PartnerGroup) => rows.filter((row) => row.group === group).map(({ slug, name, acronym }) => ({ slug, name, acronym }));
  return PARTNER_GROUPS.map((group) => ({ group, organisations: inGroup(group) })).filter(({ organisations }) => organisations.length > 0);
});
