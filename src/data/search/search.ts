import "server-only";
import { FILTER_GROUPS, type DirectoryQuery, type FilterGroup, type ParameterProblem } from "@/domain/filters";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { Facets, FoundOrganisation, SearchCorrection, SearchMatch } from "@/domain/published/search";
import type { Found } from "@/search/request";
import { explain } from "@/search/explain";
import { facetValues } from "./facet-values";
import { resolveGroups } from "./resolve-groups";
import { facetName } from "./facet-names";
import { searchAsked } from "./asked";
import { readInOrder, summariesInOrder } from "./in-order";
import { indexFor, type SearchState } from "./present";

export type Refused = { ok: false; problems: ParameterProblem[] };

export type SearchResult =
  | {
      ok: true;
      total: number;
      items: FoundOrganisation[];
      facets: Facets;
      /** How many organisations a facet ("zone:ML-1") leaves under the filters of the other groups. */
      countOf: (facet: string) => number;
      correction: SearchCorrection | null;
      /** Whether no organisation or network was found, so that these are of other kinds. */
      widened: boolean;
    }
  | Refused;

/**
 * The list of the directory: what matches, one page of it, and the facets under the other filters.
 * @param groups whose facets are wanted; those of the others are empty
 * @param orOthers as {@link searchAsked} has it
 */
export async function searchOrganisations(query: DirectoryQuery, groups: readonly FilterGroup[] = FILTER_GROUPS, orOthers = false): Promise<SearchResult> {
  const state = await indexFor(query);
  const resolved = await resolveGroups(state, query);
  if (!resolved.ok) return resolved;
  const { found, choice, widened } = searchAsked(state, query, resolved.choice, { from: (query.page - 1) * query.pageSize, count: query.pageSize }, orOthers);
  return {
    ok: true,
    total: found.total,
    items: await foundOrganisations(state, found),
    facets: facetValues(state, query, choice, found.counts, groups),
    countOf: (facet) => found.counts[state.index.facets.find(facet) ?? -1] ?? 0,
    correction: found.correction,
    widened,
  };
}

/** How many organisations match, without reading any of them. */
export async function countOrganisations(query: DirectoryQuery): Promise<number> {
  const state = await indexFor({ q: query.q, sort: "name" });
  const resolved = await resolveGroups(state, query);
  return resolved.ok ? state.index.search({ text: query.q, choice: resolved.choice, sort: "name", from: 0, count: 0, uncounted: true }).total : 0;
}

type Row = { summary: PublicOrganisationSummary; facets: string[]; aliases: string[]; description: string | null };

async function foundOrganisations(state: SearchState, { ids, query }: Found): Promise<FoundOrganisation[]> {
  if (query === null) return (await summariesInOrder(ids)).map((summary) => ({ ...summary, match: [] }));
  const rows = await readInOrder<Row>(ids, '"summary", "facets", "aliases", "description"');
  return rows.map((row) => ({ ...row.summary, match: matchesOf(state, row, query) }));
}

function matchesOf({ reference }: SearchState, { summary, facets, aliases, description }: Row, query: NonNullable<Found["query"]>): SearchMatch[] {
  return explain(query, {
    name: summary.name,
    acronym: summary.acronym,
    aliases,
    description,
    facets: () =>
      facets.flatMap((facet) => {
        const zone = facet.startsWith("zone:") ? reference.zoneByCode.get(facet.slice("zone:".length)) : undefined;
        const words = zone ? zone.keys.join(" ") : reference.labels.get(facet);
        if (!words) return [];
        const { group, shown } = facetName(reference, facet);
        return [{ group, value: shown.value, label: shown.label, code: shown.code, words: words.split(" ") }];
      }),
  });
}
