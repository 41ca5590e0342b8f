import { FIELD_CODES, fieldOf, groupOf, type FieldCode } from "@/domain/fields";
import { nounField } from "@/domain/nouns";
import type { Typology } from "@/domain/vocabularies";
import { STAFF_CHANGES } from "../change/staff-changes";
import { columnsOfValue, type NewStatement, type StatementValue } from "../change/statements";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { entityKey, type Ids, type ImportedStatement, type SourceRecord } from "../sources/adapter";

/** A statement that the database holds and the source no longer gives. */
export type Withdrawn = {
  id: number;
  organisationId: number | null;
  entityId: number | null;
  zoneId: number | null;
  typology: Typology | null;
  field: string;
  sourceId: number;
};
/** What an import changes: what it says that was not said, and what it no longer says. */
export type Differences = { made: NewStatement[]; withdrawn: Withdrawn[] };

function subjectOf(statement: ImportedStatement, ids: Ids): { organisationId?: number; zoneId?: number; entityId?: number; typology?: Typology } {
  if ("organisation" in statement) return { organisationId: ids.organisations.get(statement.organisation)! };
  if ("entity" in statement) return { entityId: ids.entities.get(entityKey(statement.entity))! };
  return "zone" in statement ? { zoneId: ids.zones.get(statement.zone)! } : { typology: statement.typology };
}

/** The typed value of a statement, by the shape that its field has. */
function valueOf(statement: ImportedStatement, ids: Ids): StatementValue {
  if (!("entity" in statement)) return columnsOfValue(statement.shape ?? fieldOf(statement.field as FieldCode).shape, statement, ids);
  const field = nounField(statement.entity.noun, statement.field)!;
  if (field.shape === "entity") return { valueEntityId: ids.entities.get(entityKey({ noun: field.noun, slug: statement.value }))! };
  if (field.shape === "number") return columnsOfValue("number", { value: statement.value, unit: field.unit }, ids);
  return columnsOfValue(field.shape === "time" || field.shape === "website" ? "text" : field.shape, statement, ids);
}

/** Statements as rows, each at its place among those of its record and, of a typology or an entity, of its field. */
function toRows(said: readonly ImportedStatement[], ids: Ids): NewStatement[] {
  const next = new Map<string, number>();
  return said.map((statement) => {
    const subject = subjectOf(statement, ids);
    const { field, basis, source, place, lineStart, lineEnd, words, cited = true, since = null, until = null } = statement;
    const { about = false, moreThan = false, openList = false } = statement;
    const byField = subject.typology !== undefined || subject.entityId !== undefined;
    const key = JSON.stringify(byField ? [subject, field] : subject);
    // What goes with another statement shares its place.
    const position = (next.get(key) ?? -1) + (byField && !cited ? 0 : 1);
    next.set(key, position);
    return {
      ...subject,
      field,
      ...valueOf(statement, ids),
      basis,
      sourceId: ids.sources.get(source)!,
      place,
      lineStart,
      lineEnd,
      words,
      saidOn: null,
      since,
      until,
      about,
      moreThan,
      openList,
      cited,
      position,
    };
  });
}

const SAME = [
  ...["organisationId", "typology", "zoneId", "entityId", "field", "code", "number", "unit", "text", "language", "valueZoneId", "valueOrganisationId"],
  ...[
    "valueEntityId",
    "channel",
    "raw",
    "usable",
    "contactState",
    "since",
    "until",
    "about",
    "moreThan",
    "openList",
    "basis",
    "sourceId",
    "place",
    "lineStart",
    "lineEnd",
    "words",
    "cited",
  ],
] as const;

const keyOf = (row: Partial<Record<(typeof SAME)[number], unknown>>): string => JSON.stringify(SAME.map((column) => row[column] ?? null));

/** The fields that staff has changed and not undone, by {@link staffKey}: an import leaves them as they are. */
export async function staffFields(db: Db, organisationIds: readonly number[]): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ organisationId: number; field: string }[]>`
    SELECT DISTINCT i."organisationId", i."field" FROM ${STAFF_CHANGES} WHERE i."organisationId" = ANY (${[...organisationIds]}::int[])`;
  // Of an entry that was merged into another, all: what the files say of it stands there.
  const merged = await db.organisation.findMany({ where: { id: { in: [...organisationIds] }, mergedIntoId: { not: null } }, select: { id: true } });
  return new Set([
    ...rows.map(({ organisationId, field }) => staffKey(organisationId, field)),
    ...merged.flatMap(({ id }) => FIELD_CODES.map((field) => staffKey(id, field))),
  ]);
}

type Other = { entityId?: number | null; zoneId?: number | null; typology?: Typology | null; field: string };

/** The same of entities, zones and typologies, by {@link otherStaffKey}. */
async function staffFieldsOfOthers(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<Other[]>`
    SELECT DISTINCT i."entityId", i."zoneId", i."typology", i."field" FROM ${STAFF_CHANGES}
    WHERE num_nonnulls(i."entityId", i."zoneId", i."typology") > 0`;
  return new Set(rows.map(otherStaffKey));
}

const otherStaffKey = ({ entityId = null, zoneId = null, typology = null, field }: Other): string => JSON.stringify([entityId, zoneId, typology, field]);

export const staffKey = (organisationId: number, name: string): string => `${organisationId} ${groupOf(name)}`;

type Stored = Partial<Record<(typeof SAME)[number], unknown>> & Withdrawn;

/** What sources say and the database holds, of typologies, zones and these organisations. What staff says is another matter, also when it cites the same source. */
const storedOf = (db: Db, sourceIds: readonly number[], organisationIds: readonly number[]): Promise<Stored[]> =>
  db.$queryRaw<Stored[]>`
    SELECT "id", ${Prisma.raw(SAME.map((column) => `"${column}"`).join(", "))} FROM "Statement"
    WHERE "sourceId" = ANY (${[...sourceIds]}::int[]) AND "withdrawnById" IS NULL AND "saidOn" IS NULL
      AND ("organisationId" IS NULL OR "organisationId" = ANY (${[...organisationIds]}::int[]))
    ORDER BY "id"`;

/**
 * Compares what sources give with what the database holds of them. An entry that the files no longer name stays as it was: it is for a
 * person to take it out.
 * @param sources only what these say is compared
 * @param present the organisations given that were there before: of a new one there is nothing to compare
 * @param staff the fields that staff has changed, which are left alone
 */
export async function differences(
  db: Db,
  said: readonly ImportedStatement[],
  ids: Ids,
  sources: readonly SourceRecord[],
  { present, staff }: { present: readonly number[]; staff: ReadonlySet<string> },
): Promise<Differences> {
  const wanted = toRows(said, ids);
  const stored = await storedOf(
    db,
    sources.map(({ slug }) => ids.sources.get(slug)!),
    present,
  );
  const staffOfOthers = await staffFieldsOfOthers(db);
  const isStaff = ({ organisationId, ...other }: Other & { organisationId?: number | null }) =>
    organisationId ? staff.has(staffKey(organisationId, other.field)) : staffOfOthers.has(otherStaffKey(other));
  const standing = new Map<string, number[]>();
  for (const row of stored) {
    const key = keyOf(row);
    standing.set(key, [...(standing.get(key) ?? []), row.id]);
  }
  const compared = new Set(present);
  const isNew = ({ organisationId }: NewStatement) => organisationId !== undefined && !compared.has(organisationId);
  const made = wanted.filter((row) => isNew(row) || (standing.get(keyOf(row))?.shift() === undefined && !isStaff(row)));
  const left = new Set([...standing.values()].flat());
  const withdrawn = stored
    .filter((row) => left.has(row.id) && !isStaff(row))
    .map(({ id, organisationId, entityId, zoneId, typology, field, sourceId }) => ({ id, organisationId, entityId, zoneId, typology, field, sourceId }));
  return { made, withdrawn };
}
