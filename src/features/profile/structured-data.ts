import type { PublicOrganisation } from "@/domain/public-organisation";

/**
 * The entry for search engines, in the terms of schema.org, safe inside a script element.
 * Source: https://schema.org/NGO
 */
export function structuredData(organisation: PublicOrganisation, url: string): string {
  const usable = (channel: string) => organisation.contacts.flatMap((contact) => (contact.channel === channel && contact.state === "ok" && contact.value ? [contact.value] : []));
  const data = {
    "@context": "https://schema.org",
    "@type": organisation.kind === "cso" ? "NGO" : "Organization",
    name: organisation.name,
    alternateName: [...(organisation.acronym ? [organisation.acronym] : []), ...organisation.aliases],
    url,
    sameAs: usable("website"),
    email: usable("email"),
    telephone: usable("phone"),
    foundingDate: organisation.foundedYear?.toString(),
    areaServed: organisation.zones.map(({ name }) => name),
    description: organisation.description.fr ?? undefined,
  };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
