import "server-only";
import type { Actor } from "@/domain/actor";
import { acceptChangeSet } from "../change/change-set";
import { publishChange } from "../change/project";
import { database, type Db } from "../client";
import { seenBy, seenEntries } from "./seen";

type State = { id: number; archivedAt: Date | null };

/** An entry that stands by itself, held until the transaction ends. */
async function lock(tx: Db, actor: Actor, slug: string): Promise<State | null> {
  const rows = await tx.$queryRaw<State[]>`
    SELECT "id", "archivedAt" FROM "Organisation" o WHERE "slug" = ${slug} AND "mergedIntoId" IS NULL AND ${seenEntries(actor)} FOR UPDATE`;
  return rows[0] ?? null;
}

/** Hides an entry, or shows it as it was before it was hidden. */
export async function setArchived(tx: Db, id: number, archived: boolean): Promise<void> {
  if (archived)
    await tx.$executeRaw`
      UPDATE "Organisation" SET "archivedAt" = now(), "publishedBefore" = "publishedAt", "publishedAt" = NULL WHERE "id" = ${id} AND "archivedAt" IS NULL`;
  else
    await tx.$executeRaw`
      UPDATE "Organisation" SET "archivedAt" = NULL, "publishedAt" = "publishedBefore", "publishedBefore" = NULL WHERE "id" = ${id} AND "archivedAt" IS NOT NULL`;
}

async function move(actor: Actor, slug: string, archived: boolean, note: string | null): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const organisation = await lock(tx, actor, slug);
    if (!organisation) return false;
    const { id, archivedAt } = organisation;
    if ((archivedAt !== null) === archived) return true;
    await acceptChangeSet(tx, { author: { actor }, action: archived ? "archived" : "unarchived", note }, { items: [{ organisationId: id, field: null }] });
    await setArchived(tx, id, archived);
    await publishChange(tx, [id], [id]);
    return true;
  });
}

/**
 * Takes an entry out of the directory: it leaves all that the public reads, and its address says that it is gone. Nothing is deleted. Twice changes nothing.
 * @param actor who does it; the caller has asked `canArchive`
 * @param reason for colleagues, in the history
 * @returns false when there is no such entry that they may see
 */
export const archiveOrganisation = (actor: Actor, slug: string, reason: string): Promise<boolean> => move(actor, slug, true, reason);

/** Brings an archived entry back, published if it was. @param actor as for {@link archiveOrganisation} */
export const restoreOrganisation = (actor: Actor, slug: string): Promise<boolean> => move(actor, slug, false, null);

/** When an entry that this person may see was archived; null while it is not. */
export async function archivedAt(actor: Actor, slug: string): Promise<Date | null> {
  const entry = await database().organisation.findUnique({ where: { slug, ...seenBy(actor) }, select: { archivedAt: true } });
  return entry?.archivedAt ?? null;
}
