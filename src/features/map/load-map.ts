import "server-only";
import { searchOrganisations } from "@/data/organisation/search";
import { read } from "@/data/read";
import { resolveZones } from "@/data/zone/resolve";
import { zoneTree } from "@/data/zone/tree";
import type { DirectoryQuery, FilterGroup, ParameterProblem } from "@/domain/filters";
import type { FacetValue, PublicOrganisationSummary, SearchCorrection } from "@/domain/public-organisation";
import { countZones, type CountedZone } from "./counts";

export type MapData = {
  ok: true;
  organisations: PublicOrganisationSummary[];
  zones: CountedZone[];
  facets: Record<FilterGroup, FacetValue[]>;
  correction: SearchCorrection | null;
};

/** More than the region has; a guard against a map that would never end. */
const MOST_ORGANISATIONS = 20_000;

/** What the map shows: all that matches, without pages, and where it intervenes. */
export async function loadMap(query: DirectoryQuery): Promise<MapData | { ok: false; problems: ParameterProblem[] }> {
  const [search, zones, asked] = await Promise.all([
    searchOrganisations({ ...query, sort: "name", page: 1, pageSize: MOST_ORGANISATIONS }),
    zoneTree(),
    read((db) => resolveZones(db, query.groups.zone ?? [])),
  ]);
  if (!search.ok) return search;
  const codes = new Set([...asked.values()].flatMap((zone) => (zone ? [zone.code] : [])));
  return {
    ok: true,
    organisations: search.items,
    zones: countZones(zones, search.items, codes),
    facets: search.facets,
    correction: search.correction,
  };
}
