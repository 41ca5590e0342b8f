import type { PublicOrganisation } from "@/domain/published/organisation";
import type { PublicCitation } from "@/domain/published/statement";
import { zoneName } from "@/components/organisation-entry";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** The sections of a profile that have values of their own, with the fields that each shows. */
export const SECTION_FIELDS = {
  identity: ["name", "acronym", "alias", "kind", "typology", "legal_status", "budget_tier", "founded_year", "member_count", "network_scope", "interviewed"],
  where: ["perimeter", "zones"],
  what: ["description", "themes"],
  contacts: ["contacts"],
  relations: ["partners", "networks"],
  said: ["needs", "problems", "added_values"],
} as const satisfies Record<string, readonly PublicCitation["field"][]>;
export type Section = keyof typeof SECTION_FIELDS;

export function citationsOf(organisation: PublicOrganisation, section: Section): PublicCitation[] {
  const fields: readonly string[] = SECTION_FIELDS[section];
  return organisation.citations.filter(({ field }) => fields.includes(field));
}

/** How the value of a citation is called on screen; null when the words of the source are all there is. */
export function valueLabel(locale: Locale, organisation: PublicOrganisation, { field, value }: PublicCitation): string | null {
  if (value === null) return null;
  const labels = labelsOf(locale);
  const coded: Partial<Record<PublicCitation["field"], Record<string, string>>> = {
    kind: labels.kind,
    typology: labels.typology,
    perimeter: labels.perimeter,
    legal_status: labels.legalStatus,
    budget_tier: labels.budget,
    themes: labels.theme,
    network_scope: labels.networkScope,
    needs: labels.need,
  };
  if (coded[field]) return coded[field][value] ?? value;
  switch (field) {
    case "zones": {
      const zone = organisation.zones.find(({ code }) => code === value);
      return zone ? zoneName(locale, zone) : value;
    }
    case "interviewed":
      return translator(locale, "profile")(value === "true" ? "interviewedYes" : "interviewedNo");
    case "partners": {
      const partner = organisation.partners.find((one) => "organisation" in one && one.organisation.slug === value);
      if (partner && "organisation" in partner) return partner.organisation.name;
      const classes: Record<string, string> = labels.partnerClass;
      return classes[value] ?? value;
    }
    case "networks":
      return organisation.networks.find(({ slug }) => slug === value)?.name ?? value;
    default:
      return value;
  }
}
