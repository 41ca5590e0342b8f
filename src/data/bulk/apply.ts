import "server-only";
import type { Actor } from "@/domain/actor";
import type { Deed } from "@/domain/bulk";
import type { ChangeAction } from "@/domain/change";
import { CORRECTION_SOURCE } from "@/domain/organisation-input";
import { acceptChangeSet, type ChangeContent } from "../change/change-set";
import { publishChange } from "../change/project";
import type { NewStatement } from "../change/statements";
import { eachBatch, inBatches } from "../batches";
import type { Db } from "../client";
import { databaseTime } from "../clock";
import { writePublished, writeVerified } from "../editing/entry-state";
import { lockEntries } from "../editing/lock-entries";
import { inTransaction } from "../editing/refusable";
import { correctionSource } from "../editing/sources";
import { entriesOf, planned, type May } from "./entries";
import { findPreview } from "./preview";

export type BulkResult =
  /** `changeSetId` is null for tasks, which change nothing of an entry; `left` changed since the preview. */
  | { ok: true; changeSetId: number | null; done: number; left: number }
  /** `gone`: the preview was used or is too old; `nothing`: no entry is left to change. */
  | { ok: false; reason: "gone" | "nothing" };

/** For a register of tens of thousands. */
const LIMITS = { maxWait: 10_000, timeout: 110_000 };

const ACTIONS: Record<Exclude<Deed["action"], "task">, ChangeAction> = {
  add_theme: "updated",
  remove_theme: "updated",
  publish: "published",
  unpublish: "unpublished",
  verify: "verified",
};

/** What a theme that is added to entries makes them say, each after all that it says already. */
async function themeStatements(tx: Db, ids: readonly number[], { theme, basis }: Extract<Deed, { action: "add_theme" }>, now: Date): Promise<NewStatement[]> {
  const sourceId = await correctionSource(tx, CORRECTION_SOURCE);
  const last = await inBatches(
    ids,
    (part) => tx.$queryRaw<{ id: number; position: number }[]>`
    SELECT "organisationId" AS id, max("position") AS position FROM "Statement" WHERE "organisationId" = ANY (${part}::int[]) AND "withdrawnById" IS NULL GROUP BY 1`,
  );
  const positions = new Map(last.map(({ id, position }) => [id, position]));
  const origin = { basis, sourceId, place: null, lineStart: null, lineEnd: null, words: null, saidOn: now.toISOString().slice(0, 10), cited: true };
  return ids.map((organisationId) => ({ organisationId, field: "themes", code: theme, ...origin, position: 1 + (positions.get(organisationId) ?? -1) }));
}

/** What is said and withdrawn by a deed. */
async function saidBy(tx: Db, ids: readonly number[], deed: Deed, now: Date): Promise<Pick<ChangeContent, "statements" | "withdrawn">> {
  if (deed.action === "add_theme") return { statements: await themeStatements(tx, ids, deed, now) };
  if (deed.action !== "remove_theme") return {};
  const rows = await inBatches(
    ids,
    (part) => tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Statement" WHERE "organisationId" = ANY (${part}::int[]) AND "field" = 'themes' AND "code" = ${deed.theme} AND "withdrawnById" IS NULL`,
  );
  return { withdrawn: rows.map(({ id }) => id) };
}

/** Brings the rows of the entries up to what was accepted. @returns whether entries that name them look different too */
async function writeRows(tx: Db, ids: readonly number[], action: Deed["action"], now: Date): Promise<boolean> {
  if (action === "verify") await writeVerified(tx, ids, now, null);
  else if (action === "publish" || action === "unpublish") await writePublished(tx, ids, action === "publish" ? now : null);
  else
    await eachBatch(ids, (part) => tx.$executeRaw`UPDATE "Organisation" SET "version" = "version" + 1, "updatedAt" = now() WHERE "id" = ANY (${part}::int[])`);
  return action === "publish" || action === "unpublish";
}

async function apply(tx: Db, actor: Actor, previewId: string, may: May): Promise<BulkResult> {
  const preview = await findPreview(tx, actor, previewId);
  if (!preview || (await tx.bulkPreview.deleteMany({ where: { id: previewId } })).count === 0) return { ok: false, reason: "gone" };
  const { deed, organisationIds, marks } = preview;
  await lockEntries(tx, organisationIds);
  const now = await databaseTime(tx);
  const seen = new Map(organisationIds.map((id, index) => [id, marks[index]!]));
  const entries = await entriesOf(tx, actor, organisationIds, deed);
  const same = entries.filter(({ id, mark }) => seen.get(id) === mark);
  const left = organisationIds.length - same.length;
  const changes = planned(same, deed, may, now).flatMap(({ entry, outcome }) => ("change" in outcome ? { id: entry.id, change: outcome.change } : []));
  if (changes.length === 0) return { ok: false, reason: "nothing" };
  const ids = changes.map(({ id }) => id);
  if (deed.action === "task") {
    const { text, assigneeId, dueOn } = deed;
    const task = { text, assigneeId, dueOn: dueOn === null ? null : new Date(dueOn), authorId: actor.id, bulkId: previewId };
    await eachBatch(ids, (part) => tx.staffTask.createMany({ data: part.map((organisationId) => ({ organisationId, ...task })) }));
    return { ok: true, changeSetId: null, done: ids.length, left };
  }
  const changeSetId = await acceptChangeSet(
    tx,
    { author: { actor }, action: ACTIONS[deed.action], at: now },
    { items: changes.map(({ id, change }) => ({ organisationId: id, ...change })), ...(await saidBy(tx, ids, deed, now)) },
  );
  const isFace = await writeRows(tx, ids, deed.action, now);
  await publishChange(tx, ids, isFace ? ids : []);
  return { ok: true, changeSetId, done: ids.length, left };
}

/**
 * Does what was previewed, as one change set with one revision. An entry that changed since the preview is left as it is.
 * @param actor whose preview it is
 * @param may whether they may do it to an entry
 */
export async function confirmBulk(actor: Actor, previewId: string, may: May): Promise<BulkResult> {
  return inTransaction((tx) => apply(tx, actor, previewId, may), LIMITS);
}
