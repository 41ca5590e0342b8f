import { fold } from "@/domain/fold";
import { ZONE_LEVELS } from "@/domain/vocabularies";
import type { Db } from "../client";
import type { ZoneRecord } from "../sources/adapter";

/**
 * Writes the zone tree, from the widest level down, and every way its names are written.
 * Zones and names that no source gives stay: an editor may use them.
 *
 * @returns the ids by code, the zones written, and how many names were added
 */
export async function writeZones(db: Db, zones: readonly ZoneRecord[]): Promise<{ ids: Map<string, number>; changed: number[]; names: number }> {
  const stored = new Map((await db.zone.findMany({ include: { names: true } })).map((row) => [row.code, row]));
  const ids = new Map([...stored].map(([code, { id }]) => [code, id]));
  const paths = new Map([...stored].map(([code, { path }]) => [code, path]));
  const changed: number[] = [];

  for (const level of ZONE_LEVELS) {
    const added = [];
    for (const { parent, ...given } of zones.filter((zone) => zone.level === level)) {
      const { code, slug, name, lat, lng, coordinatesSource, noteFr, noteEn } = given;
      const path = `${parent === null ? "" : paths.get(parent)!}${code}/`;
      paths.set(code, path);
      const data = { code, slug, name, level, lat, lng, coordinatesSource, noteFr, noteEn, parentId: parent === null ? null : ids.get(parent)!, path };
      const existing = stored.get(code);
      if (!existing) added.push(data);
      else if (Object.entries(data).some(([column, value]) => existing[column as keyof typeof data] !== value)) {
        await db.zone.update({ where: { id: existing.id }, data });
        changed.push(existing.id);
      }
    }
    for (const { id, code } of await db.zone.createManyAndReturn({ data: added, select: { id: true, code: true } })) {
      ids.set(code, id);
      changed.push(id);
    }
  }

  const names = zones.flatMap(({ code, name, otherNames }) => {
    const known = new Set(stored.get(code)?.names.map((row) => row.name));
    return [...new Set([name, ...otherNames])].filter((other) => !known.has(other)).map((other) => ({ zoneId: ids.get(code)!, name: other, key: fold(other) }));
  });
  await db.zoneName.createMany({ data: names });
  return { ids, changed, names: names.length };
}
