import "server-only";
import type { PlacedZone } from "@/domain/published/zone";
import type { Db } from "../client";
import { presentRevision, read } from "../read";

/** The tree at a revision of the directory: zones change only with one. */
let kept: { revision: bigint; tree: Promise<readonly PlacedZone[]> } | null = null;

/** Every zone, each after the zone that contains it. */
export async function zoneTree(): Promise<readonly PlacedZone[]> {
  const revision = await presentRevision();
  // While the primary is away nobody knows how long a tree stays true.
  if (revision === null) return read(readTree);
  if (kept?.revision !== revision) {
    const tree = read(readTree);
    kept = { revision, tree };
    tree.catch(() => (kept = null));
  }
  return kept.tree;
}

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
