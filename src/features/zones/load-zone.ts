import "server-only";
import { communitiesIn } from "@/data/community/in-zone";
import { blindSpots } from "@/data/search/blind-spots";
import { searchOrganisations } from "@/data/search/search";
import { statisticsOfZone } from "@/data/statistic/published";
import { ownNames } from "@/data/country/own-names";
import type { BlindSpot } from "@/domain/blind-spots";
import type { OwnNames } from "@/domain/own-names";
import type { PublishedStatistic } from "@/domain/published/figure";
import { findZone } from "@/data/zone/find";
import type { PlacedZone, ZoneRecord } from "@/domain/published/zone";
import { zonePlaces } from "@/data/zone/tree";
import type { DirectoryQuery, FilterGroup, ParameterProblem } from "@/domain/filters";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { Facets } from "@/domain/published/search";

export type ZoneData = {
  ok: true;
  zone: PlacedZone & ZoneRecord;
  /** From the country down, without the zone itself. */
  parents: PlacedZone[];
  /** Zones directly inside, with the number of organisations there. */
  children: { zone: PlacedZone; count: number }[];
  /** The regions of the same country, for the locator map. */
  regions: PlacedZone[];
  /** Whom the numbers of the zones inside leave out; none where there is no zone inside. */
  blindSpots: BlindSpot[];
  total: number;
  organisations: PublicOrganisationSummary[];
  facets: Facets;
  statistics: PublishedStatistic[];
  /** Communities of return studied there. */
  communities: { slug: string; name: string }[];
  /** What its country calls levels. */
  names: OwnNames;
};

/** What the page counts, beside the zones inside. */
const FACETS = ["typology", "theme"] as const satisfies readonly FilterGroup[];

/**
 * A zone and what happens there, under the filters of the query.
 * @param key code or slug
 * @returns null when there is no such zone
 */
export async function loadZone(key: string, query: DirectoryQuery): Promise<ZoneData | { ok: false; problems: ParameterProblem[] } | null> {
  const [record, { byCode, inside: within }] = await Promise.all([findZone(key), zonePlaces()]);
  const placed = record && byCode.get(record.code);
  if (!placed) return null;
  const inside = { ...query, groups: { ...query.groups, zone: [placed.code] } };
  const [search, statistics, names, communities] = await Promise.all([
    searchOrganisations(inside, FACETS),
    statisticsOfZone(placed.code),
    ownNames(),
    communitiesIn(placed.code),
  ]);
  if (!search.ok) return search;
  const children = within(placed.code).map((zone) => ({ zone, count: search.countOf(`zone:${zone.code}`) }));
  return {
    ok: true,
    zone: { ...placed, ...record },
    parents: placed.path.slice(0, -1).flatMap((code) => byCode.get(code) ?? []),
    children,
    regions: within(placed.path[0]!).filter(({ level }) => level === "region"),
    blindSpots: children.length > 0 ? await blindSpots(inside, placed.path[0]!) : [],
    total: search.total,
    organisations: search.items,
    facets: search.facets,
    statistics,
    communities,
    names,
  };
}
