import {
  COMMUNITY_INDICATOR_GROUPS,
  COMMUNITY_INDICATORS,
  COMMUNITY_LANGUAGES,
  INDICATOR_PARTS,
  indicatorField,
  MUNICIPALITY_TYPES,
  type CommunityIndicatorGroup,
} from "@/domain/community";
import type { Noun } from "@/domain/nouns";
import type { Locale } from "./locales";
import { labelsOf, translator } from "./translator";

/** The labels of the codes of the fields of nouns, by field; a field without any shows its codes. */
export function nounCodeLabels(locale: Locale): Record<string, Readonly<Record<string, string>>> {
  const { bodyType: type, bodyScope: scope } = labelsOf(locale);
  const t = translator(locale, "communities");
  const municipality = Object.fromEntries(MUNICIPALITY_TYPES.map((code) => [code, t(`municipalityType.${code}`)]));
  const languages = Object.fromEntries(COMMUNITY_LANGUAGES.map((code) => [code, t(`language.${code}`)]));
  return { type, scope, municipality_type: municipality, study_area: municipality, languages };
}

/** How each field of a noun is called; a field that has no label of its own is an indicator, called by its question. */
export function nounFieldLabels(locale: Locale, noun: Noun): (field: string) => string {
  const own: Readonly<Record<string, string>> = labelsOf(locale).nounField[noun];
  const indicators = noun === "community" ? indicatorLabels(locale) : new Map<string, string>();
  return (field) => own[field] ?? indicators.get(field) ?? field;
}

/** Of every field about an indicator: its question, and what is said of it. */
export function indicatorLabels(locale: Locale): Map<string, string> {
  const t = translator(locale, "communities");
  const questions: { [G in CommunityIndicatorGroup]: (code: (typeof COMMUNITY_INDICATORS)[G][number]) => string } = {
    reintegration_score: (code) => t(`scoreOf.${code}`),
    survey: (code) => t(`surveyOf.${code}`),
    service_satisfaction: (code) => t(`serviceOf.${code}`),
    activity_sector: (code) => t(`sectorOf.${code}`),
    no_business_reason: (code) => t(`noBusinessOf.${code}`),
    departure_reason: (code) => t(`departureOf.${code}`),
  };
  return new Map(
    COMMUNITY_INDICATOR_GROUPS.flatMap((group) =>
      COMMUNITY_INDICATORS[group].flatMap((code) =>
        INDICATOR_PARTS.map((part): [string, string] => [
          indicatorField(group, code, part),
          [(questions[group] as (code: string) => string)(code), part === "value" ? null : t(`indicatorPart.${part}`)].filter(Boolean).join(" : "),
        ]),
      ),
    ),
  );
}
