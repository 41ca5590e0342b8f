import "server-only";
import { UNKNOWN, type DirectoryQuery } from "@/domain/filters";
import type { Facets, SearchCorrection } from "@/domain/published/search";
import type { FacetChoice } from "@/search/selection";
import { facetValues } from "./facet-values";
import { resolveGroups } from "./resolve-groups";
import type { Refused } from "./search";
import { presentIndex } from "./present";

export type ZoneSearch = {
  ok: true;
  total: number;
  /** By zone code: how many of those found intervene in the zone or inside it, each once. */
  counts: ReadonlyMap<string, number>;
  /** How many of those found have no known zone. */
  withoutZone: number;
  /** Codes of the zones asked for; null when no zone filter is set, empty when it asks for no zone that is known. */
  asked: string[] | null;
  facets: Facets;
  correction: SearchCorrection | null;
};

const ZONE = "zone:";
const NO_ZONE = `${ZONE}${UNKNOWN}`;

/** Where the organisations that a query finds intervene, counted without reading them. */
export async function searchZones(query: DirectoryQuery): Promise<ZoneSearch | Refused> {
  const state = await presentIndex();
  const resolved = await resolveGroups(state, query);
  if (!resolved.ok) return resolved;
  const { choice } = resolved;
  const { index, reference } = state;
  const found = index.search({ text: query.q, choice: leavingZonesOut(choice), sort: "name", from: 0, count: 0 });
  const countOf = (facet: string) => {
    const number = index.facets.find(facet);
    return number === undefined ? 0 : (found.counts[number] ?? 0);
  };
  const included = choice.included.get("zone");
  const asked = included?.filter((facet) => facet !== NO_ZONE).map((facet) => facet.slice(ZONE.length)) ?? null;
  // Under a zone filter the counts of other zones are those of its alternatives: they were not asked for.
  const asksForNone = asked !== null && asked.length === 0;
  return {
    ok: true,
    total: found.total,
    counts: new Map(asksForNone ? [] : reference.zones.map(({ code }) => [code, countOf(ZONE + code)])),
    withoutZone: included && !included.includes(NO_ZONE) ? 0 : countOf(NO_ZONE),
    asked,
    facets: facetValues(state, query, choice, found.counts),
    correction: found.correction,
  };
}

/**
 * Facets go on counting what is left out of their own group, as alternatives. A map must not: here
 * the zones left out are a condition of another group, to which all the same organisations answer.
 */
function leavingZonesOut({ included, excluded }: FacetChoice): FacetChoice {
  const zones = excluded.get("zone");
  if (!zones) return { included, excluded };
  const others = new Map(excluded);
  others.delete("zone");
  others.set("country", [...(excluded.get("country") ?? []), ...zones]);
  return { included, excluded: others };
}
