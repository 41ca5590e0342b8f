import type { FilterGroup } from "@/domain/filters";
import { catalogues } from "@/i18n/catalogues";
import { LOCALES } from "@/i18n/locales";
import type { Labels } from "@/i18n/fr/labels";

/** Which part of the labels names the values of each coded facet. */
const LABELS_OF = {
  kind: "kind",
  typology: "typology",
  perimeter: "perimeter",
  formality: "formality",
  status: "legalStatus",
  budget: "budget",
  theme: "theme",
  need: "need",
  partner: "partnerClass",
} as const satisfies Partial<Record<FilterGroup, keyof Labels>>;

/**
 * The labels of every coded facet value in every language, under "group:code": the data layer may
 * not read the catalogues, yet a reader types what the screen says.
 */
export function searchLabels(): Map<string, string> {
  const words = new Map<string, string>();
  for (const [group, part] of Object.entries(LABELS_OF)) {
    for (const locale of LOCALES) {
      for (const [code, label] of Object.entries(catalogues[locale].labels[part])) {
        const key = `${group}:${code}`;
        words.set(key, [words.get(key), label].filter(Boolean).join(" "));
      }
    }
  }
  return words;
}
