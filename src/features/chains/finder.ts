import "server-only";
import type { CommunityPlace } from "@/data/community/in-zone";
import { searchOrganisations, type Refused } from "@/data/search/search";
import { directorySearch, parseDirectoryQuery, PAGE_SIZES, type DirectoryQuery } from "@/domain/filters";
import type { PublicEntity } from "@/domain/published/entity";
import type { FoundOrganisation } from "@/domain/published/search";
import { CHAINS, ORGANISATION_KINDS } from "@/domain/vocabularies";

/** The fields of a chain that link it to communities. */
export const CHAIN_LINKS = ["preselected", "priority", "recommended"] as const;

/** The parameters that the partner finder takes: filters of the public contract. */
export const FINDER_PARAMETERS = ["chain", "community", "kind"] as const;

export type Asked = {
  query: DirectoryQuery;
  /** The chains of the answer: those asked for, else those of the community, else all. */
  chains: readonly string[];
  total: number;
  /** Whom a document names in the community that was asked for; nobody without one. */
  present: FoundOrganisation[];
  others: FoundOrganisation[];
  /** The search string of the same list in the directory. */
  list: string;
};

/** Possible partners of value chains; null when nothing was asked for. Most are companies, services or research, so that every kind is meant. */
export async function findPartners(
  parameters: Record<string, string[]>,
  chains: readonly PublicEntity[],
  communities: readonly CommunityPlace[],
): Promise<Asked | Refused | null> {
  const asked = Object.fromEntries(FINDER_PARAMETERS.flatMap((name) => (parameters[name] ? [[name, parameters[name]]] : [])));
  const parsed = parseDirectoryQuery(asked);
  if (!parsed.ok) return parsed;
  const { groups } = parsed.query;
  if (FINDER_PARAMETERS.every((name) => !groups[name]?.length)) return null;

  const zones = communities.filter(({ slug }) => groups.community?.includes(slug)).map(({ zone }) => zone);
  const ofCommunity = chains.filter(({ fields }) => CHAIN_LINKS.some((field) => fields[field]?.some(({ zone }) => zone && zones.includes(zone.code))));
  const meant = groups.chain ?? (zones.length > 0 ? ofCommunity.map(({ slug }) => slug) : [...CHAINS]);
  const query: DirectoryQuery = {
    ...parsed.query,
    groups: { chain: meant, kind: groups.kind ?? [...ORGANISATION_KINDS] },
    sort: "name",
    page: 1,
    pageSize: PAGE_SIZES.max,
  };
  const [all, present] = await Promise.all([
    searchOrganisations(query, []),
    groups.community ? searchOrganisations({ ...query, groups: { ...query.groups, community: groups.community } }, []) : null,
  ]);
  if (!all.ok) return all;
  if (present && !present.ok) return present;
  const here = new Set(present?.items.map(({ slug }) => slug));
  return {
    query: parsed.query,
    chains: meant,
    total: all.total,
    present: present?.items ?? [],
    others: all.items.filter(({ slug }) => !here.has(slug)),
    list: directorySearch({ ...query, page: 1, pageSize: PAGE_SIZES.default }),
  };
}
