import "server-only";
import { agreements, channelIsContested } from "@/domain/citations";
import { CORRECTION_SOURCE, type EditField, type OrganisationFields, type Provenance } from "@/domain/organisation-input";
import type { CitedField } from "@/domain/vocabularies";
import type { Db } from "../client";
import type { FieldChange } from "./edit-fields";
import type { ContactRow } from "./save-rows";

type Statement = { field: CitedField; value: string | null; text?: string | null };

const text = (value: string | number | boolean | null) => (value === null ? null : String(value));

/** The value shown for each field of which an organisation has one. */
export function shownValues(fields: OrganisationFields): Partial<Record<CitedField, string | null>> {
  return {
    perimeter: fields.perimeter,
    legal_status: fields.legal_status,
    typology: fields.typology,
    budget_tier: fields.budget_tier,
    network_scope: fields.network_scope,
    member_count: text(fields.member_count),
    founded_year: text(fields.founded_year),
    interviewed: text(fields.interviewed),
  };
}

/**
 * What a change says, to be cited. A value set to unknown says nothing new: what was said before
 * stays cited. A list of zones is cited whole, because a place that lists zones leaves out the
 * others on purpose; of other sets only what was added is said.
 */
export function statementsOf({ field, before, after }: FieldChange, fields: OrganisationFields, contacts: readonly ContactRow[]): Statement[] {
  const added = () => (after as string[]).filter((value) => !(before as string[]).includes(value));
  switch (field) {
    case "visibility":
      return [];
    case "zones":
      return fields.zones.map((value) => ({ field, value }));
    case "perimeter_scale":
      return fields.perimeter === null ? [] : [{ field: "perimeter", value: fields.perimeter, text: fields.perimeter_scale }];
    case "member_note":
      return fields.member_note === null ? [] : [{ field: "member_count", value: text(fields.member_count), text: fields.member_note }];
    case "description_fr":
    case "description_en":
      return after === null ? [] : [{ field: "description", value: null }];
    case "contacts": {
      const known = new Set((before as OrganisationFields["contacts"]).map(({ channel, raw }) => `${channel} ${raw}`));
      return contacts.filter(({ channel, raw }) => !known.has(`${channel} ${raw}`)).map(({ raw, value }) => ({ field, value, text: raw }));
    }
    case "partner_classes":
      return added().map((value) => ({ field: "partners", value }));
    case "problems":
    case "added_values":
    case "alias":
    case "themes":
    case "needs":
    case "partners":
    case "networks":
      return added().map((value) => ({ field, value }));
    default:
      return after === null ? [] : [{ field, value: String(after) }];
  }
}

/** One statement a field and value: a perimeter and its scale changed together are said once. */
function distinct(statements: readonly Statement[]): Statement[] {
  const kept = new Map<string, Statement>();
  for (const statement of statements) {
    const key = `${statement.field} ${statement.value ?? statement.text ?? ""}`;
    kept.set(key, { ...statement, text: statement.text ?? kept.get(key)?.text ?? null });
  }
  return [...kept.values()];
}

/** Whether a source may be cited. That of the consortium's corrections always may: it is made when first used. */
export async function isSource(tx: Db, slug: string): Promise<boolean> {
  return slug === CORRECTION_SOURCE || (await tx.source.count({ where: { slug } })) === 1;
}

const CORRECTION = {
  slug: CORRECTION_SOURCE,
  title: "Correction du consortium",
  publisher: "Consortium",
  kind: "correction",
  noteFr: "Ce que les équipes du consortium ont corrigé ou complété, avec la date de chaque correction.",
  noteEn: "What the consortium’s teams have corrected or added, with the date of each correction.",
  position: 1000,
};

async function sourceId(tx: Db, slug: string): Promise<number> {
  if (slug === CORRECTION_SOURCE) {
    // Two first corrections at once must not both make it.
    await tx.source.createMany({ data: [CORRECTION], skipDuplicates: true });
  }
  return (await tx.source.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
}

/** Adds the citations of the changes; earlier ones stay. */
export async function citeChanges(
  tx: Db,
  organisationId: number,
  changes: readonly FieldChange[],
  fields: OrganisationFields,
  contacts: readonly ContactRow[],
  { basis, place, said_on: saidOn, source }: Provenance,
): Promise<void> {
  const statements = distinct(changes.flatMap((change) => statementsOf(change, fields, contacts)));
  if (statements.length === 0) return;
  const { _max: last } = await tx.citation.aggregate({ where: { organisationId }, _max: { position: true } });
  // One position for all that is said together: it tells two corrections of one day apart.
  const position = (last.position ?? 0) + 1;
  const common = { organisationId, basis, sourceId: await sourceId(tx, source), place, saidOn: new Date(`${saidOn}T00:00:00Z`), position };
  await tx.citation.createMany({ data: statements.map((statement) => ({ ...statement, ...common })) });
}

/** Sets whose citations give the very value that the set holds. */
const SETS: Partial<Record<CitedField, readonly EditField[]>> = {
  alias: ["alias"],
  zones: ["zones"],
  themes: ["themes"],
  needs: ["needs"],
  networks: ["networks"],
  partners: ["partners", "partner_classes"],
};

/** Whether what a citation says still stands: a value that staff took out of a set is contradicted by its absence. */
function stillShown({ field, value, text: words }: Statement, fields: OrganisationFields): boolean {
  if (field === "contacts") {
    const cited = fields.contacts.find(({ raw }) => raw === words);
    return cited !== undefined && !channelIsContested(cited.channel, fields.contacts);
  }
  const sets = SETS[field];
  return !sets || value === null || sets.some((name) => (fields[name] as string[]).includes(value));
}

const CITED_UNDER: Partial<Record<EditField, CitedField>> = { perimeter_scale: "perimeter", member_note: "member_count", partner_classes: "partners" };

/** Says again of every citation of the changed fields whether it agrees with the others and with what is shown. */
export async function recomputeAgreement(tx: Db, organisationId: number, changes: readonly FieldChange[], fields: OrganisationFields): Promise<void> {
  const touched = changes.map(({ field }) => (CITED_UNDER[field] ?? field) as string);
  const rows = await tx.citation.findMany({ where: { organisationId, field: { in: touched } }, orderBy: { id: "asc" } });
  const said = rows.map((row) => {
    // A table or a line of a document is one place; so is each correction, even two of one day.
    const where = row.place ?? (row.lineStart === null ? "" : `l. ${row.lineStart}`);
    const when = row.saidOn ? ` ${row.saidOn.toISOString()} ${row.position}` : "";
    return { field: row.field as CitedField, value: row.value, text: row.text, place: `${row.sourceId} ${where}${when}` };
  });
  const agree = agreements(said, shownValues(fields));
  const stands = said.map((statement, index) => agree[index]! && stillShown(statement, fields));
  for (const agrees of [true, false]) {
    const ids = rows.filter((row, index) => stands[index] === agrees && row.agrees !== agrees).map(({ id }) => id);
    if (ids.length > 0) await tx.citation.updateMany({ where: { id: { in: ids } }, data: { agrees } });
  }
}
