import "server-only";
import type { Actor } from "@/domain/actor";
import { database, type Db } from "../client";
import { refreshSearch } from "../search/search-rows";

type State = { id: number; publishedAt: Date | null; verifiedAt: Date | null };

async function lock(tx: Db, slug: string): Promise<State | null> {
  const rows = await tx.$queryRaw<State[]>`select "id", "publishedAt", "verifiedAt" from "Organisation" where "slug" = ${slug} for update`;
  return rows[0] ?? null;
}

/**
 * Shows an entry to the public, or hides it, at once. Publishing twice changes nothing.
 * @param actor who does it; the caller has asked `canPublish`
 * @returns false when there is no such organisation
 */
export async function setPublished(actor: Actor, slug: string, published: boolean, now = new Date()): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const organisation = await lock(tx, slug);
    if (!organisation) return false;
    if ((organisation.publishedAt !== null) === published) return true;
    const publishedAt = published ? now : null;
    await tx.organisation.update({ where: { id: organisation.id }, data: { publishedAt } });
    await tx.change.create({
      data: {
        organisationId: organisation.id,
        actorId: actor.id,
        actorName: actor.name,
        at: now,
        action: published ? "published" : "unpublished",
        fields: [],
      },
    });
    await refreshSearch(tx, organisation.id, true);
    return true;
  });
}

/**
 * Notes that a person verified the whole entry as it stands; it changes no value.
 * @param actor who vouches; the caller has asked `canPublish`
 * @returns false when there is no such organisation
 */
export async function markVerified(actor: Actor, slug: string, now = new Date()): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const organisation = await lock(tx, slug);
    if (!organisation) return false;
    await tx.organisation.update({ where: { id: organisation.id }, data: { verifiedAt: now } });
    await tx.change.create({
      data: {
        organisationId: organisation.id,
        actorId: actor.id,
        actorName: actor.name,
        at: now,
        action: "verified",
        fields: [{ field: "verified_at", before: organisation.verifiedAt?.toISOString() ?? null, after: now.toISOString() }],
      },
    });
    await refreshSearch(tx, organisation.id);
    return true;
  });
}
