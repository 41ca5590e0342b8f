import "server-only";
import { NEEDS } from "@/domain/needs";
import { EDIT_FIELDS, type EditField, type OrganisationFields } from "@/domain/organisation-input";
import { PARTNER_CLASSES, THEMES } from "@/domain/vocabularies";
import type { Db } from "../client";

/** One changed field with its values before and after, as the history keeps it. */
export type FieldChange = { field: EditField; before: unknown; after: unknown };

/** What a field holds when nothing is known: the starting point of a new organisation. */
export const UNKNOWN_FIELDS = {
  name: null,
  acronym: null,
  alias: [],
  kind: null,
  typology: null,
  perimeter: null,
  perimeter_scale: null,
  zones: [],
  legal_status: null,
  founded_year: null,
  budget_tier: null,
  interviewed: null,
  network_scope: null,
  member_count: null,
  member_note: null,
  description_fr: null,
  description_en: null,
  themes: [],
  needs: [],
  partners: [],
  partner_classes: [],
  networks: [],
  problems: [],
  added_values: [],
  contacts: [],
  visibility: null,
} as const satisfies Record<EditField, null | readonly never[]>;

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Sets have no order of their own: sorted, so that two equal sets compare equal. */
export function canonical(fields: OrganisationFields): OrganisationFields {
  return {
    ...fields,
    alias: [...fields.alias].sort(byCode),
    zones: [...fields.zones].sort(byCode),
    partners: [...fields.partners].sort(byCode),
    networks: [...fields.networks].sort(byCode),
  };
}

/**
 * The kept values of one organisation, zones as codes and organisations as slugs; null when there
 * is none. The parts are read one after the other: inside a transaction there is one connection.
 */
export async function readFields(db: Db, id: number): Promise<OrganisationFields | null> {
  const row = await db.organisation.findUnique({ where: { id } });
  if (!row) return null;
  const where = { organisationId: id };
  const aliases = await db.alias.findMany({ where });
  const contacts = await db.contact.findMany({ where, orderBy: { position: "asc" } });
  const zones = await db.zone.findMany({ where: { organisations: { some: where } }, select: { code: true } });
  const themes = new Set((await db.organisationTheme.findMany({ where })).map(({ theme }) => theme));
  const needs = new Set((await db.organisationNeed.findMany({ where })).map(({ need }) => need));
  const statements = await db.statement.findMany({ where, orderBy: { position: "asc" } });
  const partners = await db.organisation.findMany({ where: { partnerOf: { some: where } }, select: { slug: true } });
  const classes = new Set((await db.partner.findMany({ where: { ...where, partnerId: null } })).map(({ partnerClass }) => partnerClass));
  const networks = await db.organisation.findMany({ where: { members: { some: { memberId: id } } }, select: { slug: true } });
  return canonical({
    name: row.name,
    acronym: row.acronym,
    alias: aliases.map(({ name }) => name),
    kind: row.kind,
    typology: row.typology,
    perimeter: row.perimeter,
    perimeter_scale: row.perimeterScale,
    zones: zones.map(({ code }) => code),
    legal_status: row.legalStatus,
    founded_year: row.foundedYear,
    budget_tier: row.budgetTier,
    interviewed: row.interviewed,
    network_scope: row.networkScope,
    member_count: row.memberCount,
    member_note: row.memberNote,
    description_fr: row.descriptionFr,
    description_en: row.descriptionEn,
    themes: THEMES.filter((theme) => themes.has(theme)),
    needs: NEEDS.filter((need) => needs.has(need)),
    partners: partners.map(({ slug }) => slug),
    partner_classes: PARTNER_CLASSES.filter((code) => classes.has(code)),
    networks: networks.map(({ slug }) => slug),
    problems: statements.filter(({ field }) => field === "problems").map(({ text }) => text),
    added_values: statements.filter(({ field }) => field === "added_values").map(({ text }) => text),
    contacts: contacts.map(({ channel, raw, state }) => ({ channel, raw, state })),
    visibility: row.visibility,
  });
}

/** Whether two values of a field are the same; the contacts of the database carry the same three keys in the same order. */
export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields that differ, in the order of the form. */
export function changedFields(before: Record<EditField, unknown>, after: Record<EditField, unknown>): FieldChange[] {
  return EDIT_FIELDS.filter((field) => !sameValue(before[field], after[field])).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}
