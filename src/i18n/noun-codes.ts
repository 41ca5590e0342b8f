import type { Locale } from "./locales";
import { labelsOf } from "./translator";

/** The labels of the codes of the fields of nouns, by field; a field without any shows its codes. */
export function nounCodeLabels(locale: Locale): Record<string, Readonly<Record<string, string>>> {
  const { bodyType: type, bodyScope: scope } = labelsOf(locale);
  return { type, scope };
}
