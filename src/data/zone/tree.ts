import "server-only";
import type { ZoneLevel } from "@/domain/vocabularies";
import { atRevision } from "../at-revision";
import type { Db } from "../client";
import { read } from "../read";

/** A zone with its place in the tree and on the earth. */
export type PlacedZone = {
  code: string;
  slug: string;
  name: string;
  level: ZoneLevel;
  /** Codes from the country down to the zone itself. */
  path: string[];
  /** WGS 84 degrees; null when nobody recorded where it lies. */
  position: { lat: number; lng: number } | null;
};

/** Every zone, each after the zone that contains it. */
export const zoneTree: () => Promise<readonly PlacedZone[]> = atRevision(() => read(readTree));

async function readTree(db: Db): Promise<PlacedZone[]> {
  const rows = await db.zone.findMany({
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
