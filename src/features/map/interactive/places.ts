import { zoneName } from "@/components/organisation-entry";
import { HOME_COUNTRY } from "@/domain/settings";
import type { Locale } from "@/i18n/locales";
import type { CountedZone } from "@/components/territory-map/counts";

/** A zone as the interactive map needs it. Nothing else travels to the phone. */
export type InteractivePlace = {
  code: string;
  slug: string;
  name: string;
  /** A region and a country stand in the shape of this code, where the map has one; anything else is a point. */
  kind: "region" | "country" | "point";
  /** Null for a country. */
  position: { lat: number; lng: number } | null;
  /** Codes from the country down to the zone itself. */
  path: string[];
  /** How many organisations intervene there. */
  count: number;
  /** Which, as positions in the list of organisations, so that places seen together count each one once; null when they are too many to send. */
  organisations: number[] | null;
};

/** Zones with at least one organisation, and regions of the home country even with none. */
export function interactivePlaces(locale: Locale, zones: readonly CountedZone[]): InteractivePlace[] {
  return zones.flatMap((zone) => {
    if (zone.count === null) return [];
    const region = zone.level === "region" && zone.path[0] === HOME_COUNTRY;
    const kind = region ? "region" : zone.level === "country" ? "country" : "point";
    if (zone.count === 0 && kind !== "region") return [];
    if (kind === "point" && !zone.position) return [];
    // The home country is its regions: a number on the whole of it would hide theirs.
    if (zone.code === HOME_COUNTRY) return [];
    const { code, slug, path, position, count, organisations } = zone;
    return [{ code, slug, name: zoneName(locale, zone), kind, path, position: kind === "country" ? null : position, count, organisations }];
  });
}
