import type { Locale } from "./locales";

const names = new Map<Locale, Intl.DisplayNames>();

/**
 * A country's name in a language, by ISO 3166-1 alpha-2 code. Other territories keep the name that
 * the documents give them.
 */
export function countryName(locale: Locale, code: string): string {
  let list = names.get(locale);
  if (!list) names.set(locale, (list = new Intl.DisplayNames(locale === "fr" ? "fr-FR" : "en-GB", { type: "region" })));
  return list.of(code) ?? code;
}

/** The name of a zone of the directory: a country's in the language, any other as the documents write it. */
export function zoneName(locale: Locale, zone: { code: string; name: string; level: string }): string {
  return zone.level === "country" ? countryName(locale, zone.code) : zone.name;
}
