import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";

type Dated = Pick<PublicOrganisationSummary, "informationYear" | "correctedOn" | "verifiedAt">;

/** Of when the information is, and what people did about it since: "Information de 2022, corrigée le 3 mars 2026". */
export function informationDate(locale: Locale, { informationYear, correctedOn, verifiedAt }: Dated): string {
  const t = translator(locale, "directory");
  return [
    informationYear === null ? t("entry.undated") : t("entry.information", { year: String(informationYear) }),
    correctedOn && t("entry.corrected", { date: formatDate(locale, correctedOn) }),
    verifiedAt && t("entry.verified", { date: formatDate(locale, verifiedAt) }),
  ]
    .filter(Boolean)
    .join(", ");
}
