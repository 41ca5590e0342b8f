import type { CitedField } from "@/domain/vocabularies";
import type { Db } from "../client";
import type { SeedOrganisation } from "./gather";

/** What the database holds of an organisation of the files. */
export type StoredOrganisation = { id: number; version: number; editedByStaff: boolean; content: SeedOrganisation };

/**
 * The organisations of these slugs, in the shape of the files. One is edited by staff as soon as
 * any change of it is not an import. The parts are read one after the other: a transaction is one
 * connection, on which an `include` of several would ask for all at once.
 */
export async function readStored(db: Db, slugs: readonly string[]): Promise<Map<string, StoredOrganisation>> {
  const records = await db.organisation.findMany({ where: { slug: { in: [...slugs] } } });
  const where = { organisationId: { in: records.map(({ id }) => id) } };
  const aliases = grouped(await db.alias.findMany({ where, orderBy: { id: "asc" } }));
  const contacts = grouped(await db.contact.findMany({ where, orderBy: { position: "asc" } }));
  const zones = grouped(await db.organisationZone.findMany({ where, include: { zone: { select: { code: true } } } }));
  const themes = grouped(await db.organisationTheme.findMany({ where }));
  const partners = grouped(await db.partner.findMany({ where, include: { partner: { select: { slug: true } } }, orderBy: { id: "asc" } }));
  const memberships = await db.membership.findMany({ where: { memberId: where.organisationId }, include: { network: { select: { slug: true } } } });
  const networks = grouped(memberships.map(({ memberId, network }) => ({ organisationId: memberId, slug: network.slug })));
  const citations = grouped(await db.citation.findMany({ where, include: { source: { select: { slug: true } } }, orderBy: { position: "asc" } }));
  const edits = await db.change.findMany({
    where: { ...where, OR: [{ actorId: { not: null } }, { action: { not: "imported" } }] },
    select: { organisationId: true },
    distinct: ["organisationId"],
  });
  const edited = new Set(edits.map(({ organisationId }) => organisationId));

  return new Map(
    records.map(({ id, version, ...record }) => [
      record.slug,
      {
        id,
        version,
        editedByStaff: edited.has(id),
        content: {
          slug: record.slug,
          name: record.name,
          acronym: record.acronym,
          kind: record.kind,
          typology: record.typology,
          perimeter: record.perimeter,
          perimeterScale: record.perimeterScale,
          legalStatus: record.legalStatus,
          networkScope: record.networkScope,
          memberCount: record.memberCount,
          memberNote: record.memberNote,
          foundedYear: record.foundedYear,
          interviewed: record.interviewed,
          descriptionFr: record.descriptionFr,
          descriptionEn: record.descriptionEn,
          aliases: aliases(id).map(({ name }) => name),
          contacts: contacts(id).map(({ channel, raw, value, state }) => ({ channel, raw, value, state })),
          zones: zones(id).map(({ zone }) => zone.code),
          themes: themes(id).map(({ theme }) => theme),
          partners: partners(id).flatMap(({ partner, partnerClass }) => partner?.slug ?? partnerClass ?? []),
          networks: networks(id).map(({ slug }) => slug),
          citations: citations(id).map(({ field, value, text, basis, place, lineStart, lineEnd, source, agrees }) => ({
            field: field as CitedField,
            value,
            text,
            basis,
            place,
            lineStart,
            lineEnd,
            source: source.slug,
            agrees,
          })),
        },
      },
    ]),
  );
}

/** Looks rows up by their organisation, in the order in which they were read. */
function grouped<R extends { organisationId: number }>(rows: readonly R[]): (organisationId: number) => R[] {
  const groups = new Map<number, R[]>();
  for (const row of rows) groups.set(row.organisationId, [...(groups.get(row.organisationId) ?? []), row]);
  return (organisationId) => groups.get(organisationId) ?? [];
}

/** Parts whose order means nothing. */
const SETS = ["zones", "themes", "partners", "networks", "aliases"] as const satisfies readonly (keyof SeedOrganisation)[];

/** The parts of an organisation that differ between the database and the files. */
export function changedParts(stored: SeedOrganisation, wanted: SeedOrganisation): (keyof SeedOrganisation)[] {
  const comparable = (organisation: SeedOrganisation, part: keyof SeedOrganisation) => {
    const value = organisation[part];
    return JSON.stringify((SETS as readonly string[]).includes(part) ? [...(value as string[])].sort() : value);
  };
  return (Object.keys(wanted) as (keyof SeedOrganisation)[]).filter((part) => comparable(stored, part) !== comparable(wanted, part));
}
