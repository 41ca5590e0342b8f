import "server-only";
import { blindSpotQueries, type BlindSpot } from "@/domain/blind-spots";
import type { DirectoryQuery } from "@/domain/filters";
import { zonePlaces } from "../zone/tree";
import { countOrganisations } from "./search";

/**
 * Whom the numbers of a country's regions leave out under a query, counted as the list counts them.
 * @param country its code
 */
export async function blindSpots(query: DirectoryQuery, country: string): Promise<BlindSpot[]> {
  const { byCode, inside } = await zonePlaces();
  const around = byCode.get(country);
  if (!around) return [];
  const queries = blindSpotQueries(
    query,
    around.slug,
    inside(country).map(({ slug }) => slug),
  );
  return Promise.all(queries.map(async (spot) => ({ ...spot, count: await countOrganisations(spot.query) })));
}
