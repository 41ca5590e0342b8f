import "server-only";
import { MERGED_INTO_FIELD } from "@/domain/change";
import type { ChangeItem } from "../change/change-set";
import type { Db } from "../client";

/** Lets the terms that a change set merged stand by themselves again. @returns what the inverse set tells of it */
export async function unmergeTerms(tx: Db, changeSetId: number): Promise<ChangeItem[]> {
  const items = await tx.changeItem.findMany({ where: { changeSetId, termId: { not: null }, field: MERGED_INTO_FIELD } });
  for (const { termId } of items) await tx.localTerm.update({ where: { id: termId! }, data: { mergedInto: null, wasPublic: false } });
  return items.map(({ termId, field, before, after }) => ({ termId: termId!, field, before: after, after: before }));
}
