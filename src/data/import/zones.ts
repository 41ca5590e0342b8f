import { fold } from "@/domain/fold";
import { ZONE_LEVELS } from "@/domain/vocabularies";
import type { Db } from "../client";
import type { ZoneRecord } from "../sources/adapter";
import { textRows, TEXTS, writeTexts } from "../texts";
import { holds } from "./stored";

/**
 * Writes the zone tree, from the widest level down, and every way its names are written.
 * Zones and names that no source gives stay: an editor may use them. A place that staff added stays inside its zone, wherever that lies now.
 *
 * @returns the ids by code, the zones written, and how many names were added
 */
export async function writeZones(db: Db, zones: readonly ZoneRecord[]): Promise<{ ids: Map<string, number>; changed: number[]; names: number }> {
  const stored = new Map((await db.zone.findMany({ include: { texts: TEXTS } })).map((row) => [row.code, row]));
  const ids = new Map([...stored].map(([code, { id }]) => [code, id]));
  const paths = new Map([...stored].map(([code, { path }]) => [code, path]));
  const texts = new Map(zones.map(({ code, note }) => [code, textRows({ note })]));
  const changed: { id: number; code: string }[] = [];

  for (const level of ZONE_LEVELS) {
    const added = [];
    for (const { parent, ...given } of zones.filter((zone) => zone.level === level)) {
      const { code, slug, name, lat, lng, coordinatesSource, pcode = null, pcodeSource = null } = given;
      const path = `${parent === null ? "" : paths.get(parent)!}${code}/`;
      paths.set(code, path);
      const placed = { lat, lng, coordinatesSource, pcode, pcodeSource };
      const data = { code, slug, name, level, ...placed, parentId: parent === null ? null : ids.get(parent)!, path };
      const existing = stored.get(code);
      if (!existing) added.push(data);
      else if (!holds(existing, { ...data, texts: texts.get(code) })) {
        await db.zone.update({ where: { id: existing.id }, data });
        changed.push(existing);
      }
    }
    for (const zone of await db.zone.createManyAndReturn({ data: added, select: { id: true, code: true } })) {
      ids.set(zone.code, zone.id);
      changed.push(zone);
    }
  }
  await moveAlong(db, paths);
  const written = changed.map(({ id, code }) => ({ id, texts: texts.get(code)! }));
  await writeTexts(db, "zoneId", written);

  const names = zones.flatMap(({ code, name, otherNames }) =>
    [...new Set([name, ...otherNames])].map((other) => ({ zoneId: ids.get(code)!, name: other, key: fold(other) })),
  );
  const { count } = await db.zoneName.createMany({ data: names, skipDuplicates: true });
  return { ids, changed: changed.map(({ id }) => id), names: count };
}

/** Brings the paths of the places that staff added up to those of the zones around them. @param paths by code, as they are now */
async function moveAlong(db: Db, paths: Map<string, string>): Promise<void> {
  const added = await db.zone.findMany({
    where: { local: true },
    select: { id: true, code: true, path: true, level: true, parent: { select: { code: true } } },
  });
  for (const level of ZONE_LEVELS) {
    for (const zone of added.filter((one) => one.level === level)) {
      const path = `${paths.get(zone.parent!.code)!}${zone.code}/`;
      paths.set(zone.code, path);
      if (path !== zone.path) await db.zone.update({ where: { id: zone.id }, data: { path } });
    }
  }
}
