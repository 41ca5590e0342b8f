import "server-only";
import { COVERAGE_TABLES, hasUnknown, type Coverage, type CoverageLine, type CoverageTable } from "@/domain/coverage";
import { codesOfFilter, UNKNOWN, type CodedFilter, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { Facets, SearchCorrection } from "@/domain/published/search";
import type { PlacedZone } from "@/domain/published/zone";
import { HOME_COUNTRY } from "@/domain/settings";
import { crossing } from "@/search/crossing";
import type { FacetChoice } from "@/search/selection";
import { zonePlaces } from "../zone/tree";
import { facetValues } from "./facet-values";
import { indexFor } from "./present";
import { resolveGroups } from "./resolve-groups";
import type { Refused } from "./search";

export type FoundCoverage = {
  ok: true;
  coverage: Coverage;
  /** How many the filters find. */ total: number;
  facets: Facets;
  correction: SearchCorrection | null;
};

/** More columns do not fit the width of a page. */
const MOST_ZONES = 14;

type Columns = Pick<Coverage, "around" | "left"> & { lines: CoverageLine[]; facets: string[] };

/**
 * Who has what under a query, counted in the index. A filter of the rows or of the columns chooses which of them are shown; one zone with others
 * inside it shows these.
 */
export async function coverageOf(query: DirectoryQuery, table: CoverageTable): Promise<FoundCoverage | Refused> {
  const state = await indexFor({ q: query.q, sort: "name" });
  const resolved = await resolveGroups(state, query);
  if (!resolved.ok) return resolved;
  const { index } = state;
  const { rows: down, columns: across } = COVERAGE_TABLES[table];
  const found = index.search({ text: query.q, choice: resolved.choice, sort: "name", from: 0, count: 0 });
  const countOf = (facet: string) => found.counts[index.facets.find(facet) ?? -1] ?? 0;
  const rows = codesOf(resolved.choice, down);
  const columns = across === "zone" ? await zonesOf(resolved.choice, countOf) : { ...codesOf(resolved.choice, across), around: null, left: 0 };
  const { around } = columns;
  const unknown = { down: `${down}:${UNKNOWN}`, across: `${across}:${UNKNOWN}` };
  // Who asks for the unknown has it among the lines.
  const [rowFacets, columnFacets] = [new Set([...rows.facets, unknown.down]), new Set([...columns.facets, ...(around ? [] : [unknown.across])])].map((set) => [
    ...set,
  ]);
  const rest = around && { of: `zone:${around.code}`, without: await insideOf(around.code) };
  // All columns lie inside the one zone that is asked for: nobody else is looked through.
  const isInside = around !== null && resolved.choice.included.get("zone")?.join() === ZONE + around.code;
  const included = new Map([...resolved.choice.included].filter(([group]) => group !== down && (group !== across || isInside)));
  const counts = crossing(
    index.selected(query.q, { ...resolved.choice, included }),
    { group: down, facets: rowFacets! },
    { group: across, facets: columnFacets!, ...(rest && { rest }) },
    index.facets,
  );
  const shown = counts.slice(0, rows.lines.length);
  return {
    ok: true,
    total: found.total,
    facets: facetValues(state, query, resolved.choice, found.counts),
    correction: found.correction,
    coverage: {
      table,
      rows: rows.lines,
      columns: columns.lines,
      here: shown.map((row) => row.slice(0, columns.lines.length)),
      aside: shown.map((row) => row[around ? columns.lines.length : columnFacets!.indexOf(unknown.across)]!),
      unsaid: hasUnknown(down) ? counts[rowFacets!.indexOf(unknown.down)]!.slice(0, columns.lines.length) : null,
      around,
      left: columns.left,
    },
  };
}

/** The codes of a group that are asked for and not left out, or else all that are not. */
function codesOf({ included, excluded }: FacetChoice, group: Exclude<FilterGroup, "zone">): { lines: CoverageLine[]; facets: string[] } {
  const asked = included.get(group);
  const codes = codesOfFilter(group as CodedFilter);
  const facets = (asked ?? codes.map((code) => `${group}:${code}`)).filter((facet) => !excluded.get(group)?.includes(facet));
  return { facets: [...facets], lines: facets.map((facet) => ({ value: facet.slice(group.length + 1), label: null })) };
}

const ZONE = "zone:";

/** What lies inside the one zone that is asked for, inside the home country when none is, or else the zones that are asked for. */
async function zonesOf({ included, excluded }: FacetChoice, countOf: (facet: string) => number): Promise<Columns> {
  const { byCode, inside } = await zonePlaces();
  const asked = (included.get("zone") ?? []).map((facet) => facet.slice(ZONE.length));
  const [first, ...others] = asked;
  const only = first !== undefined && others.length === 0 && inside(first).length > 0 ? first : null;
  const around = byCode.get(only ?? HOME_COUNTRY) ?? null;
  const zones = first === undefined || only ? (around ? inside(around.code) : []) : asked.flatMap((code) => byCode.get(code) ?? []);
  const kept = zones.filter(({ code }) => !excluded.get("zone")?.includes(ZONE + code));
  // The places of most organisations, in the order of all.
  const most = new Set([...kept].sort((a, b) => countOf(ZONE + b.code) - countOf(ZONE + a.code)).slice(0, MOST_ZONES));
  const shown = kept.filter((zone) => most.has(zone));
  const unknown = asked.includes(UNKNOWN) ? [{ value: UNKNOWN, label: null }] : [];
  return {
    lines: [...shown.map(({ slug, name, code }: PlacedZone) => ({ value: slug, label: name, code })), ...unknown],
    facets: [...shown.map(({ code }) => ZONE + code), ...unknown.map(({ value }) => ZONE + value)],
    around: around && { slug: around.slug, name: around.name, code: around.code, inside: inside(around.code).map(({ slug }) => slug) },
    left: kept.length - shown.length,
  };
}

const insideOf = async (code: string): Promise<string[]> => (await zonePlaces()).inside(code).map((zone) => ZONE + zone.code);
