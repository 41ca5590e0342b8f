import "server-only";
import type { Actor } from "@/domain/actor";
import type { ChangeAction, ChangeState } from "@/domain/change";
import type { Noun } from "@/domain/nouns";
import type { Basis } from "@/domain/vocabularies";
import { database, type Db } from "../client";
import { named } from "../entity/link";
import { Prisma } from "../generated/prisma/client";
import { seenEntries } from "./seen";

export type StaffEntity = { noun: Noun; slug: string; name: string | null; publishedAt: Date | null; updatedAt: Date };

/** Every entity of every noun, published or not, by noun and name. */
export const listEntitiesForStaff = (_actor: Actor, db: Db = database()): Promise<StaffEntity[]> => db.$queryRaw<StaffEntity[]>`
  SELECT e."noun", e."slug", ${Prisma.raw(named("e", "fr"))} AS name, e."publishedAt", e."updatedAt" FROM "Entity" e ORDER BY e."noun", 3, e."slug"`;

/** A statement that holds, as staff see it. */
export type HeldStatement = {
  id: number;
  field: string;
  /** A code, a text, the name of what it names. */
  value: string;
  /** The same as the history keeps it: of what it names, the slug or the code. */
  key: string;
  english: string | null;
  /** The statement that says it in English. */
  englishId: number | null;
  basis: Basis;
  source: string;
  sourceTitle: string;
  place: string | null;
  lineStart: number | null;
  lineEnd: number | null;
};

export type EntityChange = {
  id: number;
  at: Date;
  who: string;
  action: ChangeAction;
  state: ChangeState;
  note: string | null;
  items: { field: string | null; before: unknown; after: unknown }[];
  /** Whether it is about this entity alone, so that it can be undone here. */
  alone: boolean;
};

export type EditableEntity = StaffEntity & { id: number; version: number; held: HeldStatement[]; changes: EntityChange[] };

/** How many of its last changes are told. */
const CHANGES = 30;

/** What holds of an entity and this person may see, in the order in which it is shown, each text with its English. */
export const heldStatements = (db: Db, actor: Actor, entityId: number): Promise<HeldStatement[]> => db.$queryRaw<HeldStatement[]>`
  SELECT s."id", s."field", coalesce(s."code", s."text", s."number"::text, o."name", z."name", ${Prisma.raw(named("other", "fr"))}) AS value,
    coalesce(s."code", s."text", s."number"::text, o."slug", z."code", other."slug") AS key, english."text" AS english, english."id" AS "englishId", s."basis",
    d."slug" AS source, d."title" AS "sourceTitle", s."place", s."lineStart", s."lineEnd"
  FROM "Statement" s JOIN "Source" d ON d."id" = s."sourceId"
    LEFT JOIN "Organisation" o ON o."id" = s."valueOrganisationId" LEFT JOIN "Zone" z ON z."id" = s."valueZoneId"
    LEFT JOIN "Entity" other ON other."id" = s."valueEntityId"
    LEFT JOIN "Statement" english ON english."entityId" = s."entityId" AND english."field" = s."field" AND english."position" = s."position"
      AND english."sourceId" = s."sourceId" AND english."language" = 'en' AND english."withdrawnById" IS NULL
  WHERE s."entityId" = ${entityId} AND s."withdrawnById" IS NULL AND s."language" IS DISTINCT FROM 'en' AND (o."id" IS NULL OR ${seenEntries(actor)})
  ORDER BY d."position", s."position", s."id"`;

/**
 * An entity with what is said of it and its history; null when there is none. What names an organisation that this person may not see is
 * left out, and stays as it is when they save.
 */
export async function findEditableEntity(actor: Actor, noun: Noun, slug: string, db: Db = database()): Promise<EditableEntity | null> {
  const [entity] = await db.$queryRaw<Omit<EditableEntity, "held" | "changes">[]>`
    SELECT e."id", e."noun", e."slug", ${Prisma.raw(named("e", "fr"))} AS name, e."publishedAt", e."updatedAt", e."version"
    FROM "Entity" e WHERE e."noun" = ${noun}::"Noun" AND e."slug" = ${slug}`;
  if (!entity) return null;
  const [held, sets] = await Promise.all([
    heldStatements(db, actor, entity.id),
    db.changeSet.findMany({
      where: { state: { in: ["accepted", "undone"] }, items: { some: { entityId: entity.id } } },
      include: { items: { where: { entityId: entity.id }, orderBy: { id: "asc" } }, _count: { select: { items: true } } },
      orderBy: { id: "desc" },
      take: CHANGES,
    }),
  ]);
  const changes = sets.map(({ id, at, actorName, action, state, note, items, _count }) => ({
    ...{ id, at, who: actorName, action, state, note, alone: _count.items === items.length },
    items: items.map(({ field, before, after }) => ({ field, before, after })),
  }));
  return { ...entity, held, changes };
}
