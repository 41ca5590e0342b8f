import type { Locale } from "./locales";

/** What a document calls its parts, as another language calls them; a heading of its own stays as it is. */
const PARTS: Record<Exclude<Locale, "fr">, [RegExp, string][]> = {
  en: [
    [/^Tableau(?= \d)/, "Table"],
    [/^Encadré(?= \d)/, "Box"],
    [/^Sigles et acronymes$/, "Acronyms"],
    [/^Profils communautaires$/, "Community profiles"],
    [/^Cartographie des acteurs$/, "Map of actors"],
  ],
};

/** The part of a French document where something stands: "Tableau 2", in English "Table 2". */
export function documentPlace(locale: Locale, place: string): string {
  if (locale === "fr") return place;
  const known = PARTS[locale].find(([part]) => part.test(place));
  return known ? place.replace(...known) : place;
}
