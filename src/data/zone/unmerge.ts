import "server-only";
import { MERGED_INTO_FIELD } from "@/domain/change";
import type { ChangeItem } from "../change/change-set";
import type { Db } from "../client";

/** Lets the places that a change set merged stand by themselves again, or for what they stood for. @returns what the inverse set tells of it */
export async function unmergeZones(tx: Db, changeSetId: number): Promise<ChangeItem[]> {
  const items = await tx.changeItem.findMany({ where: { changeSetId, zoneId: { not: null }, field: MERGED_INTO_FIELD }, orderBy: { id: "asc" } });
  for (const { zoneId, before } of items) {
    const former = before === null ? null : await tx.zone.findUniqueOrThrow({ where: { slug: String(before) }, select: { id: true } });
    await tx.zone.update({ where: { id: zoneId! }, data: { mergedIntoId: former?.id ?? null } });
  }
  return items.map(({ zoneId, field, before, after }) => ({ zoneId: zoneId!, field, before: after, after: before }));
}
