import "server-only";
import { ownNames } from "@/data/country/own-names";
import { blindSpots } from "@/data/search/blind-spots";
import { matchingOrganisations } from "@/data/search/matching";
import { searchZones } from "@/data/search/search-zones";
import { presentLimits } from "@/data/limits/present";
import { allStatistics } from "@/data/statistic/published";
import { zoneTree } from "@/data/zone/tree";
import type { BlindSpot } from "@/domain/blind-spots";
import type { PublishedLimits } from "@/domain/published/limits";
import { UNKNOWN, type DirectoryQuery, type ParameterProblem } from "@/domain/filters";
import type { OwnNames } from "@/domain/own-names";
import { HOME_COUNTRY } from "@/domain/settings";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import type { Facets, SearchCorrection } from "@/domain/published/search";
import { countZones, withPositions, type CountedZone } from "@/components/territory-map/counts";
import { populationsIn, type Populations } from "./population";

export type MapData = {
  ok: true;
  total: number;
  zones: CountedZone[];
  /** Whether a zone filter is set. */
  filtered: boolean;
  /** How many have no known zone, and these by name unless they are too many for a page. */
  withoutZone: { count: number; organisations: OrganisationLink[] };
  /** Whom the numbers of the home country's regions leave out. */
  blindSpots: BlindSpot[];
  /** Under a filter of themes, by zone code: how many there have no known theme. */
  withoutTheme: ReadonlyMap<string, number>;
  facets: Facets;
  correction: SearchCorrection | null;
  /** What countries call levels. */
  names: OwnNames;
  /** What was imported and holds today. */
  limits: PublishedLimits[];
  populations: Populations;
};

/** Up to so many, the page says which organisations are where; above, only how many. */
export const MOST_POSITIONS = 500;

/** More organisations without a zone are read in the list of the directory. */
const MOST_NAMED = 20;

/** What the map shows: where all that matches intervenes. */
export async function loadMap(query: DirectoryQuery): Promise<MapData | { ok: false; problems: ParameterProblem[] }> {
  const [search, tree, names, limits, statistics] = await Promise.all([searchZones(query), zoneTree(), ownNames(), presentLimits(), allStatistics()]);
  if (!search.ok) return search;
  const spots = await blindSpots(query, HOME_COUNTRY);
  const themeless = spots.find(({ kind }) => kind === "theme");
  const unthemed = themeless && (await searchZones(themeless.query));
  const { total, counts, withoutZone, asked, facets, correction } = search;
  const zones = countZones(tree, counts, asked);
  const named = withoutZone > 0 && withoutZone <= MOST_NAMED ? await everyOne({ ...query, groups: { ...query.groups, zone: [UNKNOWN] } }, MOST_NAMED) : [];
  return {
    ok: true,
    total,
    zones: total <= MOST_POSITIONS ? withPositions(zones, await everyOne(query, MOST_POSITIONS)) : zones,
    filtered: asked !== null,
    withoutZone: { count: withoutZone, organisations: named.map(({ slug, name, acronym }) => ({ slug, name, acronym })) },
    blindSpots: spots,
    withoutTheme: unthemed?.ok ? unthemed.counts : new Map(),
    facets,
    correction,
    names,
    limits,
    populations: populationsIn(statistics),
  };
}

/** All that matches, by name. */
async function everyOne(query: DirectoryQuery, limit: number): Promise<PublicOrganisationSummary[]> {
  const found = await matchingOrganisations({ ...query, sort: "name" }, { from: 0, count: limit });
  const organisations: PublicOrganisationSummary[] = [];
  if (found.ok) for await (const batch of found.batches) organisations.push(...batch);
  return organisations;
}
