import { isUnknown, type CodedFilter, type FilterGroup, type RecordFilter } from "@/domain/filters";
import type { Labels } from "./fr/labels";
import type { Locale } from "./locales";
import { labelsOf } from "./translator";

/** The labels of the values of each filter; null where every value is a record. Partners are codes or organisations. */
export const LABELS_OF_FILTER: Record<CodedFilter, keyof CodeLabels> & Record<RecordFilter, keyof CodeLabels | null> = {
  kind: "kind",
  typology: "typology",
  perimeter: "perimeter",
  formality: "formality",
  status: "legalStatus",
  budget: "budget",
  theme: "theme",
  need: "need",
  chain: "chain",
  partner: "partnerClass",
  zone: null,
  country: null,
  network: null,
  community: null,
  body: null,
  programme: null,
  source: null,
};
type CodeLabels = Omit<Labels, "unknown" | "nounField">;

/**
 * How a value of a filter is called.
 * @param name the name of the record, when the value is one and its name is known
 * @param code of a zone; a country is called as the language calls it, another place as the documents do
 */
export function filterValueLabel(locale: Locale, group: FilterGroup, value: string, name: string | null = null, code?: string): string {
  if (isUnknown(group, value)) return labelsOf(locale).unknown;
  if (group === "country") return countryName(locale, value) ?? name ?? value;
  if (name !== null) return (group === "zone" && code ? countryName(locale, code) : null) ?? name;
  const part = LABELS_OF_FILTER[group];
  const labels: Record<string, string> = part === null ? {} : labelsOf(locale)[part];
  return labels[value] ?? value;
}

/** The language of a value, when it is not the reader's: the names of organisations and documents are French. */
export function filterValueLanguage(locale: Locale, group: FilterGroup, name: string | null): "fr" | undefined {
  return locale !== "fr" && name !== null && group !== "zone" && group !== "country" ? "fr" : undefined;
}

const countries = {
  fr: new Intl.DisplayNames(["fr"], { type: "region", fallback: "none" }),
  en: new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }),
} satisfies Record<Locale, Intl.DisplayNames>;

/** The name of a country in the reader's language; null when the code is not one. */
export function countryName(locale: Locale, code: string): string | null {
  return /^[A-Za-z]{2}$/.test(code) ? (countries[locale].of(code.toUpperCase()) ?? null) : null;
}
