import { zoneName } from "@/components/organisation-entry";
import type { MapArea, MapPoint } from "@/components/territory-map/marks";
import { directorySearch, type DirectoryQuery } from "@/domain/filters";
import { fold } from "@/domain/fold";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { Classes } from "@/components/territory-map/classes";
import { sizeOf, type CountedZone } from "@/components/territory-map/counts";
import { countries, homeRegions, zoneAreas, zonePoints, type ZoneMarks } from "@/components/territory-map/view";
import { behindZero, type LeftOut } from "./zero";

/** What the address of the map's page says. */
export type MapView = {
  query: DirectoryQuery;
  /** The slug of the region whose panel is open. */
  region: string | null;
  /** Whether regions are shaded by organisations for 100,000 inhabitants. */
  rated: boolean;
};

/** The parameter that opens the panel of a region, and where on the page this stands. */
export const REGION = "region";

/** The parameter that chooses what the regions are shaded by, and its value beside none. */
export const LAYER = "couche";
export const RATED = "population";

/** The address of a view of the map's page. */
export function mapPath(locale: Locale, { query, region, rated }: MapView): string {
  const beside = [...(rated ? [`${LAYER}=${RATED}`] : []), ...(region === null ? [] : [`${REGION}=${region}`])].join("&");
  const search = directorySearch(query, { page: 1 });
  return localPath(locale, `/carte${search}${beside && (search ? "&" : "?")}${beside}`);
}

/** The same view with the panel of a region. */
export const panelPath = (locale: Locale, view: MapView, slug: string) => `${mapPath(locale, { ...view, region: slug })}#${REGION}`;

/** The region of the home country that an address means, by its code, its slug or its name; undefined for none. */
export const regionMeant = (zones: readonly CountedZone[], typed: string) =>
  homeRegions(zones).find(({ code, slug, name }) => [code, slug, name].some((one) => fold(one) === fold(typed)));

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

const marks = (locale: Locale, query: DirectoryQuery, leftOut?: LeftOut): ZoneMarks => ({
  href: ({ slug }) => zonePagePath(locale, query, slug),
  title: (zone) => zoneTitle(locale, zone, leftOut),
});

/** The regions of Mali, each with the address of its page. */
export function regionAreas(locale: Locale, query: DirectoryQuery, zones: readonly CountedZone[], classes: Classes, leftOut: LeftOut): MapArea[] {
  return zoneAreas(locale, homeRegions(zones), classes, marks(locale, query, leftOut));
}

/** The same, each with the address of its panel. */
export function panelAreas(locale: Locale, view: MapView, zones: readonly CountedZone[], classes: Classes, leftOut: LeftOut): MapArea[] {
  const href = ({ slug }: CountedZone) => panelPath(locale, view, slug);
  const areas = zoneAreas(locale, homeRegions(zones), classes, { ...marks(locale, view.query, leftOut), href });
  const open = zones.find(({ slug }) => slug === view.region);
  return areas.map((area) => ({ ...area, current: area.code === open?.code }));
}

/** Countries as shapes: those where somebody intervenes, since an empty one would be half the world. */
export function countryAreas(locale: Locale, query: DirectoryQuery, zones: readonly CountedZone[], classes: Classes): MapArea[] {
  const held = countries(zones).filter((zone) => sizeOf(zone) > 0);
  return zoneAreas(locale, held, classes, marks(locale, query));
}

/** The places inside the regions of Mali. */
export const placePoints = (locale: Locale, query: DirectoryQuery, zones: readonly CountedZone[]): MapPoint[] =>
  zonePoints(locale, zones, marks(locale, query));
