import type { PlacedZone } from "@/data/zone/tree";

/**
 * A zone with the organisations that intervene in it or inside it, as positions in the list of
 * organisations; null when the reader asked for other zones, so that nobody counted here.
 */
export type CountedZone = PlacedZone & { organisations: number[] | null };

/**
 * Counts organisations by zone. An organisation counts once in a zone, however many places inside
 * it are listed; one that is listed for a region is not thereby in the places of that region.
 *
 * @param zones the whole tree
 * @param organisations each with its own zones
 * @param asked codes of the zones of the filter; empty for all
 */
export function countZones(
  zones: readonly PlacedZone[],
  organisations: readonly { zones: readonly { code: string }[] }[],
  asked: ReadonlySet<string>,
): CountedZone[] {
  const pathOf = new Map(zones.map(({ code, path }) => [code, path]));
  const found = new Map<string, number[]>(zones.map(({ code }) => [code, []]));
  organisations.forEach((organisation, index) => {
    const covering = new Set(organisation.zones.flatMap(({ code }) => pathOf.get(code) ?? []));
    for (const code of covering) found.get(code)?.push(index);
  });
  const counted = (zone: PlacedZone) => asked.size === 0 || zone.path.some((code) => asked.has(code));
  return zones.map((zone) => ({ ...zone, organisations: counted(zone) ? (found.get(zone.code) ?? []) : null }));
}

/** The number of a zone, 0 when it was not counted. */
export const sizeOf = (zone: CountedZone): number => zone.organisations?.length ?? 0;
