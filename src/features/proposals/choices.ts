import { fieldOf } from "@/domain/fields";
import { knownOf, type ProposedName } from "@/domain/proposal";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { zoneName } from "@/components/organisation-entry";
import type { Locale } from "@/i18n/locales";

/** The field that nobody fills in who sees the page. */
export const TRAP = "site_web";

const MORE = ["alias", "zones", "contacts", "networks", "partners"] as const;
/** Whether one may add values that are in no list. */
export const isMore = (name: ProposedName): name is (typeof MORE)[number] => (MORE as readonly ProposedName[]).includes(name);

/** What the public reads of a field, each value with its name. */
export function knownChoices(locale: Locale, organisation: PublicOrganisation, name: ProposedName): { value: string; label: string }[] {
  const zones = new Map(organisation.zones.map((zone) => [zone.code, zoneName(locale, zone)]));
  const partners = organisation.partners.flatMap((partner) => ("organisation" in partner ? partner.organisation : []));
  const names = new Map([...organisation.networks, ...partners].map((other) => [other.slug, other.name]));
  const { shape } = fieldOf(name);
  const labelOf = (value: string) => (shape === "zone" ? zones.get(value) : shape === "organisation" ? names.get(value) : undefined) ?? value;
  return knownOf(organisation)[name].map((value) => ({ value, label: labelOf(value) }));
}
