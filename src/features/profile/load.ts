import "server-only";
import { findPublicOrganisation, organisationsInSameZones } from "@/data/organisation/profile";
import type { PublicOrganisation, PublicOrganisationSummary } from "@/domain/public-organisation";

const NEIGHBOURS = 4;

/** One public organisation with those that work in the same zones; null when there is none of that slug. */
export async function loadProfile(slug: string): Promise<{ organisation: PublicOrganisation; neighbours: PublicOrganisationSummary[] } | null> {
  const [organisation, neighbours] = await Promise.all([findPublicOrganisation(slug), organisationsInSameZones(slug, NEIGHBOURS)]);
  return organisation ? { organisation, neighbours } : null;
}
