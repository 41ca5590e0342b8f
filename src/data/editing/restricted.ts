import "server-only";
import { z } from "zod";
import type { Actor } from "@/domain/actor";
import type { RestrictedInput } from "@/domain/organisation-input";
import type { Db } from "../client";

export type RestrictedEntry = RestrictedInput & { id: number };

/** A JSON column is parsed like any other border; a value of another shape is shown as it stands, for staff to tidy. */
const payload = z.union([z.object({ text: z.string() }).transform(({ text }) => text), z.unknown().transform((value) => JSON.stringify(value))]);

/** The values that do not leave the consortium, for staff only: the actor is the proof. */
export async function restrictedValuesOf(_actor: Actor, db: Db, organisationId: number): Promise<RestrictedEntry[]> {
  const rows = await db.restrictedValue.findMany({ where: { organisationId }, orderBy: { id: "asc" } });
  return rows.map((row) => ({
    id: row.id,
    field: row.field as RestrictedInput["field"],
    text: payload.parse(row.payload),
    visibility: row.visibility as RestrictedInput["visibility"],
  }));
}

/**
 * Makes the restricted values those of the input: missing ones are removed. A number that is not
 * of this organisation counts as a new value, never as another's.
 * @returns whether anything changed; what changed is nobody's business but this table's
 */
export async function writeRestrictedValues(actor: Actor, tx: Db, organisationId: number, given: readonly RestrictedInput[]): Promise<boolean> {
  const kept = await restrictedValuesOf(actor, tx, organisationId);
  let changed = false;
  const gone = kept.filter(({ id }) => !given.some((value) => value.id === id)).map(({ id }) => id);
  if (gone.length > 0) {
    await tx.restrictedValue.deleteMany({ where: { id: { in: gone }, organisationId } });
    changed = true;
  }
  for (const { id, field, text, visibility } of given) {
    const before = kept.find((value) => value.id === id);
    if (before && before.field === field && before.text === text && before.visibility === visibility) continue;
    const data = { field, payload: { text }, visibility };
    if (before) await tx.restrictedValue.update({ where: { id: before.id }, data });
    else await tx.restrictedValue.create({ data: { ...data, organisationId, createdById: actor.id } });
    changed = true;
  }
  return changed;
}
