import "server-only";
import type { Actor } from "@/domain/actor";
import { EDIT_NAMES } from "@/domain/fields";
import { fold } from "@/domain/fold";
import { CORRECTION_SOURCE, type OrganisationFields } from "@/domain/organisation-input";
import type { ZoneLevel } from "@/domain/vocabularies";
import { saidOf } from "../change/statements";
import { database, type Db } from "../client";
import { STANDING } from "../zone/standing";
import { keptFields } from "./kept-fields";
import { type RestrictedEntry, restrictedValuesOf } from "./restricted";
import { seenBy, seenEntries } from "./seen";
import { unseenAmong, withoutUnseen } from "./unseen";

export type EditableOrganisation = {
  slug: string;
  version: number;
  publishedAt: Date | null;
  archivedAt: Date | null;
  updatedAt: Date;
  verifiedAt: Date | null;
  fields: OrganisationFields;
  restricted: RestrictedEntry[];
};

/** An organisation as staff edit it, published or not; null when there is none of that slug that this person may see, or it was merged into another. */
export async function findEditable(actor: Actor, slug: string, db: Db = database()): Promise<EditableOrganisation | null> {
  const row = await db.organisation.findUnique({
    where: { slug, mergedIntoId: null, ...seenBy(actor) },
    select: { id: true, slug: true, version: true, publishedAt: true, archivedAt: true, updatedAt: true, verifiedAt: true, visibility: true },
  });
  if (!row) return null;
  const { id, visibility, ...state } = row;
  const [said, restricted] = await Promise.all([saidOf(db, [id]), restrictedValuesOf(actor, db, id)]);
  const fields = keptFields(said.get(id)!, visibility);
  return { ...state, fields: withoutUnseen(fields, await unseenAmong(actor, db, fields)), restricted };
}

/** A document that may be cited. */
export type CitableSource = { slug: string; title: string };

/** The documents that a correction may cite, beside the correction itself. */
export function citableSources(_actor: Actor, db: Db = database()): Promise<CitableSource[]> {
  return db.source.findMany({
    where: { slug: { not: CORRECTION_SOURCE } },
    select: { slug: true, title: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

export type NamedZone = { code: string; slug: string; name: string; level: ZoneLevel; parent: string | null };
export type NamedOrganisation = { slug: string; name: string; acronym: string | null };

/** The names of the zones and organisations that some values hold. */
export type ReferenceNames = { zones: NamedZone[]; organisations: NamedOrganisation[] };

/** @param fields values by field, as the form or the history holds them; one of another shape is passed over */
export async function referenceNames(actor: Actor, fields: readonly Partial<Record<string, unknown>>[]): Promise<ReferenceNames> {
  const db = database();
  const valuesOf = (shape: "zone" | "organisation") => {
    const names = EDIT_NAMES.filter(({ field }) => field.shape === shape).map(({ name }) => name);
    const values = fields.flatMap((given) => names.flatMap((name) => given[name] ?? []));
    return [...new Set(values.flatMap((value) => (typeof value === "string" ? [value] : [])))];
  };
  const codes = valuesOf("zone");
  const slugs = valuesOf("organisation");
  const [zones, organisations] = await Promise.all([
    codes.length === 0 ? [] : db.zone.findMany({ where: { code: { in: codes } }, select: zoneSelect }),
    slugs.length === 0 ? [] : db.organisation.findMany({ where: { slug: { in: slugs }, ...seenBy(actor) }, select: { slug: true, name: true, acronym: true } }),
  ]);
  return { zones: zones.map(({ parent, ...zone }) => ({ ...zone, parent: parent?.name ?? null })), organisations };
}

const zoneSelect = { code: true, slug: true, name: true, level: true, parent: { select: { name: true } } } as const;

const SUGGESTED = 12;

/** The zones whose name, as any document writes it, begins with a typed text; the widest first. */
export async function suggestZones(_actor: Actor, typed: string): Promise<NamedZone[]> {
  const key = fold(typed);
  if (key === "") return [];
  const names = { some: { key: { startsWith: key } } };
  const rows = await database().zone.findMany({
    where: {
      ...STANDING,
      OR: [{ names }, { mergedFrom: { some: { names } } }, { code: typed.trim().toUpperCase() }],
    },
    select: zoneSelect,
    orderBy: [{ level: "asc" }, { name: "asc" }],
    take: SUGGESTED,
  });
  return rows.map(({ parent, ...zone }) => ({ ...zone, parent: parent?.name ?? null }));
}

/**
 * The organisations that this person may see, published or not, whose name or another of their names begins with a typed text, or whose acronym it is. Each
 * condition is one that an index answers, also in a register of a million.
 */
export async function suggestOrganisations(actor: Actor, typed: string): Promise<NamedOrganisation[]> {
  const key = fold(typed);
  if (key === "") return [];
  const after = `${key}\u{10ffff}`;
  return database().$queryRaw<NamedOrganisation[]>`
    SELECT DISTINCT o."slug", o."name", o."acronym", o."nameKey" FROM (
      (SELECT "id" FROM "Organisation" WHERE "nameKey" >= ${key} AND "nameKey" < ${after} ORDER BY "nameKey" LIMIT ${SUGGESTED})
      UNION ALL (SELECT "id" FROM "Organisation" WHERE fold("acronym") = ${key} LIMIT ${SUGGESTED})
      UNION ALL (SELECT "organisationId" FROM "Alias" WHERE "nameKey" >= ${key} AND "nameKey" < ${after} ORDER BY "nameKey" LIMIT ${SUGGESTED})
    ) found JOIN "Organisation" o ON o."id" = found."id" WHERE ${seenEntries(actor)} AND num_nonnulls(o."archivedAt", o."mergedIntoId") = 0 ORDER BY o."nameKey" LIMIT ${SUGGESTED}`.then(
    (rows) => rows.map(({ slug, name, acronym }) => ({ slug, name, acronym })),
  );
}
