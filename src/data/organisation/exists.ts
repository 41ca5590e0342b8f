import "server-only";
import type { Actor } from "@/domain/actor";
import { fold } from "@/domain/fold";
import type { Db } from "../client";
import { seenEntries } from "../editing/seen";
import { read } from "../read";
import { publicOnly } from "./public";

/** Whether the public may see an organisation of that slug. */
export async function publicOrganisationExists(slug: string): Promise<boolean> {
  return (await read((db) => db.organisation.findFirst({ where: { slug, ...publicOnly }, select: { id: true } }))) !== null;
}

/** The slug of another entry of that name that this person may see, whatever its accents and capitals; null when there is none. */
export async function entryNamed(tx: Db, actor: Actor, name: string, exceptId: number | null): Promise<string | null> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT "slug" FROM "Organisation" o
    WHERE "nameKey" = ${fold(name)} AND "id" IS DISTINCT FROM ${exceptId}::int AND "mergedIntoId" IS NULL AND ${seenEntries(actor)} LIMIT 1`;
  return rows[0]?.slug ?? null;
}
