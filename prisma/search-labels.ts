import { catalogues } from "@/i18n/catalogues";
import { LABELS_OF_FILTER } from "@/i18n/filter-value";
import { LOCALES } from "@/i18n/locales";

/**
 * The labels of every coded facet value in every language, under "group:code": the data layer may
 * not read the catalogues, yet a reader types what the screen says.
 */
export function searchLabels(): Map<string, string> {
  const words = new Map<string, string>();
  for (const [group, part] of Object.entries(LABELS_OF_FILTER)) {
    if (part === null) continue;
    for (const locale of LOCALES) {
      for (const [code, label] of Object.entries(catalogues[locale].labels[part])) {
        const key = `${group}:${code}`;
        words.set(key, [words.get(key), label].filter(Boolean).join(" "));
      }
    }
  }
  return words;
}
