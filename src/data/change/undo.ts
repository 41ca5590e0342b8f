import "server-only";
import type { Actor } from "@/domain/actor";
import { MERGED_FROM_FIELD, MERGED_INTO_FIELD, MOVED_FIELD, RESTRICTED_FIELD, type ChangeAction, type ChangeState } from "@/domain/change";
import { groupOf } from "@/domain/fields";
import { fold } from "@/domain/fold";
import { hasRight, hasRightSomewhere } from "@/domain/rights";
import { eachBatch, inBatches } from "../batches";
import { database, type Db } from "../client";
import { databaseTime } from "../clock";
import { setArchived } from "../editing/archive";
import { writePublished } from "../editing/entry-state";
import { lockEntries } from "../editing/lock-entries";
import { seenBy, seenEntries } from "../editing/seen";
import type { Prisma, RestrictedStatement, Statement } from "../generated/prisma/client";
import { organisationsNamedBy } from "../entity/named";
import { unmergeTerms } from "../term/unmerge";
import { unmergeZones } from "../zone/unmerge";
import { moveRowsBack, type Moved, type Pair } from "../merge/moved";
import { acceptChangeSet, type ChangeItem } from "./change-set";
import { publishChange } from "./project";
import type { NewRestrictedStatement, NewStatement } from "./statements";

export type UndoResult =
  /** `kept`: the fields that a later change touched, or whose former name another entry has now; they stay as they are. */
  | { ok: true; kept: string[] }
  /** No such set that this person may see whole, or one that is undone, or that is itself an undoing. */
  | { ok: false; reason: "not_undoable" }
  /** All of it met later changes. */
  | { ok: false; reason: "later_changes"; kept: string[] };

type Item = { organisationId: number | null; entityId: number | null; field: string | null; before: unknown; after: unknown };
type Found = { id: number; state: ChangeState; action: ChangeAction };

const NEVER_UNDONE: readonly ChangeAction[] = ["reverted", "erased"];

type Subject = Pick<Item, "organisationId" | "entityId" | "field">;

/** A part of a set that stands or falls as one: of one organisation or entity, a field with what belongs to it. */
const partOf = ({ organisationId, entityId, field }: Subject): string =>
  organisationId === null ? `entity ${entityId} ${field}` : `${organisationId} ${field === null ? "" : groupOf(field)}`;

const idsOf = (items: readonly Item[], column: "organisationId" | "entityId"): number[] => [...new Set(items.flatMap((item) => item[column] ?? []))];

/** The parts that a later accepted set touched; a former name is one of them when another entry has it now. What an import made is touched by anything later. */
async function touchedSince(tx: Db, { id, action }: Found, items: readonly Item[]): Promise<Set<string>> {
  const later = async (organisations: readonly number[], entities: readonly number[]) => tx.$queryRaw<Subject[]>`
    SELECT DISTINCT i."organisationId", i."entityId", i."field" FROM "ChangeItem" i JOIN "ChangeSet" c ON c."id" = i."changeSetId" AND c."state" = 'accepted'
    WHERE (i."organisationId" = ANY (${[...organisations]}::int[]) OR i."entityId" = ANY (${[...entities]}::int[])) AND i."changeSetId" > ${id}`;
  const since = [...(await inBatches(idsOf(items, "organisationId"), (part) => later(part, []))), ...(await later([], idsOf(items, "entityId")))];
  const touched = new Set(since.map(partOf));
  if (action === "imported") for (const subject of since) touched.add(partOf({ ...subject, field: null }));
  // Of two entries that come apart again, each takes its name with it.
  if (action === "merged") return touched;
  const renamed = items.flatMap(({ organisationId: own, field, before }) => (field === "name" && typeof before === "string" ? { own, key: fold(before) } : []));
  const taken = await tx.$queryRaw<{ own: number }[]>`
    SELECT r.own FROM json_to_recordset(${JSON.stringify(renamed)}::json) AS r(own int, key text)
    WHERE EXISTS (SELECT FROM "Organisation" o WHERE o."nameKey" = r.key AND o."id" <> r.own AND o."mergedIntoId" IS NULL)`;
  // A name that goes stays as another name.
  for (const { own: organisationId } of taken) for (const field of ["name", "alias"]) touched.add(partOf({ organisationId, entityId: null, field }));
  return touched;
}

const OWN: readonly string[] = ["id", "madeById", "withdrawnById"];

/** A withdrawn statement, to be said again as it was, by whom it was said first. */
export function again(row: Statement | RestrictedStatement): unknown {
  const day = (value: Date | null) => value?.toISOString().slice(0, 10) ?? null;
  const said = { ...row, saidById: row.saidById ?? row.madeById, saidOn: day(row.saidOn), date: day(row.date) };
  return Object.fromEntries(Object.entries(said).filter(([column, value]) => value !== null && !OWN.includes(column)));
}

/** What the inverse says and withdraws, of the parts that may be undone. */
async function inverse(tx: Db, id: number, ids: readonly number[], undone: (subject: Subject) => boolean) {
  const read = (where: Prisma.StatementWhereInput) => tx.statement.findMany({ where, orderBy: { id: "asc" } });
  const of = async (where: Prisma.StatementWhereInput) => [
    ...(await inBatches(ids, (part) => read({ ...where, organisationId: { in: part } }))),
    ...(await read({ ...where, entityId: { not: null } })),
  ];
  const made = await of({ madeById: id, withdrawnById: null });
  const withdrawn = await of({ withdrawnById: id, erasedById: null });
  const hidden = await tx.restrictedStatement.findMany({ where: { erasedById: null, OR: [{ madeById: id, withdrawnById: null }, { withdrawnById: id }] } });
  const ofHidden = hidden.filter(({ organisationId }) => undone({ organisationId, entityId: null, field: RESTRICTED_FIELD }));
  const may = (row: Statement) => undone(row);
  return {
    statements: withdrawn.filter(may).map((row) => again(row) as NewStatement),
    withdrawn: made.filter(may).map((row) => row.id),
    restricted: ofHidden.filter((row) => row.withdrawnById === id).map((row) => again(row) as NewRestrictedStatement),
    restrictedWithdrawn: ofHidden.filter((row) => row.withdrawnById === null).map((row) => row.id),
  };
}

/** Entries that the set created, imported or published are no longer shown; those that it hid are shown again, and what it archived or brought back is as before. */
async function publishAgain(tx: Db, ids: readonly number[], action: ChangeAction): Promise<void> {
  if (ids.length === 0) return;
  if (action === "archived" || action === "unarchived") {
    for (const id of ids) await setArchived(tx, id, action === "unarchived");
    return;
  }
  const now = action === "unpublished" ? await databaseTime(tx) : null;
  await writePublished(tx, ids, now);
}

/** Puts back what is no statement. */
async function restore(tx: Db, items: readonly Item[]): Promise<void> {
  const valuesOf = (wanted: string) => JSON.stringify(items.filter(({ field }) => field === wanted).map(({ organisationId: id, before }) => ({ id, before })));
  await tx.$executeRaw`
    UPDATE "Organisation" o SET "visibility" = coalesce(w."before", 'consortium')::"Visibility"
    FROM json_to_recordset(${valuesOf("visibility")}::json) AS w("id" int, "before" text) WHERE o."id" = w."id"`;
  await tx.$executeRaw`
    UPDATE "Organisation" o SET "verifiedAt" = w."before", "verifiedHow" = CASE WHEN w."before" IS NOT NULL THEN o."verifiedHow" END
    FROM json_to_recordset(${valuesOf("verified_at")}::json) AS w("id" int, "before" timestamptz) WHERE o."id" = w."id"`;
  await tx.$executeRaw`
    UPDATE "Organisation" o SET "verifiedHow" = w."before"::"VerificationMeans"
    FROM json_to_recordset(${valuesOf("verified_how")}::json) AS w("id" int, "before" text) WHERE o."id" = w."id"`;
}

/** Whether the set is about an entry that this person may not see, or has such a restricted value in it. */
async function touchesUnseen(tx: Db, actor: Actor, id: number, organisationIds: number[]): Promise<boolean> {
  const [entries, values] = await Promise.all([
    tx.$queryRaw<unknown[]>`SELECT FROM "Organisation" o WHERE o."id" = ANY (${organisationIds}::int[]) AND NOT (${seenEntries(actor)}) LIMIT 1`,
    tx.restrictedStatement.count({ where: { OR: [{ madeById: id }, { withdrawnById: id }], NOT: seenBy(actor) } }),
  ]);
  return entries.length + values > 0;
}

/** The two entries of a merge; null of any other set. */
function mergedPair(items: readonly Item[]): Pair | null {
  const of = (wanted: string) => items.find(({ field }) => field === wanted)?.organisationId;
  const [survivorId, mergedId] = [of(MERGED_FROM_FIELD), of(MERGED_INTO_FIELD)];
  return survivorId && mergedId ? { survivorId, mergedId } : null;
}

/** The merged entry stands by itself again, published if it was, with what else named it. */
async function standAgain(tx: Db, pair: Pair, items: readonly Item[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Organisation" SET "mergedIntoId" = NULL, "publishedAt" = "publishedBefore", "publishedBefore" = NULL WHERE "id" = ${pair.mergedId}`;
  await moveRowsBack(tx, pair, items.find(({ field }) => field === MOVED_FIELD)!.after as Moved);
}

/** An import has tens of thousands of entries, and so may a change of many. */
const LIMITS = { maxWait: 30_000, timeout: 10 * 60_000 };

async function undo(tx: Db, actor: Actor, id: number, only: string | null): Promise<UndoResult> {
  const [set] = await tx.$queryRaw<Found[]>`select "id", "state", "action" from "ChangeSet" where "id" = ${id} for update`;
  if (!set || set.state !== "accepted" || NEVER_UNDONE.includes(set.action)) return { ok: false, reason: "not_undoable" };
  const merged = { changeSetId: id, field: MERGED_INTO_FIELD };
  const mergesZones = (await tx.changeItem.count({ where: { ...merged, zoneId: { not: null } } })) > 0;
  const about = [{ organisationId: { not: null } }, ...(set.action === "merged" || mergesZones ? [{ entityId: { not: null } }] : [])];
  const items = (await tx.changeItem.findMany({ where: { changeSetId: id, OR: about }, orderBy: { id: "asc" } })) as Item[];
  const ids = idsOf(items, "organisationId");
  const pair = set.action === "merged" ? mergedPair(items) : null;
  // A merge is undone from either of the two.
  const ofMerge = pair ? [pair.survivorId, pair.mergedId] : null;
  const elsewhere = ofMerge ? { id: { notIn: ofMerge }, slug: only ?? "" } : { id: { in: ids.slice(0, 2) }, slug: { not: only ?? "" } };
  if (only !== null && (await tx.organisation.count({ where: elsewhere })) > 0) return { ok: false, reason: "not_undoable" };
  const publishes = set.action !== "updated" || items.some(({ field }) => field === "visibility");
  const mergesOthers = mergesZones || (await tx.changeItem.count({ where: { ...merged, termId: { not: null } } })) > 0;
  if (mergesOthers && !hasRight(actor, "vocabularies", null)) return { ok: false, reason: "not_undoable" };
  const isEmpty = items.length === 0 && !mergesOthers;
  if (isEmpty || (publishes && !hasRightSomewhere(actor, "publish"))) return { ok: false, reason: "not_undoable" };
  if (await touchesUnseen(tx, actor, id, ids)) return { ok: false, reason: "not_undoable" };
  await lockEntries(tx, ids);
  const later = await touchedSince(tx, set, items);
  const stands = (item: Item) => later.has(partOf(item));
  const kept = items.filter(stands).flatMap(({ field }) => field ?? []);
  const undone = items.filter((item) => !stands(item));
  if ((undone.length === 0 && items.length > 0) || (pair && !undone.some(({ field }) => field === MERGED_INTO_FIELD)))
    return { ok: false, reason: "later_changes", kept };

  // A new entry keeps what was said of it: it is no longer shown, and can be published again.
  const created = new Set(undone.flatMap(({ organisationId, field }) => (set.action === "created" || field === null ? (organisationId ?? []) : [])));
  const parts = new Set(undone.filter(({ organisationId }) => organisationId === null || !created.has(organisationId)).map(partOf));
  const content = await inverse(tx, id, ids, (subject) => parts.has(partOf(subject)));
  const swapped = undone.map(({ organisationId, entityId, field, before, after }) => {
    const record = organisationId === null ? { entityId: entityId! } : { organisationId };
    return { ...record, field, before: after, after: before } as ChangeItem;
  });
  // Before their statements are said again: a term or a place that is merged is said as the other.
  const terms = mergesOthers ? [...(await unmergeTerms(tx, id)), ...(await unmergeZones(tx, id))] : [];
  await acceptChangeSet(tx, { author: { actor }, action: "reverted", undoes: id }, { items: [...swapped, ...terms], ...content });
  await publishAgain(tx, [...created], set.action);
  await restore(
    tx,
    undone.filter(({ organisationId }) => organisationId !== null && !created.has(organisationId)),
  );
  if (pair) await standAgain(tx, pair, items);
  if (undone.length === items.length) await tx.changeSet.update({ where: { id }, data: { state: "undone" } });
  // The version moves for whoever has the form open; what the public sees moves only with what the public can see.
  const changed = idsOf(undone, "organisationId");
  const seen = idsOf(
    undone.filter(({ field }) => field !== RESTRICTED_FIELD),
    "organisationId",
  );
  await eachBatch(changed, (part) => tx.$executeRaw`UPDATE "Organisation" SET "version" = "version" + 1 WHERE "id" = ANY (${part}::int[])`);
  await eachBatch(seen, (part) => tx.$executeRaw`UPDATE "Organisation" SET "updatedAt" = now() WHERE "id" = ANY (${part}::int[])`);
  await tx.$executeRaw`UPDATE "Entity" SET "version" = "version" + 1, "updatedAt" = now() WHERE "id" = ANY (${idsOf(undone, "entityId")}::int[])`;
  const entities = mergesZones ? await organisationsNamedBy(tx, idsOf(undone, "entityId")) : [];
  if (seen.length > 0 || mergesOthers) await publishChange(tx, [...new Set([...seen, ...entities])], seen);
  return { ok: true, kept };
}

/**
 * Undoes an accepted change set by accepting its inverse: what it said is withdrawn, and what it withdrew is said again. A field that a
 * later change touched stays as it is; only when nothing else is left is the whole refused.
 * @param actor who undoes; the caller has asked `canEditOrganisation`
 * @param id of the change set
 * @param only the slug of the one organisation that the person has before them: a set about others too, such as an import, is then refused
 */
export async function undoChangeSet(actor: Actor, id: number, only: string | null = null): Promise<UndoResult> {
  return database().$transaction((tx) => undo(tx, actor, id, only), LIMITS);
}

/** Whether a change set archived, brought back or merged: whoever undoes it may do as much. */
export async function isOfWholeEntry(id: number): Promise<boolean> {
  return (await database().changeSet.count({ where: { id, action: { in: ["archived", "unarchived", "merged"] } } })) > 0;
}
