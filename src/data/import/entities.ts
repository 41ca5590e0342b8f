import type { ChangeItem } from "../change/change-set";
import type { Db } from "../client";
import { entityKey } from "../sources/adapter";
import type { ReleasedEntity } from "./read";
import type { Differences } from "./statements";

/** The entities by {@link entityKey}, and which of them are new. */
export type WrittenEntities = { ids: ReadonlyMap<string, number>; added: ReadonlySet<number> };

/** Adds the entities that the database does not have, published at once and dated from the files that give them, and brings their order up to that of the files. */
export async function writeEntities(db: Db, given: readonly ReleasedEntity[], now: Date): Promise<WrittenEntities> {
  const rows = JSON.stringify(given.map(({ released, ...entity }, position) => ({ ...entity, position, createdAt: released, updatedAt: released })));
  const before = new Set((await db.entity.findMany({ select: { noun: true, slug: true } })).map(entityKey));
  await db.$executeRaw`
    INSERT INTO "Entity" ("noun", "slug", "position", "publishedAt", "createdAt", "updatedAt")
    SELECT "noun", "slug", "position", ${now}, "createdAt", "updatedAt" FROM json_populate_recordset(null::"Entity", ${rows}::json)
    ON CONFLICT ("noun", "slug") DO UPDATE SET "position" = EXCLUDED."position" WHERE "Entity"."position" <> EXCLUDED."position"`;
  const written = await db.entity.findMany({ select: { id: true, noun: true, slug: true } });
  return {
    ids: new Map(written.map(({ id, ...entity }) => [entityKey(entity), id])),
    added: new Set(written.flatMap(({ id, ...entity }) => (before.has(entityKey(entity)) ? [] : [id]))),
  };
}

/**
 * The history of an import: the fact for a new entity, and for one of which something else is said, which is dated from the latest files that say it.
 * @param released by the number of the source
 */
export async function entityChanges(
  db: Db,
  { made, withdrawn }: Differences,
  added: ReadonlySet<number>,
  released: ReadonlyMap<number, Date>,
): Promise<(ChangeItem & { entityId: number })[]> {
  const days = new Map<number, Date>();
  for (const { entityId: id, sourceId } of [...made, ...withdrawn]) {
    const day = released.get(sourceId);
    if (id && day && !added.has(id) && day > (days.get(id) ?? 0)) days.set(id, day);
  }
  const rows = JSON.stringify([...days].map(([id, updatedAt]) => ({ id, updatedAt })));
  await db.$executeRaw`
    UPDATE "Entity" e SET "updatedAt" = greatest(e."updatedAt", w."updatedAt"), "version" = e."version" + 1
    FROM json_populate_recordset(null::"Entity", ${rows}::json) w WHERE e."id" = w."id"`;
  return [...[...added].map((entityId) => ({ entityId, field: null })), ...[...days.keys()].map((entityId) => ({ entityId, field: "statements" }))];
}
