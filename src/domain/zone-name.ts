import { fold } from "./fold";
import { ZONE_LEVELS, type ZoneLevel } from "./vocabularies";

/** A zone by everything that names it; `keys` are the folded forms of its names in the documents. */
export type NamedZone = { id: number; code: string; slug: string; level: ZoneLevel; keys: readonly string[] };

/**
 * The zone that a value means: a code, a slug, or a name as documents write it. A name that several
 * zones share means the widest: "kayes" is the region, its cercle is "kayes-cercle".
 */
export function zoneNamed<Z extends NamedZone>(zones: readonly Z[], value: string): Z | null {
  const lowered = value.toLowerCase();
  const key = fold(value);
  const widest = (found: Z[]): Z | undefined => found.sort((a, b) => ZONE_LEVELS.indexOf(a.level) - ZONE_LEVELS.indexOf(b.level) || a.id - b.id)[0];
  return (
    zones.find((zone) => zone.code.toLowerCase() === lowered) ??
    zones.find((zone) => zone.slug === lowered) ??
    (key === "" ? null : widest(zones.filter((zone) => zone.keys.includes(key)))) ??
    null
  );
}
