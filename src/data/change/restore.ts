import "server-only";
import type { Actor } from "@/domain/actor";
import { citedAs, fieldOf, FIELDS, groupOf, type FieldCode } from "@/domain/fields";
import { canonical, changedFields } from "@/domain/saying";
import type { Db } from "../client";
import { keptFields } from "../editing/kept-fields";
import { inTransaction } from "../editing/refusable";
import { seenEntries } from "../editing/seen";
import type { Statement } from "../generated/prisma/client";
import { entryNamed } from "../organisation/exists";
import { acceptChangeSet, type ChangeItem } from "./change-set";
import { DECIDED } from "./history";
import { publishChange } from "./project";
import { reservedNow } from "./reserved";
import { saidAfter, saidOf, type NewStatement } from "./statements";
import { again } from "./undo";

export type RestoreResult =
  /** `kept`: fields left as they are, for something of theirs was erased or made restricted since, or their name is another entry's now. */
  | { ok: true; changed: boolean; kept: string[] }
  /** Someone saved since the version was looked at. */
  | { ok: false; reason: "conflict" }
  | { ok: false; reason: "not_found" };

/** The field of the history that tells which version was restored. */
export const VERSION_FIELD = "version";

/** What a statement says and how it ranks, whatever its number. */
const sayingOf = (row: Statement): string => JSON.stringify(again(row));

/** Those of `left` that `right` does not hold. */
function without(left: readonly Statement[], right: readonly Statement[]): Statement[] {
  const held = new Set(right.map(sayingOf));
  return left.filter((row) => !held.has(sayingOf(row)));
}

/** What is to be withdrawn, and what is to be said again. Of what was said in one breath all is, so that it keeps its order. */
function differences(now: readonly Statement[], then: readonly Statement[]): { gone: Statement[]; come: Statement[] } {
  const breath = ({ field, position }: Statement): string => `${citedAs(field as FieldCode)} ${position}`;
  const breaths = new Set(without(then, now).map(breath));
  const gone = new Set([...without(now, then), ...now.filter((row) => breaths.has(breath(row)))]);
  return { gone: [...gone], come: then.filter((row) => breaths.has(breath(row))) };
}

/** The parts of an entry that stay as they are. */
async function partsToKeep(tx: Db, actor: Actor, organisationId: number, then: Awaited<ReturnType<typeof saidAfter>>): Promise<Set<string>> {
  const reserved = await reservedNow(tx, organisationId);
  const kept = new Set(then.filter((statement) => statement.isErased || reserved.hides(statement)).map(({ field }) => groupOf(field)));
  const name = keptFields(then, "public").name;
  // A name that goes stays as another name.
  if (name === null || (await entryNamed(tx, actor, name, organisationId)) !== null) for (const part of ["name", "alias"]) kept.add(part);
  return kept;
}

async function restore(tx: Db, actor: Actor, slug: string, changeSetId: number, version: number): Promise<RestoreResult> {
  const [entry] = await tx.$queryRaw<{ id: number; version: number }[]>`
    SELECT "id", "version" FROM "Organisation" o WHERE "slug" = ${slug} AND ${seenEntries(actor)} FOR UPDATE`;
  if (!entry) return { ok: false, reason: "not_found" };
  const organisationId = entry.id;
  const isVersion = { id: changeSetId, ...DECIDED, items: { some: { organisationId } } };
  if ((await tx.changeSet.count({ where: isVersion })) === 0) return { ok: false, reason: "not_found" };
  if (entry.version !== version) return { ok: false, reason: "conflict" };

  const then = await saidAfter(tx, organisationId, changeSetId);
  const parts = await partsToKeep(tx, actor, organisationId, then);
  // A field of a later version of the directory is left alone.
  const isRestored = ({ field }: { field: string }) => field in FIELDS && !parts.has(groupOf(field));
  const orderBy = { id: "asc" } as const;
  const rowsNow = (await tx.statement.findMany({ where: { organisationId, withdrawnById: null }, orderBy })).filter(isRestored);
  const rowsThen = (await tx.statement.findMany({ where: { id: { in: then.map(({ id }) => id) } }, orderBy })).filter(isRestored);
  const { gone, come } = differences(rowsNow, rowsThen);
  const kept = [...parts];
  if (gone.length + come.length === 0) return { ok: true, changed: false, kept };

  const said = (await saidOf(tx, [organisationId])).get(organisationId)!;
  const before = canonical(keptFields(said, "public"));
  const after = canonical(keptFields([...said.filter((one) => !isRestored(one)), ...then.filter(isRestored)], "public"));
  const changes = changedFields(before, after);
  // Where only who says it differs, the values are the same before and after.
  const told = new Set(changes.map(({ field }) => groupOf(field)));
  const others = [...new Set([...gone, ...come].map(({ field }) => groupOf(field)))].filter((part) => !told.has(part));
  const items: ChangeItem[] = [
    { organisationId, field: VERSION_FIELD, before: null, after: changeSetId, version },
    ...changes.map((change) => ({ organisationId, version, ...change })),
    ...others.map((field) => ({ organisationId, version, field, ...sameValue(field as FieldCode, after) })),
  ];
  await acceptChangeSet(
    tx,
    { author: { actor }, action: "restored" },
    { items, statements: come.map((row) => again(row) as NewStatement), withdrawn: gone.map(({ id }) => id) },
  );
  await tx.$executeRaw`UPDATE "Organisation" SET "version" = "version" + 1, "updatedAt" = now() WHERE "id" = ${organisationId}`;
  await publishChange(tx, [organisationId], [organisationId]);
  return { ok: true, changed: true, kept };
}

/** The same value before and after; a translated field has one a language, and none that stands for all. */
function sameValue(field: FieldCode, fields: Partial<Record<string, unknown>>): { before: unknown; after: unknown } {
  const value = fieldOf(field).shape === "translated" ? fields[`${field}_fr`] : fields[field];
  return { before: value, after: value };
}

/**
 * Makes an entry say again what it said after one of its changes: the same values of the same sources at the same places, on the same grounds. It is
 * a change set as others are, which can be undone. Publication, visibility, verification and restricted values stay as they are.
 * @param actor who restores; the caller has asked `canEditOrganisation`
 * @param version that the entry had when the old one was looked at
 */
export async function restoreVersion(actor: Actor, slug: string, changeSetId: number, version: number): Promise<RestoreResult> {
  return inTransaction((tx) => restore(tx, actor, slug, changeSetId, version));
}
