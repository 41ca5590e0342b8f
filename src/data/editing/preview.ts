import "server-only";
import type { Actor } from "@/domain/actor";
import { composeFields } from "@/domain/compose";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { changedSinceVerified, lastCorrections } from "../change/staff-changes";
import { saidOf } from "../change/statements";
import { database, type Db } from "../client";
import { namedBy, wholeOrganisation } from "../organisation/profile";
import { detailsOf, readReferences, summaryOf } from "../organisation/published";
import { budgetOfTypologies } from "../organisation/typologies";
import { readAnchors } from "../source/anchors";
import { seenBy } from "./seen";

export type Preview = { organisation: PublicOrganisation; isPublic: boolean };

/**
 * What the public would read of an entry, published or not, made as the published one is made; null when there is none of that slug that
 * this person may see. What is restricted is no part of it, and neither are others that the public may not see.
 */
export async function previewOrganisation(actor: Actor, slug: string, db: Db = database()): Promise<Preview | null> {
  const row = await db.organisation.findUnique({
    where: { slug, mergedIntoId: null, ...seenBy(actor) },
    select: { id: true, slug: true, updatedAt: true, verifiedAt: true, verifiedHow: true, publishedAt: true, visibility: true },
  });
  if (!row) return null;
  const [said, budgets, corrections, changed, named] = await Promise.all([
    saidOf(db, [row.id]).then((all) => all.get(row.id) ?? []),
    budgetOfTypologies(db),
    lastCorrections(db, [row.id]),
    changedSinceVerified(db, [row.id]),
    namedBy(db, row.id),
  ]);
  const references = await readReferences(db, said, await readAnchors(db));
  const fields = composeFields(said);
  const organisation = await wholeOrganisation({
    summary: summaryOf({ ...row, correctedOn: corrections.get(row.id) ?? null, changedSince: changed.has(row.id) }, said, fields, budgets, references),
    details: detailsOf(said, fields, references),
    ...named,
  });
  return { organisation, isPublic: row.publishedAt !== null && row.visibility === "public" };
}
