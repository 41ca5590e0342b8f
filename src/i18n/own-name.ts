import { countryOfZone, ownNameKey, type OwnNames } from "@/domain/own-names";
import type { LegalStatus, ZoneLevel } from "@/domain/vocabularies";
import type { Locale } from "./locales";
import { labelsOf, translator } from "./translator";
import { insideSentence } from "./typography";

/** How the level of a zone is called: by its country's own name, else by ours. */
export function zoneLevelLabel(locale: Locale, { code, level }: { code: string; level: ZoneLevel }, names: OwnNames): string {
  return names.get(ownNameKey(countryOfZone(code), "level", level, locale)) ?? labelsOf(locale).zoneLevel[level];
}

/** A zone that others may be named as, in words: "région de Kayes"; a country goes without its level. */
export function zoneWithLevel(locale: Locale, zone: { code: string; level: ZoneLevel; name: string }, names: OwnNames): string {
  if (zone.level === "country") return zone.name;
  const level = insideSentence(zoneLevelLabel(locale, zone, names));
  return translator(locale, "zones")("withLevel", { level, name: locale === "fr" ? ofName(zone.name) : zone.name });
}

/** French "of" before a name: "d’" before a vowel, "des" before a plural such as Hauts-de-France. */
const ofName = (name: string): string => (/^[aeiouyéèêîô]/i.test(name) ? "d’" : /^\p{Lu}\p{Ll}+ts-/u.test(name) ? "des " : "de ") + name;

/** How a legal status is called: by the own name of the only country where the organisation works, else by ours. */
export function legalStatusLabel(locale: Locale, status: LegalStatus, countries: readonly string[], names: OwnNames): string {
  const own = countries.length === 1 ? names.get(ownNameKey(countries[0]!, "legal_status", status, locale)) : undefined;
  return own ?? labelsOf(locale).legalStatus[status];
}
