import type { PlacedZone } from "@/domain/published/zone";

/** A zone with the organisations that intervene in it or inside it. */
export type CountedZone = PlacedZone & {
  /** How many; null when the reader asked for other zones, so that nobody counted here. */
  count: number | null;
  /** Which, as positions in the list of organisations, so that places seen together count each one once; null when they are too many to send. */
  organisations: number[] | null;
};

/**
 * Sets on each zone its number of organisations.
 * @param zones the whole tree
 * @param counts by code, as the search counted them; a zone that it does not know has none
 * @param asked codes of the zones of the filter; null without one
 */
export function countZones(zones: readonly PlacedZone[], counts: ReadonlyMap<string, number>, asked: readonly string[] | null): CountedZone[] {
  const inside = new Set(asked);
  const isCounted = (zone: PlacedZone) => asked === null || zone.path.some((code) => inside.has(code));
  return zones.map((zone) => ({ ...zone, count: isCounted(zone) ? (counts.get(zone.code) ?? 0) : null, organisations: null }));
}

/**
 * Adds which organisations they are. One counts once in a zone, however many places inside it are
 * listed; one that is listed for a region is not thereby in the places of that region.
 * @param organisations all that was found, each with its own zones
 */
export function withPositions(zones: readonly CountedZone[], organisations: readonly { zones: readonly { code: string }[] }[]): CountedZone[] {
  const pathOf = new Map(zones.map(({ code, path }) => [code, path]));
  const found = new Map<string, number[]>(zones.map(({ code }) => [code, []]));
  organisations.forEach((organisation, position) => {
    const covering = new Set(organisation.zones.flatMap(({ code }) => pathOf.get(code) ?? []));
    for (const code of covering) found.get(code)?.push(position);
  });
  return zones.map((zone) => ({ ...zone, organisations: zone.count === null ? null : (found.get(zone.code) ?? []) }));
}

/** The number of a zone, 0 when it was not counted. */
export const sizeOf = (zone: CountedZone): number => zone.count ?? 0;
