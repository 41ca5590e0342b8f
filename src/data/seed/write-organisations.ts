import type { EditField } from "@/domain/organisation-input";
import type { Db } from "../client";
import type { Prisma } from "../generated/prisma/client";
import { isPartnerClass, type SeedOrganisation } from "./gather";
import { changedParts, readStored, type StoredOrganisation } from "./stored";

export type OrganisationCounts = { added: number; updated: number; unchanged: number; keptForStaff: number };

type Context = { zoneIds: ReadonlyMap<string, number>; sourceIds: ReadonlyMap<string, number>; now: Date; importName: string };

/**
 * Adds the organisations that the database does not have, and updates those that differ, unless
 * staff has touched them: what a person corrected is worth more than the file.
 */
export async function writeOrganisations(db: Db, organisations: readonly SeedOrganisation[], context: Context): Promise<OrganisationCounts> {
  const stored = await readStored(
    db,
    organisations.map(({ slug }) => slug),
  );
  const added = organisations.filter(({ slug }) => !stored.has(slug));
  const kept = organisations.filter(({ slug }) => stored.get(slug)?.editedByStaff);
  const updated = organisations.flatMap((wanted) => {
    const existing = stored.get(wanted.slug);
    const parts = existing && !existing.editedByStaff ? changedParts(existing.content, wanted) : [];
    return existing && parts.length > 0 ? [{ wanted, existing, parts }] : [];
  });

  const ids = new Map([...stored].map(([slug, { id }]) => [slug, id]));
  const { now } = context;
  const created = await db.organisation.createManyAndReturn({
    data: added.map((organisation) => ({ ...ownColumns(organisation), publishedAt: now, createdAt: now, updatedAt: now })),
    select: { id: true, slug: true },
  });
  for (const { id, slug } of created) ids.set(slug, id);
  for (const { wanted, existing } of updated) {
    await db.organisation.update({ where: { id: existing.id }, data: { ...ownColumns(wanted), updatedAt: now, version: existing.version + 1 } });
    await removeParts(db, existing.id);
  }
  await writeParts(db, [...added, ...updated.map(({ wanted }) => wanted)], ids, context);
  await writeChanges(db, added, updated, ids, context);
  return {
    added: added.length,
    updated: updated.length,
    keptForStaff: kept.length,
    unchanged: organisations.length - added.length - updated.length - kept.length,
  };
}

function ownColumns(organisation: SeedOrganisation) {
  const { slug, name, acronym, kind, typology, perimeter, perimeterScale, legalStatus, networkScope } = organisation;
  const { memberCount, memberNote, foundedYear, interviewed, descriptionFr, descriptionEn } = organisation;
  return {
    ...{ slug, name, acronym, kind, typology, perimeter, perimeterScale, legalStatus, networkScope },
    ...{ memberCount, memberNote, foundedYear, interviewed, descriptionFr, descriptionEn },
  };
}

async function removeParts(db: Db, organisationId: number) {
  const where = { organisationId };
  await db.alias.deleteMany({ where });
  await db.contact.deleteMany({ where });
  await db.organisationZone.deleteMany({ where });
  await db.organisationTheme.deleteMany({ where });
  await db.partner.deleteMany({ where });
  await db.membership.deleteMany({ where: { memberId: organisationId } });
  await db.citation.deleteMany({ where });
}

async function writeParts(db: Db, organisations: readonly SeedOrganisation[], ids: ReadonlyMap<string, number>, context: Context) {
  const each = <Item>(part: (organisation: SeedOrganisation, organisationId: number) => Item[]) => ({
    data: organisations.flatMap((organisation) => part(organisation, ids.get(organisation.slug)!)),
  });
  await db.alias.createMany(each((o, organisationId) => o.aliases.map((name) => ({ organisationId, name }))));
  await db.contact.createMany(each((o, organisationId) => o.contacts.map((contact, position) => ({ organisationId, ...contact, position }))));
  await db.organisationZone.createMany(each((o, organisationId) => o.zones.map((code) => ({ organisationId, zoneId: context.zoneIds.get(code)! }))));
  await db.organisationTheme.createMany(each((o, organisationId) => o.themes.map((theme) => ({ organisationId, theme }))));
  await db.partner.createMany(
    each((o, organisationId) =>
      o.partners.map((partner) => (isPartnerClass(partner) ? { organisationId, partnerClass: partner } : { organisationId, partnerId: ids.get(partner)! })),
    ),
  );
  await db.membership.createMany(each((o, memberId) => o.networks.map((network) => ({ memberId, networkId: ids.get(network)! }))));
  await db.citation.createMany(
    each((o, organisationId) =>
      o.citations.map(({ source, ...citation }, position) => ({ organisationId, ...citation, sourceId: context.sourceIds.get(source)!, position })),
    ),
  );
}

/** The names that the history gives to the parts; a citation has none, it goes with its value. */
const HISTORY_NAMES: Partial<Record<keyof SeedOrganisation, EditField>> = {
  name: "name",
  acronym: "acronym",
  kind: "kind",
  typology: "typology",
  perimeter: "perimeter",
  perimeterScale: "perimeter_scale",
  legalStatus: "legal_status",
  networkScope: "network_scope",
  memberCount: "member_count",
  memberNote: "member_note",
  foundedYear: "founded_year",
  interviewed: "interviewed",
  descriptionFr: "description_fr",
  descriptionEn: "description_en",
  aliases: "alias",
  contacts: "contacts",
  zones: "zones",
  themes: "themes",
  partners: "partners",
  networks: "networks",
};

type Update = { wanted: SeedOrganisation; existing: StoredOrganisation; parts: (keyof SeedOrganisation)[] };

/** The history of an import: none but the fact for a new organisation, the differing parts for an updated one. */
async function writeChanges(db: Db, added: readonly SeedOrganisation[], updated: readonly Update[], ids: ReadonlyMap<string, number>, context: Context) {
  const change = (slug: string, fields: Prisma.InputJsonValue) => ({
    organisationId: ids.get(slug)!,
    actorName: context.importName,
    at: context.now,
    action: "imported" as const,
    fields,
  });
  await db.change.createMany({
    data: [
      ...added.map(({ slug }) => change(slug, [])),
      ...updated.map(({ wanted, existing, parts }) =>
        change(
          wanted.slug,
          parts.flatMap((part) => {
            const field = HISTORY_NAMES[part];
            return field ? [{ field, before: existing.content[part], after: wanted[part] }] : [];
          }) as Prisma.InputJsonValue,
        ),
      ),
    ],
  });
}
