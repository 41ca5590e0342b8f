import "server-only";
import type { Actor } from "@/domain/actor";
import type { Deed, Skip } from "@/domain/bulk";
import { SKIPS } from "@/domain/bulk";
import { database, type Db } from "../client";
import { databaseTime } from "../clock";
import { entriesOf, planned, type May, type Planned } from "./entries";

/** How many entries of a preview are shown at once. */
export const BULK_PAGE_SIZE = 50;
/** For how long a preview may be confirmed. */
const LIFE_HOURS = 24;

/** Keeps what a person is about to do, and to which entries as they are now. @returns the number of the preview; null when there is nothing to do it to */
export async function prepareBulk(actor: Actor, deed: Deed, ids: readonly number[]): Promise<string | null> {
  const db = database();
  const entries = await entriesOf(db, actor, ids, deed);
  if (entries.length === 0) return null;
  await db.$executeRaw`DELETE FROM "BulkPreview" WHERE "createdAt" < now() - make_interval(hours => ${LIFE_HOURS}::int)`;
  const { id } = await db.bulkPreview.create({
    data: { actorId: actor.id, deed, organisationIds: entries.map((entry) => entry.id), marks: entries.map(({ mark }) => mark) },
  });
  return id;
}

/** A preview of one's own. */
export async function findPreview(db: Db, actor: Actor, id: string) {
  const found = await db.bulkPreview.findFirst({ where: { id, actorId: actor.id } });
  return found && { ...found, deed: found.deed as Deed };
}

export type Preview = { deed: Deed; changes: number; skipped: { skip: Skip; count: number }[]; total: number; shown: Planned[] };

/** What would be done, entry by entry; first those that change. */
export async function previewOf(actor: Actor, id: string, may: May, page: number): Promise<Preview | null> {
  const db = database();
  const found = await findPreview(db, actor, id);
  if (!found) return null;
  const { deed, organisationIds } = found;
  const plan = planned(await entriesOf(db, actor, organisationIds, deed), deed, may, await databaseTime(db));
  const changing = plan.filter(({ outcome }) => "change" in outcome);
  const others = plan.filter(({ outcome }) => "skip" in outcome);
  const count = (skip: Skip) => others.filter(({ outcome }) => "skip" in outcome && outcome.skip === skip).length;
  return {
    deed,
    changes: changing.length,
    skipped: SKIPS.map((skip) => ({ skip, count: count(skip) })).filter((one) => one.count > 0),
    total: plan.length,
    shown: [...changing, ...others].slice((page - 1) * BULK_PAGE_SIZE, page * BULK_PAGE_SIZE),
  };
}
