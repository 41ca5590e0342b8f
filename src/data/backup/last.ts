import "server-only";
import type { Actor } from "@/domain/actor";
import { database, type Db } from "../client";

/** A moment, and the whole days since then by the database's clock. */
export type LastBackup = { takenAt: Date; days: number };

/** When this database was last backed up; null when nobody knows of a backup. */
export async function lastBackup(_actor: Actor, db: Db = database()): Promise<LastBackup | null> {
  const [last] = await db.$queryRaw<LastBackup[]>`
    SELECT "takenAt", floor(extract(epoch FROM now() - "takenAt") / 86400)::int AS "days" FROM "Backup" ORDER BY "takenAt" DESC LIMIT 1`;
  return last ?? null;
}
