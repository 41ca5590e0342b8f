import "server-only";
import { fold } from "@/domain/fold";
import { zoneNamed } from "@/domain/zone-name";
import type { Db } from "../client";

/**
 * Finds zones by code, slug or any name that the documents give them, accents or not. A name that
 * several zones share means the widest: "kayes" is the region, its cercle is "kayes-cercle". A place that was merged means the one that took its place.
 *
 * @returns for each typed value its zone, or null when there is none
 */
export async function resolveZones(db: Db, values: readonly string[]): Promise<Map<string, { id: number; code: string } | null>> {
  if (values.length === 0) return new Map();
  const keys = [...new Set(values.map(fold))].filter((key) => key !== "");
  const lowered = values.map((value) => value.toLowerCase());
  const rows = await db.zone.findMany({
    where: {
      removedAt: null,
      OR: [{ code: { in: [...values.map((value) => value.toUpperCase()), ...values] } }, { slug: { in: lowered } }, { names: { some: { key: { in: keys } } } }],
    },
    select: { id: true, code: true, slug: true, level: true, names: { select: { key: true } }, mergedInto: { select: { id: true, code: true } } },
  });
  const zones = rows.map(({ names, ...zone }) => ({ ...zone, keys: names.map(({ key }) => key) }));
  return new Map(
    values.map((value) => {
      const found = zoneNamed(zones, value);
      const meant = found?.mergedInto ?? found;
      return [value, meant && { id: meant.id, code: meant.code }];
    }),
  );
}
