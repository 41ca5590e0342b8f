import { countryOfZone, ownNameKey, type OwnNames } from "@/domain/own-names";
import type { LegalStatus, ZoneLevel } from "@/domain/vocabularies";
import type { Locale } from "./locales";
import { labelsOf } from "./translator";

/** How the level of a zone is called: by its country's own name, else by ours. */
export function zoneLevelLabel(locale: Locale, { code, level }: { code: string; level: ZoneLevel }, names: OwnNames): string {
  return names.get(ownNameKey(countryOfZone(code), "level", level, locale)) ?? labelsOf(locale).zoneLevel[level];
}

/** How a legal status is called: by the own name of the only country where the organisation works, else by ours. */
export function legalStatusLabel(locale: Locale, status: LegalStatus, countries: readonly string[], names: OwnNames): string {
  const own = countries.length === 1 ? names.get(ownNameKey(countries[0]!, "legal_status", status, locale)) : undefined;
  return own ?? labelsOf(locale).legalStatus[status];
}
