import { USER_ROLES, type UserRole } from "@/domain/vocabularies";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** The roles as they are chosen, from the one who may do least. */
export const roleOptions = (locale: Locale) => USER_ROLES.toReversed().map((value: UserRole) => ({ value, label: labelsOf(locale).role[value] }));

/** The words of the controls that say what an account may do. */
export function rightsWords(locale: Locale) {
  const t = translator(locale, "accounts");
  return { role: t("role"), zones: t("zones"), zonesHint: t("zonesHint"), entries: t("entries"), entriesHint: t("entriesHint") };
}
