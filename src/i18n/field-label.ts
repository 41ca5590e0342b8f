import type { EditName, FieldCode, FIELDS } from "@/domain/fields";
import { catalogues } from "./catalogues";
import type { Labels } from "./fr/labels";
import type { Locale } from "./locales";
import { labelsOf } from "./translator";

/** A field whose label is missing in a language does not compile here. */
const LABELS = {
  fr: { ...catalogues.fr.labels.field, ...catalogues.fr.admin.field },
  en: { ...catalogues.en.labels.field, ...catalogues.en.admin.field },
} satisfies Record<Locale, Record<EditName, string>>;

/**
 * The name of a field of the form or of the history. A field that an import named in its own way
 * ("legalStatus") is looked up in ours; an unknown one keeps its code rather than hide a change.
 */
export function fieldLabel(locale: Locale, field: string): string {
  const labels: Record<string, string> = LABELS[locale];
  return labels[field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] ?? field;
}

type CodedField = { [C in FieldCode]: (typeof FIELDS)[C] extends { codes: unknown } ? C : never }[FieldCode];

/** The labels of the values of each field whose values are codes. */
const LABELS_OF_VALUES: Record<CodedField, keyof Labels> = {
  kind: "kind",
  typology: "typology",
  perimeter: "perimeter",
  perimeter_scale: "perimeterScale",
  legal_status: "legalStatus",
  life: "life",
  budget_tier: "budget",
  network_scope: "networkScope",
  themes: "theme",
  chains: "chain",
  partner_groups: "partnerGroup",
  needs: "need",
  partner_classes: "partnerClass",
};

/** The labels of the values of a field, by code; none for a field whose values are no codes. */
export function labelsOfField(locale: Locale, field: string): Record<string, string> {
  const part = (LABELS_OF_VALUES as Partial<Record<string, keyof Labels>>)[field];
  return part === undefined ? {} : (labelsOf(locale)[part] as Record<string, string>);
}
