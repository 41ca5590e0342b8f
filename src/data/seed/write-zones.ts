import { fold } from "@/domain/fold";
import { ZONE_LEVELS } from "@/domain/vocabularies";
import type { Db } from "../client";
import type { SeedRows } from "./tables";

/**
 * Writes the zone tree, from the widest level down, and every way its names are written.
 * Zones and names that are not in the files stay: an editor may use them.
 *
 * @returns the ids by code, and the number of rows changed
 */
export async function writeZones(db: Db, zones: SeedRows["zones"]): Promise<{ ids: Map<string, number>; changes: number }> {
  const stored = new Map((await db.zone.findMany({ include: { names: true } })).map((row) => [row.code, row]));
  const ids = new Map([...stored].map(([code, { id }]) => [code, id]));
  const paths = new Map<string, string>();
  let changes = 0;

  for (const level of ZONE_LEVELS) {
    const added = [];
    for (const row of zones.filter((zone) => zone.level === level)) {
      const path = `${row.parent === null ? "" : paths.get(row.parent)!}${row.code}/`;
      paths.set(row.code, path);
      const data = {
        code: row.code,
        slug: row.slug,
        name: row.name,
        level: row.level,
        parentId: row.parent === null ? null : ids.get(row.parent)!,
        path,
        lat: row.lat,
        lng: row.lon,
        coordinatesSource: row.coordinates_source,
        noteFr: row.note_fr,
        noteEn: row.note_en,
      };
      const existing = stored.get(row.code);
      if (!existing) added.push(data);
      else if (Object.entries(data).some(([column, value]) => existing[column as keyof typeof data] !== value)) {
        await db.zone.update({ where: { id: existing.id }, data });
        changes += 1;
      }
    }
    for (const { id, code } of await db.zone.createManyAndReturn({ data: added, select: { id: true, code: true } })) ids.set(code, id);
    changes += added.length;
  }

  const names = zones.flatMap((row) => {
    const known = new Set(stored.get(row.code)?.names.map(({ name }) => name));
    return [...new Set([row.name, ...row.aliases])].filter((name) => !known.has(name)).map((name) => ({ zoneId: ids.get(row.code)!, name, key: fold(name) }));
  });
  await db.zoneName.createMany({ data: names });
  return { ids, changes: changes + names.length };
}
