import { fieldOf, type CitedField, type Section as FieldSection } from "@/domain/fields";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import type { PublicCitation } from "@/domain/published/statement";
import { zoneName } from "@/components/organisation-entry";
import { labelsOfField } from "@/i18n/field-label";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** The sections of a profile that have values of their own, by the part of the table of fields; two fields of it stand elsewhere. */
const SECTION_OF: Record<FieldSection, Section> = {
  identity: "identity",
  status: "identity",
  network: "identity",
  work: "where",
  contacts: "contacts",
  links: "relations",
  words: "said",
};
const ELSEWHERE: Partial<Record<CitedField, Section>> = { description: "what", themes: "what" };

export type Section = "identity" | "where" | "what" | "contacts" | "relations" | "said";
export const sectionOf = (field: CitedField): Section => ELSEWHERE[field] ?? SECTION_OF[fieldOf(field).section];

/** A citation that a section shows; `by` is the other organisation of which it is one, and which it names this one for. */
export type ShownCitation = PublicCitation & { by?: OrganisationLink };

export function citationsOf(organisation: PublicOrganisation, section: Section): PublicCitation[] {
  return organisation.citations.filter(({ field }) => sectionOf(field) === section);
}

/** Where others name this organisation as their partner. */
export function citationsOfOthers({ partnerOf }: PublicOrganisation, section: Section): ShownCitation[] {
  return partnerOf
    .flatMap(({ organisation: by, citations }) => citations.map((citation) => ({ ...citation, by })))
    .filter(({ field }) => sectionOf(field) === section);
}

const nameAmong = (named: readonly OrganisationLink[], value: string): string => named.find(({ slug }) => slug === value)?.name ?? value;

/** How the value of a citation is called on screen; null when the words of the source are all there is. */
export function valueLabel(locale: Locale, organisation: PublicOrganisation, { field, value, by }: ShownCitation): string | null {
  if (by) return by.name;
  if (value === null) return null;
  const labels = labelsOf(locale);
  const coded = labelsOfField(locale, field)[value];
  if (coded !== undefined) return coded;
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
      return nameAmong(organisation.networks, value);
    case "part_of":
      return nameAmong(organisation.partOf, value);
    default:
      return value;
  }
}
