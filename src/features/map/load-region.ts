import "server-only";
import { phonesOfMatching, type OrganisationPhone } from "@/data/search/matching";
import { countOrganisations, searchOrganisations } from "@/data/search/search";
import type { DirectoryQuery, FilterGroup } from "@/domain/filters";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import type { FacetValue } from "@/domain/published/search";
import type { CountedZone } from "@/components/territory-map/counts";

/** What the panel of a region says, under the filters of the map but that of zones. */
export type RegionData = {
  zone: CountedZone;
  total: number;
  /** The first in the order of the list. */
  organisations: OrganisationLink[];
  themes: FacetValue[];
  /** By name; `more`: how many others are not given. */
  networks: { shown: OrganisationLink[]; more: number };
  /** Who can be called; `more`: whether others can be too. */
  phones: { shown: OrganisationPhone[]; more: boolean };
};

const MOST_ORGANISATIONS = 8;
const MOST_NETWORKS = 8;
const MOST_PHONES = 5;

/** Who works in a region, on what, and whom one can call there. The filters were accepted: the map has searched with them. */
export async function loadRegion(zone: CountedZone, query: DirectoryQuery): Promise<RegionData> {
  const inside: DirectoryQuery = { ...query, groups: { ...query.groups, zone: [zone.code] }, page: 1, pageSize: MOST_ORGANISATIONS };
  const [found, networks, phones] = await Promise.all([searchOrganisations(inside, ["theme"]), networksOf(inside), phonesOf(inside)]);
  if (!found.ok) throw new Error(`The filters of a map were refused for ${zone.code}.`);
  return {
    zone,
    total: found.total,
    organisations: found.items.map(linkOf),
    themes: found.facets.theme.filter(({ count }) => count > 0),
    networks,
    phones: { shown: phones.slice(0, MOST_PHONES), more: phones.length > MOST_PHONES },
  };
}

const linkOf = ({ slug, name, acronym }: OrganisationLink): OrganisationLink => ({ slug, name, acronym });

/** What a source calls a network, and what it classes among networks and platforms: the first by name, and how many others there are. */
async function networksOf(query: DirectoryQuery): Promise<RegionData["networks"]> {
  const called = narrowedTo(query, "kind", "network");
  const classed = narrowedTo(query, "typology", "network_platform");
  const both = called && narrowedTo(called, "typology", "network_platform");
  const networks = new Map<string, OrganisationLink>();
  let total = both ? -(await countOrganisations(both)) : 0;
  for (const narrowed of [called, classed]) {
    const found = narrowed && (await searchOrganisations({ ...narrowed, sort: "name", page: 1, pageSize: MOST_NETWORKS }, []));
    if (!found?.ok) continue;
    total += found.total;
    for (const one of found.items) networks.set(one.slug, linkOf(one));
  }
  const inOrder = new Intl.Collator("fr");
  const shown = [...networks.values()].sort((a, b) => inOrder.compare(a.name, b.name)).slice(0, MOST_NETWORKS);
  return { shown, more: total - shown.length };
}

/** The query with one value of a group; null where it asks for others only. */
function narrowedTo(query: DirectoryQuery, group: FilterGroup, value: string): DirectoryQuery | null {
  const asked = query.groups[group];
  return asked && !asked.includes(value) ? null : { ...query, groups: { ...query.groups, [group]: [value] } };
}

/** One more than the panel shows, if there are. */
async function phonesOf(query: DirectoryQuery): Promise<OrganisationPhone[]> {
  const phones: OrganisationPhone[] = [];
  const found = await phonesOfMatching(query);
  if (!found.ok) return phones;
  for await (const batch of found.batches) {
    phones.push(...batch);
    if (phones.length > MOST_PHONES) break;
  }
  return phones;
}
