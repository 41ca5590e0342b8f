import "server-only";
import type { Actor } from "@/domain/actor";
import { acceptChangeSet } from "../change/change-set";
import { publishChange } from "../change/project";
import { database, type Db } from "../client";
import { databaseTime } from "../clock";
import { writePublished } from "./entry-state";
import { seenEntries } from "./seen";

type State = { id: number; publishedAt: Date | null };

async function lock(tx: Db, actor: Actor, slug: string): Promise<State | null> {
  const rows = await tx.$queryRaw<State[]>`select "id", "publishedAt" from "Organisation" o
    where "slug" = ${slug} and "archivedAt" is null and "mergedIntoId" is null and ${seenEntries(actor)} for update`;
  return rows[0] ?? null;
}

/**
 * Shows an entry to the public, or hides it, at once. Publishing twice changes nothing.
 * @param actor who does it; the caller has asked `canPublish`
 * @returns false when there is no such organisation that they may see, or it is archived or merged
 */
export async function setPublished(actor: Actor, slug: string, published: boolean): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const organisation = await lock(tx, actor, slug);
    if (!organisation) return false;
    if ((organisation.publishedAt !== null) === published) return true;
    const { id } = organisation;
    const now = await databaseTime(tx);
    await acceptChangeSet(
      tx,
      { author: { actor }, action: published ? "published" : "unpublished", at: now },
      { items: [{ organisationId: id, field: null }] },
    );
    await writePublished(tx, [id], published ? now : null);
    await publishChange(tx, [id], [id]);
    return true;
  });
}
