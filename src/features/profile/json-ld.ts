import { inlineJson } from "@/lib/inline-json";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { organisationUrn } from "@/lib/path-urn";

/** The profile for search engines (schema.org), from public values and usable contacts only. @param url of the page that shows it */
export function organisationJsonLd(organisation: PublicOrganisation, url: string): string {
  const usable = (channel: string) =>
    organisation.contacts.flatMap((contact) => (contact.channel === channel && contact.state === "ok" && contact.value ? [contact.value] : []));
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  const data = {
    "@context": "https://schema.org",
    "@type":
      organisation.kind === "public_institution"
        ? "GovernmentOrganization"
        : organisation.kind === "cso" || organisation.kind === "network"
          ? "NGO"
          : "Organization",
    // One organisation, whatever the language of the page: see docs/decisions/0018-names-of-records.md.
    "@id": organisationUrn(organisation.slug),
    url,
    name: organisation.name,
    alternateName: some([...(organisation.acronym ? [organisation.acronym] : []), ...organisation.aliases]),
    description: organisation.description.fr ?? undefined,
    foundingDate: organisation.foundedYear?.toString(),
    areaServed: some(organisation.zones.map(({ name, level }) => ({ "@type": level === "country" ? "Country" : "Place", name }))),
    address: usable("address")[0],
    telephone: some(usable("phone")),
    email: some(usable("email")),
    sameAs: some(usable("website")),
    memberOf: some(organisation.networks.map(({ name }) => ({ "@type": "Organization", name }))),
  };
  return inlineJson(data);
}
