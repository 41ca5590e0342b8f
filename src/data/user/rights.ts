import "server-only";
import type { Actor } from "@/domain/actor";
import { referenceKey } from "@/domain/reference-line";
import type { UserRole } from "@/domain/vocabularies";
import { acceptChangeSet } from "../change/change-set";
import { database, type Db } from "../client";
import { resolveOrganisations } from "../editing/references";
import { inTransaction } from "../editing/refusable";
import { resolveZones } from "../zone/resolve";

/** What an account may do: zones and entries as they are typed, a line each. */
export type GivenRights = { role: UserRole; zones: readonly string[]; entries: readonly string[] };
export type RightsSaved =
  | { ok: true; changed: boolean }
  | { ok: false; reason: "gone" | "lastAdmin" }
  /** Lines that name no zone, and no entry that the administrator may see. */
  | { ok: false; reason: "unknown"; lines: string[] };

/** What an account may do now, by the codes of zones and the slugs of entries. */
async function rightsOf(db: Db, userId: number): Promise<{ role: UserRole; zones: string[]; entries: string[] } | null> {
  const row = await db.user.findUnique({
    where: { id: userId },
    select: { role: true, zones: { select: { zone: { select: { code: true } } } }, organisations: { select: { organisation: { select: { slug: true } } } } },
  });
  return (
    row && {
      role: row.role,
      zones: row.zones.map(({ zone }) => zone.code).sort(),
      entries: row.organisations.map(({ organisation }) => organisation.slug).sort(),
    }
  );
}

/** The same, for who manages accounts. */
export const findRights = (userId: number) => rightsOf(database(), userId);

const changed = (before: unknown, after: unknown) => JSON.stringify(before) !== JSON.stringify(after);

/**
 * Says what an account may do: its role, the zones to which an editor is limited, and the entries given to it singly. It counts from the
 * next request.
 * @param actor who says so; the caller has asked `canManageUsers`
 */
export const saveRights = (actor: Actor, userId: number, given: GivenRights): Promise<RightsSaved> =>
  inTransaction<RightsSaved>((tx) => applyRights(tx, actor, userId, given));

/** The same as a part of a transaction. */
export async function applyRights(tx: Db, actor: Actor, userId: number, given: GivenRights): Promise<RightsSaved> {
  // Two administrators who take each other's role at the same moment must not both succeed.
  const administrators = await tx.$queryRaw<{ id: number }[]>`
      select "id" from "User" where "role" = 'admin' and "disabledAt" is null order by "id" for update`;
  const before = await rightsOf(tx, userId);
  if (!before) return { ok: false, reason: "gone" };
  if (given.role !== "admin" && administrators.length === 1 && administrators[0]?.id === userId) return { ok: false, reason: "lastAdmin" };
  const [zones, entries] = await Promise.all([
    resolveZones(tx, given.zones.map(referenceKey)),
    resolveOrganisations(actor, tx, given.entries.map(referenceKey)),
  ]);
  const unknown = [...given.zones.filter((line) => !zones.get(referenceKey(line))), ...given.entries.filter((line) => !entries.get(referenceKey(line)))];
  if (unknown.length > 0) return { ok: false, reason: "unknown", lines: unknown };
  const found = { zones: [...zones.values()].flatMap((zone) => zone ?? []), entries: [...entries.values()].flatMap((entry) => entry ?? []) };
  const after = {
    role: given.role,
    zones: [...new Set(found.zones.map(({ code }) => code))].sort(),
    entries: [...new Set(found.entries.map(({ slug }) => slug))].sort(),
  };
  const items = (["role", "zones", "entries"] as const).flatMap((field) =>
    changed(before[field], after[field]) ? [{ userId, field, before: before[field], after: after[field] }] : [],
  );
  if (items.length === 0) return { ok: true, changed: false };
  await tx.user.update({
    where: { id: userId },
    data: {
      role: given.role,
      zones: { deleteMany: {}, create: [...new Set(found.zones.map(({ id }) => id))].map((zoneId) => ({ zoneId })) },
      organisations: { deleteMany: {}, create: [...new Set(found.entries.map(({ id }) => id))].map((organisationId) => ({ organisationId })) },
    },
  });
  await acceptChangeSet(tx, { author: { actor }, action: "updated" }, { items });
  return { ok: true, changed: true };
}
