import { hasOutline, holderOf } from "@/components/territory-map/drawing";
import type { MapArea, MapPoint } from "@/components/territory-map/marks";
import { MaliMap } from "@/components/territory-map/mali-map";
import { isOnWorldMap, WorldMap } from "@/components/territory-map/world-map";
import { zoneName } from "@/components/organisation-entry";
import type { PublishedLimits } from "@/domain/published/limits";
import type { PlacedZone } from "@/domain/published/zone";
import { HOME_COUNTRY } from "@/domain/settings";
import { countryName } from "@/i18n/filter-value";
import type { Locale } from "@/i18n/locales";

type Props = { locale: Locale; label: string; limits: readonly PublishedLimits[]; zones: readonly PlacedZone[]; regions: readonly PlacedZone[] };

/**
 * A small map without a word on it: the regions of the home country, in full colour where all of one is named, in a lighter one with a
 * point where only a place in it is. Without a zone there, the countries; null when nothing can be drawn.
 */
export function PlaceMap({ locale, label, limits, zones, regions }: Props) {
  const home = zones.filter(({ path }) => path[0] === HOME_COUNTRY);
  if (home.length === 0) {
    const countries = [...new Set(zones.map(({ path }) => path[0]!))].filter(isOnWorldMap);
    if (countries.length === 0) return null;
    const areas = countries.map((code): MapArea => ({ code, name: "", mark: "", title: countryName(locale, code) ?? code, tone: "here" }));
    return (
      <div className="glance-map">
        <WorldMap label={label} areas={areas} />
      </div>
    );
  }
  const named = new Set(home.map(({ code }) => code));
  const inside = new Set(home.flatMap(({ code, path }) => (path.length > 2 ? path[1]! : (holderOf(limits, code) ?? []))));
  const isWhole = (code: string) => named.has(HOME_COUNTRY) || named.has(code);
  const areas = regions.map(({ code, name }): MapArea => ({
    ...{ code, name: "", mark: "", title: name },
    tone: isWhole(code) ? "here" : inside.has(code) ? 3 : 1,
  }));
  const points = home.flatMap((zone): MapPoint[] => {
    const { code, path, position } = zone;
    if (!position || !(path.length > 2 || (path.length === 2 && !hasOutline(limits, code)))) return [];
    return [{ code, name: "", position, mark: "", title: zoneName(locale, zone), radius: 20, tone: "here" }];
  });
  return (
    <div className="glance-map">
      <MaliMap locale={locale} label={label} limits={limits} areas={areas} points={points} />
    </div>
  );
}
