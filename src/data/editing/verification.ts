import "server-only";
import type { Actor } from "@/domain/actor";
import type { VerificationInput } from "@/domain/verification";
import type { VerificationMeans } from "@/domain/vocabularies";
import { acceptChangeSet } from "../change/change-set";
import { publishChange } from "../change/project";
import { changedSinceVerified } from "../change/staff-changes";
import { database } from "../client";
import { databaseTime } from "../clock";
import { writeVerified } from "./entry-state";
import { inTransaction } from "./refusable";
import { seenBy, seenEntries } from "./seen";

export type VerifyResult =
  | { ok: true }
  /** No such organisation that this person may see. */
  | { ok: false; reason: "not_found" }
  /** It was verified after that day. */
  | { ok: false; reason: "older" };

type State = { id: number; verifiedAt: Date | null; verifiedHow: VerificationMeans | null };

/**
 * Notes that a person verified the whole entry as it stands: on what day, and by what means. It changes no value.
 * @param actor who vouches; the caller has asked `canPublish`
 */
export async function markVerified(actor: Actor, slug: string, { how, on, note }: VerificationInput): Promise<VerifyResult> {
  return inTransaction(async (tx): Promise<VerifyResult> => {
    const [organisation] = await tx.$queryRaw<State[]>`
      SELECT "id", "verifiedAt", "verifiedHow" FROM "Organisation" o WHERE "slug" = ${slug} AND "mergedIntoId" IS NULL AND ${seenEntries(actor)} FOR UPDATE`;
    if (!organisation) return { ok: false, reason: "not_found" };
    const { id, verifiedAt, verifiedHow } = organisation;
    const now = await databaseTime(tx);
    const today = now.toISOString().slice(0, 10);
    // Of another day than today nobody knows the hour.
    const at = on >= today ? now : new Date(`${on}T12:00:00Z`);
    if (verifiedAt && on < verifiedAt.toISOString().slice(0, 10)) return { ok: false, reason: "older" };
    const items = [
      { organisationId: id, field: "verified_at", before: verifiedAt?.toISOString() ?? null, after: at.toISOString() },
      { organisationId: id, field: "verified_how", before: verifiedHow, after: how },
    ];
    await acceptChangeSet(tx, { author: { actor }, action: "verified", note, at: now }, { items });
    await writeVerified(tx, [id], at, how);
    await publishChange(tx, [id], [], { isOwn: true });
    return { ok: true };
  });
}

/** The last verification of an entry, as staff read it; `who` and `note`: null for one that no change tells of. */
export type LastVerification = { at: Date; how: VerificationMeans | null; who: string | null; note: string | null; changedSince: boolean };

/** How an entry was last verified; null when it never was, or there is none of that slug that this person may see. */
export async function lastVerification(actor: Actor, slug: string): Promise<LastVerification | null> {
  const db = database();
  const row = await db.organisation.findUnique({ where: { slug, ...seenBy(actor) }, select: { id: true, verifiedAt: true, verifiedHow: true } });
  if (!row?.verifiedAt) return null;
  const [set, changed] = await Promise.all([
    db.changeSet.findFirst({
      where: { action: "verified", state: "accepted", items: { some: { organisationId: row.id, field: "verified_at" } } },
      orderBy: { id: "desc" },
      select: { actorName: true, note: true },
    }),
    changedSinceVerified(db, [row.id]),
  ]);
  return { at: row.verifiedAt, how: row.verifiedHow, who: set?.actorName ?? null, note: set?.note ?? null, changedSince: changed.has(row.id) };
}
