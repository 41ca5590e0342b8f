import "server-only";
import type { Actor } from "@/domain/actor";
import { NAME_FIELD } from "@/domain/change";
import { fold } from "@/domain/fold";
import { acceptChangeSet } from "../change/change-set";
import { publishChange } from "../change/project";
import type { Db } from "../client";
import { inTransaction } from "../editing/refusable";
import { hold } from "../locks";
import { cleanName, nameProblem } from "./name";
import { STANDING } from "./standing";

/** `gone`: staff added no such place, or it was merged or removed; `in_use`: something is said of it or lies in it. */
export type PlaceResult = { ok: true; changed: boolean } | { ok: false; reason: "required" | "too_long" | "taken" } | { ok: false; reason: "gone" | "in_use" };

/** The place that staff added at an address, held until the transaction ends. */
export async function findPlace(tx: Db, slug: string) {
  await tx.$queryRaw`SELECT "id" FROM "Zone" WHERE "slug" = ${slug} FOR NO KEY UPDATE`;
  return tx.zone.findFirst({ where: { slug, local: true, ...STANDING } });
}

/**
 * Whether something holds a place beside the statements that name it: a zone inside it, a figure or another value that is said of it, a restricted
 * value that names it, or an account that is limited to it.
 */
export async function isHeld(tx: Db, id: number): Promise<boolean> {
  const [inside, said, hidden, editors] = await Promise.all([
    tx.zone.count({ where: { ...STANDING, parentId: id } }),
    tx.statement.count({ where: { zoneId: id, withdrawnById: null } }),
    tx.restrictedStatement.count({ where: { valueZoneId: id, withdrawnById: null } }),
    tx.userZone.count({ where: { zoneId: id } }),
  ]);
  return inside + said + hidden + editors > 0;
}

/** Calls a place of staff otherwise. Its code and its address stay, and its former name still finds it. */
export function renameZone(actor: Actor, slug: string, typed: string): Promise<PlaceResult> {
  return inTransaction<PlaceResult>(async (tx) => {
    await hold(tx, "vocabularies");
    const place = await findPlace(tx, slug);
    if (!place) return { ok: false, reason: "gone" };
    const name = cleanName(typed);
    const wrong = await nameProblem(tx, name, place.parentId, place.id);
    if (wrong) return { ok: false, reason: wrong };
    if (name === place.name) return { ok: true, changed: false };
    await tx.zone.update({ where: { id: place.id }, data: { name } });
    await tx.zoneName.createMany({ data: { zoneId: place.id, name, key: fold(name) }, skipDuplicates: true });
    const items = [{ zoneId: place.id, field: NAME_FIELD, before: place.name, after: name }];
    await acceptChangeSet(tx, { author: { actor }, action: "updated" }, { items });
    await publishChange(tx, [], []);
    return { ok: true, changed: true };
  });
}

/** Takes a place of staff that nothing names out of the choices. The history still tells of it. */
export function removeZone(actor: Actor, slug: string): Promise<PlaceResult> {
  return inTransaction<PlaceResult>(async (tx) => {
    await hold(tx, "vocabularies");
    const place = await findPlace(tx, slug);
    if (!place) return { ok: false, reason: "gone" };
    const named = await tx.statement.count({ where: { valueZoneId: place.id, withdrawnById: null } });
    const merged = await tx.zone.count({ where: { mergedIntoId: place.id } });
    if (named + merged > 0 || (await isHeld(tx, place.id))) return { ok: false, reason: "in_use" };
    await tx.$executeRaw`UPDATE "Zone" SET "removedAt" = clock_timestamp() WHERE "id" = ${place.id}`;
    await acceptChangeSet(tx, { author: { actor }, action: "archived" }, { items: [{ zoneId: place.id, field: null }] });
    await publishChange(tx, [], []);
    return { ok: true, changed: true };
  });
}
