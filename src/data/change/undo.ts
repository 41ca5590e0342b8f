import "server-only";
import type { Actor } from "@/domain/actor";
import { RESTRICTED_FIELD, type ChangeAction, type ChangeState } from "@/domain/change";
import { groupOf } from "@/domain/fields";
import type { Visibility } from "@/domain/vocabularies";
import { database, type Db } from "../client";
import { databaseTime } from "../clock";
import { seenBy } from "../editing/seen";
import type { RestrictedStatement, Statement } from "../generated/prisma/client";
import { entryNamed } from "../organisation/exists";
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

type Item = { organisationId: number; field: string | null; before: unknown; after: unknown };
type Found = { id: number; state: ChangeState; action: ChangeAction };

const NEVER_UNDONE: readonly ChangeAction[] = ["reverted", "erased"];

/** A part of a set that stands or falls as one: of one organisation, a field with what belongs to it. */
const partOf = (organisationId: number, field: string | null): string => `${organisationId} ${field === null ? "" : groupOf(field)}`;

/** The parts that a later accepted set touched; a former name is one of them when another entry has it now. */
async function touchedSince(tx: Db, id: number, items: readonly Item[]): Promise<Set<string>> {
  const later = await tx.changeItem.findMany({
    where: { organisationId: { in: items.map(({ organisationId }) => organisationId) }, changeSetId: { gt: id }, changeSet: { state: "accepted" } },
    select: { organisationId: true, field: true },
  });
  const touched = new Set(later.map((item) => partOf(item.organisationId!, item.field)));
  for (const { organisationId, field, before } of items) {
    if (field !== "name" || typeof before !== "string") continue;
    if ((await entryNamed(tx, before, organisationId)) === null) continue;
    // A name that goes stays as another name.
    for (const name of ["name", "alias"]) touched.add(partOf(organisationId, name));
  }
  return touched;
}

const OWN: readonly string[] = ["id", "madeById", "withdrawnById"];

/** A withdrawn statement, to be said again as it was. */
export function again(row: Statement | RestrictedStatement): unknown {
  const day = (value: Date | null) => value?.toISOString().slice(0, 10) ?? null;
  const said = { ...row, saidOn: day(row.saidOn), date: day(row.date) };
  return Object.fromEntries(Object.entries(said).filter(([column, value]) => value !== null && !OWN.includes(column)));
}

/** What the inverse says and withdraws, of the parts that may be undone. */
async function inverse(tx: Db, id: number, undone: (organisationId: number | null, field: string) => boolean) {
  const made = await tx.statement.findMany({ where: { madeById: id, withdrawnById: null, organisationId: { not: null } } });
  const withdrawn = await tx.statement.findMany({ where: { withdrawnById: id, erasedById: null, organisationId: { not: null } }, orderBy: { id: "asc" } });
  const hidden = await tx.restrictedStatement.findMany({ where: { erasedById: null, OR: [{ madeById: id, withdrawnById: null }, { withdrawnById: id }] } });
  const ofHidden = hidden.filter(({ organisationId }) => undone(organisationId, RESTRICTED_FIELD));
  const may = (row: Statement) => undone(row.organisationId, row.field);
  return {
    statements: withdrawn.filter(may).map((row) => again(row) as NewStatement),
    withdrawn: made.filter(may).map((row) => row.id),
    restricted: ofHidden.filter((row) => row.withdrawnById === id).map((row) => again(row) as NewRestrictedStatement),
    restrictedWithdrawn: ofHidden.filter((row) => row.withdrawnById === null).map((row) => row.id),
  };
}

/** An entry that the set created, imported or published is no longer shown; one that it hid is shown again. */
const publishAgain = async (tx: Db, id: number, published: boolean) =>
  tx.organisation.update({ where: { id }, data: { publishedAt: published ? await databaseTime(tx) : null } });

/** Puts back what is no statement. */
async function restore(tx: Db, { organisationId: id, field, before }: Item): Promise<void> {
  if (field === "visibility") await tx.organisation.update({ where: { id }, data: { visibility: (before ?? "consortium") as Visibility } });
  if (field === "verified_at") await tx.organisation.update({ where: { id }, data: { verifiedAt: typeof before === "string" ? new Date(before) : null } });
}

/** Whether the set is about an entry that this person may not see, or has such a restricted value in it. */
async function touchesUnseen(tx: Db, actor: Actor, id: number, organisationIds: number[]): Promise<boolean> {
  const [entries, values] = await Promise.all([
    tx.organisation.count({ where: { id: { in: organisationIds }, NOT: seenBy(actor) } }),
    tx.restrictedStatement.count({ where: { OR: [{ madeById: id }, { withdrawnById: id }], NOT: seenBy(actor) } }),
  ]);
  return entries + values > 0;
}

async function undo(tx: Db, actor: Actor, id: number, only: string | null): Promise<UndoResult> {
  const [set] = await tx.$queryRaw<Found[]>`select "id", "state", "action" from "ChangeSet" where "id" = ${id} for update`;
  const items = (await tx.changeItem.findMany({ where: { changeSetId: id, organisationId: { not: null } }, orderBy: { id: "asc" } })) as Item[];
  const ids = [...new Set(items.map(({ organisationId }) => organisationId))];
  const elsewhere = only !== null && (await tx.organisation.count({ where: { id: { in: ids }, slug: { not: only } } })) > 0;
  if (elsewhere) return { ok: false, reason: "not_undoable" };
  if (!set || set.state !== "accepted" || NEVER_UNDONE.includes(set.action) || items.length === 0) return { ok: false, reason: "not_undoable" };
  if (await touchesUnseen(tx, actor, id, ids)) return { ok: false, reason: "not_undoable" };
  await tx.$queryRaw`select "id" from "Organisation" where "id" = any (${ids}::int[]) order by "id" for update`;
  const later = await touchedSince(tx, id, items);
  const stands = ({ organisationId, field }: Item) => later.has(partOf(organisationId, field));
  const kept = items.filter(stands).flatMap(({ field }) => field ?? []);
  const undone = items.filter((item) => !stands(item));
  if (undone.length === 0) return { ok: false, reason: "later_changes", kept };

  // A new entry keeps what was said of it: it is no longer shown, and can be published again.
  const created = new Set(undone.flatMap(({ organisationId, field }) => (set.action === "created" || field === null ? organisationId : [])));
  const parts = new Set(undone.filter(({ organisationId }) => !created.has(organisationId)).map(({ organisationId, field }) => partOf(organisationId, field)));
  const content = await inverse(tx, id, (organisationId, field) => organisationId !== null && parts.has(partOf(organisationId, field)));
  const swapped = undone.map(({ organisationId, field, before, after }): ChangeItem => ({ organisationId, field, before: after, after: before }));
  await acceptChangeSet(tx, { author: { actor }, action: "reverted", undoes: id }, { items: swapped, ...content });
  for (const organisationId of created) await publishAgain(tx, organisationId, set.action === "unpublished");
  for (const item of undone) if (!created.has(item.organisationId)) await restore(tx, item);
  if (kept.length === 0) await tx.changeSet.update({ where: { id }, data: { state: "undone" } });
  // The version moves for whoever has the form open; what the public sees moves only with what the public can see.
  const changed = [...new Set(undone.map(({ organisationId }) => organisationId))];
  const seen = [...new Set(undone.flatMap(({ organisationId, field }) => (field === RESTRICTED_FIELD ? [] : organisationId)))];
  await tx.$executeRaw`
    update "Organisation" set "version" = "version" + 1, "updatedAt" = case when "id" = any (${seen}::int[]) then now() else "updatedAt" end
    where "id" = any (${changed}::int[])`;
  if (seen.length > 0) await publishChange(tx, seen, seen);
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
  return database().$transaction((tx) => undo(tx, actor, id, only));
}
