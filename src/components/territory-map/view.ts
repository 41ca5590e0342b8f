import { HOME_COUNTRY } from "@/domain/settings";
import type { Locale } from "@/i18n/locales";
import { formatNumber } from "@/i18n/translator";
import { zoneName } from "../organisation-entry";
import { toneOf, type Classes } from "./classes";
import { sizeOf, type CountedZone } from "./counts";
import type { MapArea, MapPoint } from "./marks";

const isHome = (zone: CountedZone) => zone.path[0] === HOME_COUNTRY;
export const homeRegions = (zones: readonly CountedZone[]) => zones.filter((zone) => isHome(zone) && zone.level === "region");
export const places = (zones: readonly CountedZone[]) => zones.filter((zone) => zone.path.length > 1 && !(isHome(zone) && zone.level === "region"));
export const countries = (zones: readonly CountedZone[]) => zones.filter((zone) => zone.level === "country");

/** Where the mark of a zone leads, and the sentence that it says. */
export type ZoneMarks = { href: (zone: CountedZone) => string; title: (zone: CountedZone) => string };

/** Zones as territories with their numbers. */
export function zoneAreas(locale: Locale, zones: readonly CountedZone[], classes: Classes, { href, title }: ZoneMarks): MapArea[] {
  return zones.map((zone) => ({
    code: zone.code,
    name: zoneName(locale, zone),
    mark: zone.count === null ? "" : formatNumber(locale, zone.count),
    title: title(zone),
    tone: toneOf(zone.count, classes),
    href: href(zone),
    position: zone.position,
  }));
}

/** Of the discs, in pixels of the picture: without organisations, what the square root of their number adds, and what that may come to. */
const SMALLEST_RADIUS = 5;
const FULL_GROWTH = 3;
const LARGEST_GROWN = 18;

/** A place inside a region of Mali. */
const isPoint = (zone: CountedZone) => isHome(zone) && zone.path.length > 2;

/**
 * Places of Mali as discs whose surface grows with the number. A place without coordinates has
 * none. Where several places have the same point (a cercle and its seat), the widest stands for them.
 */
export function zonePoints(locale: Locale, zones: readonly CountedZone[], { href, title }: ZoneMarks): MapPoint[] {
  const shown = new Map<string, MapPoint>();
  const growth = Math.min(FULL_GROWTH, LARGEST_GROWN / Math.sqrt(Math.max(1, ...zones.filter(isPoint).map(sizeOf))));
  for (const zone of zones) {
    if (!isPoint(zone) || !zone.position || sizeOf(zone) === 0) continue;
    const key = `${zone.position.lat} ${zone.position.lng}`;
    if (shown.has(key)) continue;
    shown.set(key, {
      code: zone.code,
      name: zoneName(locale, zone),
      position: zone.position,
      mark: formatNumber(locale, sizeOf(zone)),
      title: title(zone),
      radius: Math.round(SMALLEST_RADIUS + growth * Math.sqrt(sizeOf(zone))),
      tone: 1,
      href: href(zone),
    });
  }
  return [...shown.values()];
}
