import { blindSpotLabel } from "@/components/blind-spots";
import type { BlindSpot } from "@/domain/blind-spots";
import { HOME_COUNTRY } from "@/domain/settings";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { CountedZone } from "@/components/territory-map/counts";

/** Whom the numbers of the home country's regions leave out, and by zone whose theme is not known there. */
export type LeftOut = { blindSpots: readonly BlindSpot[]; withoutTheme: ReadonlyMap<string, number> };

/** What a zero of the home country may hide: "tout le Mali : 4", "thème inconnu ici : 2". Empty when it hides nothing, or is no zero. */
export function behindZero(locale: Locale, zone: CountedZone, { blindSpots, withoutTheme }: LeftOut): string[] {
  if (zone.count !== 0 || zone.path[0] !== HOME_COUNTRY) return [];
  const themeless = withoutTheme.get(zone.code) ?? 0;
  return [
    ...blindSpots
      .filter(({ kind, count }) => kind !== "theme" && count > 0)
      .map((spot) => blindSpotLabel(locale, spot, { code: HOME_COUNTRY, name: HOME_COUNTRY })),
    ...(themeless > 0 ? [translator(locale, "map")("blindSpot.themeHere", { count: themeless })] : []),
  ];
}
