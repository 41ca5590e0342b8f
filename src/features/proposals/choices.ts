import type { ProposedName } from "@/domain/proposal";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { zoneName } from "@/components/organisation-entry";
import type { Locale } from "@/i18n/locales";
import { labelsOf } from "@/i18n/translator";

/** The field that nobody fills in who sees the page. */
export const TRAP = "site_web";

const MORE = ["alias", "zones", "contacts", "networks", "partners"] as const;
/** Whether one may add values that are in no list. */
export const isMore = (name: ProposedName): name is (typeof MORE)[number] => (MORE as readonly ProposedName[]).includes(name);

/** What the public reads of a field, each value with its name. */
export function knownChoices(locale: Locale, organisation: PublicOrganisation, name: ProposedName): { value: string; label: string }[] {
  const plain = (values: readonly (string | number | null)[]) =>
    values.flatMap((value) => (value === null ? [] : [{ value: String(value), label: String(value) }]));
  switch (name) {
    case "name":
      return plain([organisation.name]);
    case "acronym":
      return plain([organisation.acronym]);
    case "alias":
      return plain(organisation.aliases);
    case "founded_year":
      return plain([organisation.foundedYear]);
    case "member_count":
      return plain([organisation.memberCount]);
    case "zones":
      return organisation.zones.map((zone) => ({ value: zone.code, label: zoneName(locale, zone) }));
    case "themes":
      return organisation.themes.map((value) => ({ value, label: labelsOf(locale).theme[value] }));
    case "contacts":
      return plain(organisation.contacts.map(({ raw }) => raw));
    case "networks":
      return organisation.networks.map(({ slug, name: label }) => ({ value: slug, label }));
    case "partners":
      return organisation.partners.flatMap((partner) =>
        "organisation" in partner ? [{ value: partner.organisation.slug, label: partner.organisation.name }] : [],
      );
  }
}
