import "server-only";
import { resolveGroups } from "@/data/search/resolve-groups";
import { presentIndex } from "@/data/search/present";
import { parametersOf, parseDirectoryQuery, RECORD_FILTERS } from "@/domain/filters";

/**
 * Whether a page that lists organisations must refuse its parameters. The database is asked only
 * when a parameter names a record (a zone, a network…), so that ordinary views cost nothing more.
 */
export async function refusesParameters(search: URLSearchParams): Promise<boolean> {
  const parsed = parseDirectoryQuery(parametersOf(search));
  if (!parsed.ok) return true;
  const { groups, excluded } = parsed.query;
  if (!RECORD_FILTERS.some((filter) => groups[filter] ?? excluded[filter])) return false;
  const resolved = await resolveGroups(await presentIndex(), parsed.query);
  return !resolved.ok;
}
