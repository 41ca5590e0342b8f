import "server-only";
import type { Actor } from "@/domain/actor";
import { MERGED_INTO_FIELD, NAME_FIELD, type ChangeHead } from "@/domain/change";
import { isNoun, type Edited, type EditedRecord } from "@/domain/edited";
import type { Basis } from "@/domain/vocabularies";
import { database, type Db } from "../client";
import { named } from "../entity/link";
import { Prisma } from "../generated/prisma/client";
import { isStanding } from "../zone/standing";
import { aboutSql, locate, type Located } from "./edited-record";
import { seenEntries } from "./seen";

/** `name`: null for an entity without one, and for a typology, whose name is a label. */
export type StaffRecord = EditedRecord & { name: string | null; publishedAt: Date | null };

/** Everything that is edited value by value but typologies, published or not, by kind and name; of zones those first of which figures are known. */
export const listRecordsForStaff = (_actor: Actor, db: Db = database()): Promise<StaffRecord[]> => db.$queryRaw<StaffRecord[]>`
  SELECT e."noun"::text AS edited, e."slug", ${Prisma.raw(named("e", "fr"))} AS name, e."publishedAt", 0 AS rank FROM "Entity" e
  UNION ALL SELECT 'zone', z."slug", z."name", NULL::timestamptz,
    CASE WHEN EXISTS (SELECT FROM "Statement" s WHERE s."zoneId" = z."id" AND s."withdrawnById" IS NULL) THEN 0 ELSE 1 END FROM "Zone" z WHERE ${isStanding}
  ORDER BY 1, 5, 3, 2`;

/** A statement that holds, as staff see it. */
export type HeldStatement = {
  id: number;
  field: string;
  /** A code, a number, a text, the name of what it names. */
  value: string;
  /** The same as the history keeps it: of what it names, the slug or the code. */
  key: string;
  english: string | null;
  /** The statement that says it in English. */
  englishId: number | null;
  since: string | null;
  about: boolean;
  moreThan: boolean;
  basis: Basis;
  source: string;
  sourceTitle: string;
  place: string | null;
  lineStart: number | null;
  lineEnd: number | null;
};

export type EntityChange = ChangeHead & {
  items: { field: string | null; before: unknown; after: unknown }[];
  /** Whether it is about this record alone, so that it can be undone here. */
  alone: boolean;
};

export type EditableRecord = StaffRecord & { version: number; held: HeldStatement[]; changes: EntityChange[] };

/** How many of its last changes are told. */
const CHANGES = 30;

/** What holds of a record and this person may see, in the order in which it is shown, each text with its English. */
export const heldStatements = (db: Db, actor: Actor, located: Located): Promise<HeldStatement[]> => db.$queryRaw<HeldStatement[]>`
  SELECT s."id", s."field", coalesce(s."text", s."words", s."code", s."number"::text, o."name", z."name", ${Prisma.raw(named("other", "fr"))}) AS value,
    coalesce(s."code", s."text", s."number"::text, o."slug", z."code", other."slug") AS key, english."text" AS english, english."id" AS "englishId",
    s."since", s."about", s."moreThan", s."basis", d."slug" AS source, d."title" AS "sourceTitle", s."place", s."lineStart", s."lineEnd"
  FROM "Statement" s JOIN "Source" d ON d."id" = s."sourceId"
    LEFT JOIN "Organisation" o ON o."id" = s."valueOrganisationId" LEFT JOIN "Zone" z ON z."id" = s."valueZoneId"
    LEFT JOIN "Entity" other ON other."id" = s."valueEntityId"
    LEFT JOIN "Statement" english ON ${aboutSql("english", located)} AND english."field" = s."field" AND english."position" = s."position"
      AND english."sourceId" = s."sourceId" AND english."language" = 'en' AND english."withdrawnById" IS NULL
  WHERE ${aboutSql("s", located)} AND s."withdrawnById" IS NULL AND s."language" IS DISTINCT FROM 'en' AND (o."id" IS NULL OR ${seenEntries(actor)})
  ORDER BY d."position", s."position", s."id"`;

/** How a record is called, and since when the public sees it. */
async function titleOf(db: Db, edited: Edited, { ref }: Located): Promise<Pick<StaffRecord, "name" | "publishedAt">> {
  if ("typology" in ref) return { name: null, publishedAt: null };
  const asked =
    isNoun(edited) && "entityId" in ref
      ? Prisma.sql`SELECT ${Prisma.raw(named("e", "fr"))} AS name, e."publishedAt" FROM "Entity" e WHERE e."id" = ${ref.entityId}`
      : Prisma.sql`SELECT z."name", NULL::timestamptz AS "publishedAt" FROM "Zone" z WHERE ${aboutZone(ref)}`;
  const [title] = await db.$queryRaw<Pick<StaffRecord, "name" | "publishedAt">[]>(asked);
  return title!;
}

const aboutZone = (ref: Located["ref"]): Prisma.Sql => Prisma.sql`z."id" = ${"zoneId" in ref ? ref.zoneId : 0}`;

/**
 * A record with what is said of it and its history; null when there is none. What names an organisation that this person may not see is
 * left out, and stays as it is when they save.
 */
export async function findEditableRecord(actor: Actor, record: EditedRecord, db: Db = database()): Promise<EditableRecord | null> {
  const located = await locate(db, record);
  if (!located) return null;
  const [title, held, changes] = await Promise.all([titleOf(db, record.edited, located), heldStatements(db, actor, located), changesOf(db, located)]);
  return { ...record, ...title, version: located.version, held, changes };
}

async function changesOf(db: Db, { ref }: Located): Promise<EntityChange[]> {
  // What was done to a place of staff itself is told where that is done.
  const about = "zoneId" in ref ? { ...ref, OR: [{ field: null }, { field: { notIn: [NAME_FIELD, MERGED_INTO_FIELD] } }] } : ref;
  const sets = await db.changeSet.findMany({
    where: { state: { in: ["accepted", "undone"] }, items: { some: about } },
    include: { items: { where: about, orderBy: { id: "asc" } }, _count: { select: { items: true } } },
    orderBy: { id: "desc" },
    take: CHANGES,
  });
  return sets.map(({ id, at, actorName, action, state, note, items, _count }) => ({
    ...{ id, at, who: actorName, action, state, note, alone: _count.items === items.length },
    items: items.map(({ field, before, after }) => ({ field, before, after })),
  }));
}
