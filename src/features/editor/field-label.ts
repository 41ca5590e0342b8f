import type { Locale } from "@/i18n/locales";
import { catalogues } from "@/i18n/catalogues";
import { labelsOf } from "@/i18n/translator";

/**
 * The name of a field of the form or of the history. A field that an import named in its own way
 * ("legalStatus") is looked up in ours; an unknown one keeps its code rather than hide a change.
 */
export function fieldLabel(locale: Locale, field: string): string {
  const own: Record<string, string> = catalogues[locale].admin.field;
  const cited: Record<string, string> = labelsOf(locale).field;
  const code = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return own[code] ?? cited[code] ?? field;
}
