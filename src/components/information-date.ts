import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";

type Dated = Pick<PublicOrganisationSummary, "informationYear" | "correctedOn" | "verification">;

/** Of when the information is, and what people did about it since: "Information de 2022, corrigée le 3 mars 2026, vérifiée le 5 avril 2026 par un appel". */
export function informationDate(locale: Locale, { informationYear, correctedOn, verification }: Dated): string {
  const t = translator(locale, "directory");
  return [
    informationYear === null ? t("entry.undated") : t("entry.information", { year: String(informationYear) }),
    correctedOn && t("entry.corrected", { date: formatDate(locale, correctedOn) }),
    verification && verifiedText(locale, verification),
    verification?.changedSince && t("entry.changedSince"),
  ]
    .filter(Boolean)
    .join(", ");
}

function verifiedText(locale: Locale, { on, how }: NonNullable<Dated["verification"]>): string {
  const verified = translator(locale, "directory")("entry.verified", { date: formatDate(locale, on) });
  return how ? `${verified} ${labelsOf(locale).verifiedHow[how]}` : verified;
}
