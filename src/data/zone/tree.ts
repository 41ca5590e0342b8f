import "server-only";
import type { PlacedZone } from "@/domain/published/zone";
import { besideEntries } from "../at-revision";
import type { Db } from "../client";
import { read } from "../read";
import { STANDING } from "./standing";

/** Every zone that can be said now, each after the zone that contains it. */
export const zoneTree: () => Promise<readonly PlacedZone[]> = besideEntries(() => read(readTree));

/** The same by code, and by the code of the zone that contains them. */
export const zonePlaces = besideEntries(async () => {
  const zones = await zoneTree();
  const inside = new Map<string, PlacedZone[]>();
  for (const zone of zones) {
    const around = zone.path.at(-2) ?? "";
    inside.set(around, [...(inside.get(around) ?? []), zone]);
  }
  return { byCode: new Map(zones.map((zone) => [zone.code, zone])), inside: (code: string): readonly PlacedZone[] => inside.get(code) ?? [] };
});

async function readTree(db: Db): Promise<PlacedZone[]> {
  const rows = await db.zone.findMany({
    where: STANDING,
    orderBy: { id: "asc" },
    select: { code: true, slug: true, name: true, level: true, path: true, lat: true, lng: true },
  });
  return rows
    .map(({ lat, lng, path, ...zone }) => ({
      ...zone,
      path: path.split("/").filter((code) => code !== ""),
      position: lat === null || lng === null ? null : { lat, lng },
    }))
    .sort((a, b) => a.path.length - b.path.length);
}
