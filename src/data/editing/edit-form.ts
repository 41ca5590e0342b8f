import "server-only";
import type { Actor } from "@/domain/actor";
import { CORRECTION_SOURCE, type OrganisationFields } from "@/domain/organisation-input";
import type { ZoneLevel } from "@/domain/vocabularies";
import { database, type Db } from "../client";
import { readFields } from "./edit-fields";
import { type RestrictedEntry, restrictedValuesOf } from "./restricted";

export type EditableOrganisation = {
  slug: string;
  version: number;
  publishedAt: Date | null;
  updatedAt: Date;
  verifiedAt: Date | null;
  fields: OrganisationFields;
  restricted: RestrictedEntry[];
};

/** An organisation as staff edit it, published or not; null when there is none of that slug. */
export async function findEditable(actor: Actor, slug: string, db: Db = database()): Promise<EditableOrganisation | null> {
  const row = await db.organisation.findUnique({
    where: { slug },
    select: { id: true, slug: true, version: true, publishedAt: true, updatedAt: true, verifiedAt: true },
  });
  if (!row) return null;
  const { id, ...state } = row;
  const [fields, restricted] = await Promise.all([readFields(db, id), restrictedValuesOf(actor, db, id)]);
  return fields ? { ...state, fields, restricted } : null;
}

/** What the form offers to choose from, and names for the codes and slugs that fields hold. */
export type FormChoices = {
  zones: { code: string; slug: string; name: string; level: ZoneLevel; parent: string | null }[];
  organisations: { slug: string; name: string; acronym: string | null }[];
  /** The documents that may be cited; corrections of the consortium first. */
  sources: { slug: string; title: string }[];
};

export async function formChoices(_actor: Actor, db: Db = database()): Promise<FormChoices> {
  const [zones, organisations, sources] = await Promise.all([
    db.zone.findMany({
      select: { code: true, slug: true, name: true, level: true, parent: { select: { name: true } } },
      orderBy: [{ level: "asc" }, { name: "asc" }],
    }),
    db.organisation.findMany({ select: { slug: true, name: true, acronym: true }, orderBy: { name: "asc" } }),
    db.source.findMany({
      where: { slug: { not: CORRECTION_SOURCE } },
      select: { slug: true, title: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
  ]);
  return { zones: zones.map(({ parent, ...zone }) => ({ ...zone, parent: parent?.name ?? null })), organisations, sources };
}
