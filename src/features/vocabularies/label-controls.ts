import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { Control } from "./words-form";

/** The controls of the labels of a term. */
export function labelControls(locale: Locale): Control[] {
  const t = translator(locale, "vocabularies");
  const required = translator(locale, "site")("required");
  return [
    { name: "fr", label: t("form.fr"), required, lang: "fr" },
    { name: "en", label: t("form.en"), hint: t("form.enHint"), required, lang: "en" },
  ];
}
