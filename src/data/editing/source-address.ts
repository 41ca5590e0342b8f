import "server-only";
import type { Actor } from "@/domain/actor";
import { acceptChangeSet } from "../change/change-set";
import { publishEverythingElse } from "../change/project";
import { database, type Db } from "../client";

/** A document, where it can be read, and who of staff last said so. */
export type EditableSource = { slug: string; title: string; language: string; url: string | null; changed: { who: string; at: Date } | null };

const URL_FIELD = "url";
const byStaff = { field: URL_FIELD, changeSet: { state: "accepted", actorId: { not: null } } } as const;

/** The documents whose address staff may set: all but that of staff's own corrections. */
export async function editableSources(_actor: Actor, db: Db = database()): Promise<EditableSource[]> {
  const rows = await db.source.findMany({
    where: { kind: { not: "correction" } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      ...{ slug: true, title: true, language: true, url: true },
      changeItems: { where: byStaff, orderBy: { id: "desc" }, take: 1, select: { changeSet: { select: { actorName: true, at: true } } } },
    },
  });
  return rows.map(({ changeItems: [last], ...source }) => ({ ...source, changed: last ? { who: last.changeSet.actorName, at: last.changeSet.at } : null }));
}

/** The sources whose address staff has set: an import leaves it. */
export async function sourcesAddressedByStaff(db: Db): Promise<ReadonlySet<number>> {
  const items = await db.changeItem.findMany({ where: { ...byStaff, sourceId: { not: null } }, select: { sourceId: true } });
  return new Set(items.map(({ sourceId }) => sourceId!));
}

/**
 * Says where a document can be read, as one accepted change set.
 * @param actor who says so; the caller has asked `canEditSource`
 * @returns whether that is something new; null when there is no such document
 */
export async function saveSourceAddress(actor: Actor, slug: string, url: string | null): Promise<boolean | null> {
  return database().$transaction(async (tx) => {
    const [source] = await tx.$queryRaw<{ id: number; url: string | null }[]>`
      SELECT "id", "url" FROM "Source" WHERE "slug" = ${slug} AND "kind" <> 'correction' FOR UPDATE`;
    if (!source) return null;
    if (source.url === url) return false;
    await acceptChangeSet(tx, { author: { actor }, action: "updated" }, { items: [{ sourceId: source.id, field: URL_FIELD, before: source.url, after: url }] });
    await tx.source.update({ where: { id: source.id }, data: { url } });
    await publishEverythingElse(tx);
    return true;
  });
}
