import type { FieldsControl } from "@/components/fields-form";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** The controls of the labels of a term. */
export function labelControls(locale: Locale): FieldsControl[] {
  const t = translator(locale, "vocabularies");
  const required = translator(locale, "site")("required");
  return [
    { name: "fr", type: "line", label: t("form.fr"), required, lang: "fr" },
    { name: "en", type: "line", label: t("form.en"), hint: t("form.enHint"), required, lang: "en" },
  ];
}
