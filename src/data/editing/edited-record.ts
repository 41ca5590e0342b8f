import "server-only";
import type { EditedRecord } from "@/domain/edited";
import { isNoun } from "@/domain/edited";
import { TYPOLOGIES, type Typology } from "@/domain/vocabularies";
import type { RecordRef } from "../change/change-set";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { isStanding } from "../zone/standing";

/** The record that statements and changes are about, and the version of it that a form was opened on: for what has none, its last change. */
export type Located = { ref: RecordRef & ({ entityId: number } | { zoneId: number } | { typology: Typology }); version: number };

/** SQL: the rows of a table with these columns that are about a record. @param rows an alias of "Statement" or "ChangeItem" */
export function aboutSql(rows: string, { ref }: Pick<Located, "ref">): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${rows}."${name}"`);
  if ("entityId" in ref) return Prisma.sql`${column("entityId")} = ${ref.entityId}`;
  if ("zoneId" in ref) return Prisma.sql`${column("zoneId")} = ${ref.zoneId}`;
  return Prisma.sql`${column("typology")} = ${ref.typology}::"Typology"`;
}

const isTypology = (code: string): code is Typology => (TYPOLOGIES as readonly string[]).includes(code);

/** Finds a record, or null when there is none. @param lock whoever else writes it waits until this transaction ends */
export async function locate(db: Db, { edited, slug }: EditedRecord, lock = false): Promise<Located | null> {
  const locking = Prisma.raw(lock ? "FOR UPDATE" : "");
  if (isNoun(edited)) {
    const [row] = await db.$queryRaw<{ id: number; version: number }[]>`
      SELECT "id", "version" FROM "Entity" WHERE "noun" = ${edited}::"Noun" AND "slug" = ${slug} ${locking}`;
    return row ? { ref: { entityId: row.id }, version: row.version } : null;
  }
  if (edited === "zone") {
    const [row] = await db.$queryRaw<{ id: number }[]>`SELECT "id" FROM "Zone" z WHERE "slug" = ${slug} AND ${isStanding} ${locking}`;
    return row ? withLastChange(db, { zoneId: row.id }) : null;
  }
  if (!isTypology(slug)) return null;
  if (lock) await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`typology ${slug}`}))`;
  return withLastChange(db, { typology: slug });
}

async function withLastChange(db: Db, ref: Located["ref"]): Promise<Located> {
  const [last] = await db.$queryRaw<{ version: number | null }[]>`SELECT max(i."changeSetId") AS version FROM "ChangeItem" i WHERE ${aboutSql("i", { ref })}`;
  return { ref, version: last!.version ?? 0 };
}
