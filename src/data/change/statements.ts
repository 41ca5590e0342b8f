import "server-only";
import type { Said } from "@/domain/compose";
import { fieldOf, type Field, type FieldCode } from "@/domain/fields";
import type { Basis, ContactChannel, ContactState, Typology, Visibility } from "@/domain/vocabularies";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";

/** The typed value of a statement: exactly one of code, number, text, valueZoneId, valueOrganisationId, valueEntityId and raw. */
export type StatementValue = {
  code?: string;
  number?: number;
  unit?: string;
  text?: string;
  /** Of a text that is a sentence of ours. */
  language?: string | null;
  valueZoneId?: number;
  valueOrganisationId?: number;
  valueEntityId?: number;
  channel?: ContactChannel;
  raw?: string;
  usable?: string | null;
  contactState?: ContactState;
};

/**
 * A value in the columns of a statement.
 * @param value as text: the code of a zone, the slug of an organisation, the digits of a number
 * @param ids of the zones by code, of the organisations by slug; the caller has resolved both
 */
export function columnsOfValue(
  shape: Field["shape"],
  { value, language = null, unit, contact }: { value: string; language?: string | null; unit?: string; contact?: Said["contact"] },
  { zones, organisations }: { zones: ReadonlyMap<string, number>; organisations: ReadonlyMap<string, number> },
): StatementValue {
  switch (shape) {
    case "code":
    case "flag":
      return { code: value };
    case "number":
      return { number: Number(value), unit };
    case "text":
    case "translated":
      return { text: value, language };
    case "zone":
      return { valueZoneId: zones.get(value)! };
    case "organisation":
      return { valueOrganisationId: organisations.get(value)! };
    case "contact":
      return { channel: contact!.channel, raw: contact!.raw, usable: contact!.usable, contactState: contact!.state };
  }
}

/** Who says it, where, on what grounds. */
export type Locus = {
  basis: Basis;
  sourceId: number;
  place: string | null;
  lineStart: number | null;
  lineEnd: number | null;
  words: string | null;
  /** ISO 8601; null when it is the source's own date. */
  saidOn: string | null;
};

/** A statement that a change set makes, about one record. */
export type NewStatement = StatementValue &
  Locus & {
    organisationId?: number;
    typology?: Typology;
    zoneId?: number;
    entityId?: number;
    field: string;
    /** The time of which it is said, as precise as the source is: "2018", "2018-03". */
    since?: string | null;
    until?: string | null;
    /** ISO 8601, of a value that is a day. */
    date?: string | null;
    page?: string | null;
    /** The source says "about", "more than", or names only some. */
    about?: boolean;
    moreThan?: boolean;
    openList?: boolean;
    cited: boolean;
    position: number;
    /** The set that said it first, when this one says it again. */
    saidById?: number;
  };
export type NewRestrictedStatement = NewStatement & { organisationId: number; visibility: Exclude<Visibility, "public"> };

const VALUE_COLUMNS = ["code", "number", "unit", "text", "language", "date", "valueZoneId", "valueOrganisationId", "channel", "raw", "usable", "contactState"];
const QUALIFIERS = { about: false, moreThan: false, openList: false };
const LOCUS_COLUMNS = ["since", "until", "basis", "sourceId", "place", "lineStart", "lineEnd", "page", "words", "saidOn", "cited", "position", "saidById"];
const COMMON = ["organisationId", "field", ...VALUE_COLUMNS, ...Object.keys(QUALIFIERS), ...LOCUS_COLUMNS];

const TABLES = {
  Statement: ["typology", "zoneId", "entityId", "valueEntityId", ...COMMON],
  RestrictedStatement: ["visibility", ...COMMON],
} as const;

/** Rows in one INSERT: a parameter of a megabyte, of which the client keeps the last dozens in its log. */
const BATCH = 1000;

/** Writes the statements of a change set, a batch at a time. */
export async function insertStatements(tx: Db, table: keyof typeof TABLES, madeById: number, statements: readonly NewStatement[]): Promise<void> {
  const columns = Prisma.raw(TABLES[table].map((column) => `"${column}"`).join(", "));
  const into = Prisma.raw(`"${table}"`);
  for (let from = 0; from < statements.length; from += BATCH) {
    const rows = JSON.stringify(statements.slice(from, from + BATCH).map((statement) => ({ ...QUALIFIERS, ...statement })));
    await tx.$executeRaw`
      INSERT INTO ${into} (${columns}, "madeById")
      SELECT ${columns}, ${madeById} FROM json_populate_recordset(null::${into}, ${rows}::json)`;
  }
}

type Row = Omit<Said, "value" | "contact" | "field"> & {
  id: number;
  organisationId: number;
  field: string;
  code: string | null;
  number: number | null;
  text: string | null;
  zone: string | null;
  other: string | null;
  otherId: number | null;
  channel: ContactChannel | null;
  raw: string | null;
  usable: string | null;
  contactState: ContactState | null;
  words: string | null;
  since: string | null;
  until: string | null;
  position: number;
  sourceTitle: string;
  sourcePublishedOn: string | null;
  correctedOn: string | null;
};

/** A statement with what a citation shows beside it, and its number, by which it is withdrawn. */
export type KeptStatement = Said & {
  id: number;
  /** The id of the organisation that it names. */
  otherId: number | null;
  position: number;
  words: string | null;
  since: string | null;
  until: string | null;
  sourceTitle: string;
  sourcePublishedOn: string | null;
  /** The day (ISO 8601, UTC) on which staff wrote it; null when a source says it. */
  correctedOn: string | null;
};

/** What an old version shows besides. */
const THEN = Prisma.sql`, s."page", s."about", s."moreThan", s."erasedById" IS NOT NULL AS "isErased"`;

const shown = (more: Prisma.Sql) => Prisma.sql`
  SELECT s."id", s."organisationId", s."field", s."code", s."number", s."text", s."language", z."code" AS zone, o."slug" AS other, o."id" AS "otherId", s."channel", s."raw", s."usable", s."contactState",
    s."basis", s."place", s."lineStart", s."lineEnd", s."words", s."since", s."until", s."openList", s."position", to_char(s."saidOn", 'YYYY-MM-DD') AS "saidOn", s."cited", coalesce(s."saidById", s."madeById") AS "madeBy",
    d."slug" AS source, d."title" AS "sourceTitle", d."publishedOn" AS "sourcePublishedOn", d."position" AS "sourceOrder", c."actorId" IS NOT NULL AND s."saidOn" IS NOT NULL AS "byStaff",
    CASE WHEN c."actorId" IS NOT NULL AND s."saidOn" IS NOT NULL THEN to_char(c."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD') END AS "correctedOn" ${more}
  FROM "Statement" s JOIN "Source" d ON d."id" = s."sourceId" JOIN "ChangeSet" c ON c."id" = coalesce(s."saidById", s."madeById")
  LEFT JOIN "Zone" z ON z."id" = s."valueZoneId" LEFT JOIN "Organisation" o ON o."id" = s."valueOrganisationId"`;

function toKept({ code, number, text, zone, other, channel, raw, usable, contactState, field, ...row }: Row): KeptStatement {
  const value = code ?? text ?? zone ?? other ?? raw ?? String(number);
  const contact = channel && raw && contactState ? { channel, raw, usable, state: contactState } : null;
  return { ...row, field: field as FieldCode, value, contact };
}

/**
 * What is said of organisations and not withdrawn, in the order of position, by the organisation's id.
 * @param fields of these alone; of all without them
 */
export async function saidOf(db: Db, ids: readonly number[], fields?: readonly FieldCode[]): Promise<Map<number, KeptStatement[]>> {
  const ofFields = fields ? Prisma.sql`AND s."field" = ANY (${[...fields]})` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    ${shown(Prisma.empty)} WHERE s."organisationId" = ANY (${[...ids]}::int[]) AND s."withdrawnById" IS NULL ${ofFields} ORDER BY s."organisationId", s."position", s."id"`;
  const said = new Map<number, KeptStatement[]>(ids.map((id) => [id, []]));
  // A field of a later version of the directory is kept, and shown when this one knows it.
  for (const row of rows) if (isField(row.field)) said.get(row.organisationId)!.push(toKept(row));
  return said;
}

/** A statement of an old version, with all of its place. */
export type SaidThen = KeptStatement & { page: string | null; about: boolean; moreThan: boolean; isErased: boolean };

/** Beyond every change set: what was said once it was accepted is said now. */
export const NOW = 2_147_483_647;

/** What was said of an organisation once a change set was accepted, in the order of position. */
export async function saidAfter(db: Db, organisationId: number, changeSetId: number): Promise<SaidThen[]> {
  const rows = await db.$queryRaw<(Row & Pick<SaidThen, "page" | "about" | "moreThan" | "isErased">)[]>`
    ${shown(THEN)} WHERE s."organisationId" = ${organisationId} AND s."madeById" <= ${changeSetId} AND (s."withdrawnById" IS NULL OR s."withdrawnById" > ${changeSetId})
    ORDER BY s."position", s."id"`;
  return rows.flatMap((row) =>
    isField(row.field) ? [{ ...toKept(row), page: row.page, about: row.about, moreThan: row.moreThan, isErased: row.isErased }] : [],
  );
}

const isField = (field: string): field is FieldCode => fieldOf(field as FieldCode) !== undefined;
