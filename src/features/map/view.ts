import { zoneName } from "@/components/organisation-entry";
import type { MapArea, MapPoint } from "@/components/territory-map/marks";
import { HOME_COUNTRY } from "@/domain/settings";
import { directorySearch, type DirectoryQuery } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";
import { toneOf, type Classes } from "./classes";
import { sizeOf, type CountedZone } from "./counts";
import { behindZero, type LeftOut } from "./zero";

const isHome = (zone: CountedZone) => zone.path[0] === HOME_COUNTRY;
export const homeRegions = (zones: readonly CountedZone[]) => zones.filter((zone) => isHome(zone) && zone.level === "region");
export const places = (zones: readonly CountedZone[]) => zones.filter((zone) => zone.path.length > 1 && !(isHome(zone) && zone.level === "region"));
export const countries = (zones: readonly CountedZone[]) => zones.filter((zone) => zone.level === "country");

/** The list under the same filters, for one zone. */
export function zoneListPath(locale: Locale, query: DirectoryQuery, slug: string): string {
  const groups = { ...query.groups, zone: [slug] };
  return localPath(locale, `/organisations${directorySearch(query, { groups, page: 1 })}`);
}

/** The page of a zone under the same filters. */
export function zonePagePath(locale: Locale, query: DirectoryQuery, slug: string): string {
  const groups = { ...query.groups };
  delete groups.zone;
  return localPath(locale, `/zones/${slug}${directorySearch(query, { groups, page: 1 })}`);
}

/** What is said of a zone in one sentence; of a zero, also what may be behind it. */
export function zoneTitle(locale: Locale, zone: CountedZone, leftOut?: LeftOut): string {
  const t = translator(locale, "map");
  const name = zoneName(locale, zone);
  const reasons = leftOut ? behindZero(locale, zone, leftOut) : [];
  if (reasons.length > 0) return t("zeroTitle", { name, reasons: reasons.join(" · ") });
  return zone.count === null ? t("outsideTitle", { name }) : t("areaTitle", { name, count: sizeOf(zone) });
}

function areaOf(locale: Locale, query: DirectoryQuery, zone: CountedZone, classes: Classes, leftOut?: LeftOut): MapArea {
  return {
    code: zone.code,
    name: zoneName(locale, zone),
    mark: zone.count === null ? "" : formatNumber(locale, zone.count),
    title: zoneTitle(locale, zone, leftOut),
    tone: toneOf(zone.count, classes),
    href: zonePagePath(locale, query, zone.slug),
    position: zone.position,
  };
}

/** The regions of Mali. */
export function regionAreas(locale: Locale, query: DirectoryQuery, zones: readonly CountedZone[], classes: Classes, leftOut: LeftOut): MapArea[] {
  return homeRegions(zones).map((zone) => areaOf(locale, query, zone, classes, leftOut));
}

/** Countries as shapes: those where somebody intervenes, since an empty one would be half the world. */
export function countryAreas(locale: Locale, query: DirectoryQuery, zones: readonly CountedZone[], classes: Classes): MapArea[] {
  return countries(zones)
    .filter((zone) => sizeOf(zone) > 0)
    .map((zone) => areaOf(locale, query, zone, classes));
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
export function placePoints(locale: Locale, query: DirectoryQuery, zones: readonly CountedZone[]): MapPoint[] {
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
      title: zoneTitle(locale, zone),
      radius: Math.round(SMALLEST_RADIUS + growth * Math.sqrt(sizeOf(zone))),
      tone: 1,
      href: zonePagePath(locale, query, zone.slug),
    });
  }
  return [...shown.values()];
}
