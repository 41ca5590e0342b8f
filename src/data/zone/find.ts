import "server-only";
import type { ZoneRecord } from "@/domain/published/zone";
import { read } from "../read";
import { textOf, TEXTS } from "../texts";

/**
 * What is known of a zone beside its place in the tree.
 * @param key its code or its slug, in any case
 */
export function findZone(key: string): Promise<ZoneRecord | null> {
  return read(async (db) => {
    const row = await db.zone.findFirst({
      where: { OR: [{ code: { in: [key, key.toUpperCase()] } }, { slug: key.toLowerCase() }] },
      select: {
        code: true,
        slug: true,
        name: true,
        level: true,
        coordinatesSource: true,
        texts: TEXTS,
        names: { select: { name: true }, orderBy: { name: "asc" } },
      },
    });
    if (!row) return null;
    return {
      code: row.code,
      slug: row.slug,
      name: row.name,
      level: row.level,
      otherNames: row.names.map(({ name }) => name).filter((name) => name !== row.name),
      coordinatesSource: row.coordinatesSource,
      note: textOf(row.texts, "note"),
    };
  });
}
