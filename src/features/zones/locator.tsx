import { hasOutline, holderOf, ofLevel } from "@/components/territory-map/drawing";
import { MaliMap } from "@/components/territory-map/mali-map";
import type { MapArea } from "@/components/territory-map/marks";
import { HOME_COUNTRY } from "@/domain/settings";
import { zoneName } from "@/components/organisation-entry";
import { isOnWorldMap, WorldMap } from "@/components/territory-map/world-map";
import { LIMIT_LEVELS, type PublishedLimits } from "@/domain/published/limits";
import type { PlacedZone } from "@/domain/published/zone";
import type { Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";

type Props = { locale: Locale; limits: readonly PublishedLimits[]; zone: PlacedZone; parents: readonly PlacedZone[]; regions: readonly PlacedZone[] };

/** A small map that says where a zone is; nothing when no drawn shape and no point can say it. */
export function Locator({ locale, limits, zone, parents, regions }: Props) {
  const t = translator(locale, "zones");
  const name = zoneName(locale, zone);
  const label = t("locatorLabel", { name });
  if (zone.path[0] !== HOME_COUNTRY || zone.code === HOME_COUNTRY) {
    const country = parents[0] ?? zone;
    if (!isOnWorldMap(country.code)) return null;
    const area: MapArea = { code: country.code, name: "", mark: "", title: zoneName(locale, country), tone: "here" };
    return (
      <figure className="map-locator">
        <WorldMap label={label} areas={[area]} />
        <figcaption className="source-note">
          {country === zone ? t("locatorHere", { name }) : t("locatorInside", { shape: zoneName(locale, country), name })}
        </figcaption>
      </figure>
    );
  }
  // The narrowest territory around it that has limits: a cercle lies within its region.
  const around = [zone, ...parents.toReversed(), ...regions.filter(({ code }) => code === holderOf(limits, zone.path[1]!))].find(({ code }) =>
    hasOutline(limits, code),
  );
  const areas = regions.map(({ code, name: regionName, position }): MapArea => ({
    code,
    name: regionName,
    mark: "",
    title: regionName,
    tone: code === around?.code ? "here" : 1,
    position: code === zone.code ? position : null,
  }));
  if (around && around.level !== "region") {
    areas.push({ code: around.code, name: "", mark: "", title: zoneName(locale, around), tone: "here" });
  }
  const level = LIMIT_LEVELS.find((one) => one === around?.level) ?? "region";
  const drawn = ofLevel(limits, level) ?? ofLevel(limits, "region");
  const point = zone.position && zone !== around && zone.level !== "region" ? zone.position : null;
  return (
    <figure className="map-locator">
      <MaliMap
        locale={locale}
        label={label}
        limits={limits}
        areas={areas}
        points={point ? [{ code: zone.code, name, position: point, mark: "", title: name, radius: 11, tone: 1 }] : []}
      />
      <figcaption className="source-note">
        {zone === around || !around ? t("locatorHere", { name }) : t("locatorInside", { shape: zoneName(locale, around), name })}{" "}
        {drawn ? t("limitsSince", { from: formatDate(locale, drawn.validFrom) }) : t("limits")}
      </figcaption>
    </figure>
  );
}
