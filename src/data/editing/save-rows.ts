import "server-only";
import type { EditField, InputProblem, OrganisationFields } from "@/domain/organisation-input";
import type { ContactChannel, ContactState } from "@/domain/vocabularies";
import type { Db } from "../client";
import { contactValue } from "./contact-value";
import type { References } from "./edit-references";

export type ContactRow = { channel: ContactChannel; raw: string; value: string | null; state: ContactState; position: number };

/**
 * The contacts with what a link can use. A contact that stands already as typed keeps its value:
 * only what staff touched is judged.
 */
export function contactRows(
  typed: OrganisationFields["contacts"],
  kept: readonly Omit<ContactRow, "position">[],
): { ok: true; rows: ContactRow[] } | { ok: false; problems: InputProblem[] } {
  const problems: InputProblem[] = [];
  const rows = typed.map((contact, position) => {
    const same = kept.find(({ channel, raw, state }) => channel === contact.channel && raw === contact.raw && state === contact.state);
    if (same) return { ...contact, value: same.value, position };
    const computed = contactValue(contact);
    if (!computed.ok) problems.push({ path: `fields.contacts.${position}.raw`, reason: computed.reason, value: contact.raw });
    return { ...contact, value: computed.ok ? computed.value : null, position };
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows };
}

/** The columns of the organisation's own row. */
export function columnsOf(fields: OrganisationFields) {
  return {
    name: fields.name,
    acronym: fields.acronym,
    kind: fields.kind,
    typology: fields.typology,
    perimeter: fields.perimeter,
    perimeterScale: fields.perimeter_scale,
    legalStatus: fields.legal_status,
    budgetTier: fields.budget_tier,
    networkScope: fields.network_scope,
    memberCount: fields.member_count,
    memberNote: fields.member_note,
    foundedYear: fields.founded_year,
    interviewed: fields.interviewed,
    descriptionFr: fields.description_fr,
    descriptionEn: fields.description_en,
    visibility: fields.visibility,
  };
}

/** Writes again the rows of the sets that changed, and no other. */
export async function writeSets(
  tx: Db,
  organisationId: number,
  fields: OrganisationFields,
  changed: ReadonlySet<EditField>,
  contacts: readonly ContactRow[],
  { zoneIds, organisationIds }: References,
): Promise<void> {
  const where = { where: { organisationId } };
  const own = <T extends object>(rows: readonly T[]) => ({ data: rows.map((row) => ({ organisationId, ...row })) });

  if (changed.has("alias")) {
    await tx.alias.deleteMany(where);
    await tx.alias.createMany(own(fields.alias.map((name) => ({ name }))));
  }
  if (changed.has("contacts")) {
    await tx.contact.deleteMany(where);
    await tx.contact.createMany(own(contacts));
  }
  if (changed.has("zones")) {
    await tx.organisationZone.deleteMany(where);
    await tx.organisationZone.createMany(own(fields.zones.map((code) => ({ zoneId: zoneIds.get(code)! }))));
  }
  if (changed.has("themes")) {
    await tx.organisationTheme.deleteMany(where);
    await tx.organisationTheme.createMany(own(fields.themes.map((theme) => ({ theme }))));
  }
  if (changed.has("needs")) {
    await tx.organisationNeed.deleteMany(where);
    await tx.organisationNeed.createMany(own(fields.needs.map((need) => ({ need }))));
  }
  for (const field of ["problems", "added_values"] as const) {
    if (!changed.has(field)) continue;
    await tx.statement.deleteMany({ where: { organisationId, field } });
    await tx.statement.createMany(own(fields[field].map((text, position) => ({ field, text, position }))));
  }
  if (changed.has("partners") || changed.has("partner_classes")) {
    await tx.partner.deleteMany(where);
    await tx.partner.createMany(
      own([...fields.partners.map((slug) => ({ partnerId: organisationIds.get(slug)! })), ...fields.partner_classes.map((partnerClass) => ({ partnerClass }))]),
    );
  }
  if (changed.has("networks")) {
    await tx.membership.deleteMany({ where: { memberId: organisationId } });
    await tx.membership.createMany({ data: fields.networks.map((slug) => ({ memberId: organisationId, networkId: organisationIds.get(slug)! })) });
  }
}
