import "server-only";
import { CODED_FILTERS, FILTER_GROUPS, isUnknown, type DirectoryQuery, type FilterGroup, type ParameterProblem } from "@/domain/filters";
import type { FacetChoice } from "@/search/selection";
import { DEFAULT_KINDS, PARTNER_CLASSES } from "@/domain/vocabularies";
import { zoneNamed } from "@/domain/zone-name";
import { publicOrganisationExists } from "../organisation/exists";
import type { Reference } from "./reference";
import type { SearchState } from "./present";

export type ResolvedGroups = { ok: true; choice: FacetChoice } | { ok: false; problems: ParameterProblem[] };

/** What is searched when no kind is asked for. */
export const DEFAULT_CHOICE: FacetChoice = { included: new Map([["kind", DEFAULT_KINDS.map((kind) => `kind:${kind}`)]]), excluded: new Map() };

/**
 * Replaces what a reader may write (a place name, a slug in capitals) by the values of the search
 * rows, and refuses what does not exist. Without a kind, the default kinds are asked for.
 */
export async function resolveGroups(state: SearchState, query: DirectoryQuery): Promise<ResolvedGroups> {
  const problems: ParameterProblem[] = [];
  const sides = { included: query.groups, excluded: query.excluded };
  const choice = { included: new Map<FilterGroup, string[]>(), excluded: new Map<FilterGroup, string[]>() };
  for (const side of ["included", "excluded"] as const) {
    for (const group of FILTER_GROUPS) {
      const values = sides[side][group] ?? [];
      const facets = new Set<string>();
      for (const value of values) {
        const known = group in CODED_FILTERS || isUnknown(group, value) ? value : await RESOLVERS[group as RecordGroup](state, value);
        if (known === null) problems.push({ parameter: group, value: value.slice(0, 60), reason: "unknown_value", accepted: acceptedExamples(state, group) });
        else facets.add(`${group}:${known}`);
      }
      if (facets.size > 0) choice[side].set(group, [...facets]);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  if (!query.groups.kind?.length) choice.included.set("kind", [...DEFAULT_CHOICE.included.get("kind")!]);
  return { ok: true, choice };
}

type RecordGroup = "zone" | "country" | "partner" | "network" | "source";

/** An organisation that others name, or any other of the directory: nobody may name it yet. */
async function organisationSlug({ reference }: SearchState, value: string): Promise<string | null> {
  const slug = value.toLowerCase();
  return reference.organisations.has(slug) || (await publicOrganisationExists(slug)) ? slug : null;
}

const RESOLVERS: Record<RecordGroup, (state: SearchState, value: string) => string | null | Promise<string | null>> = {
  zone: ({ reference }, value) => zoneNamed(reference.zones, value)?.code ?? null,
  country: ({ reference }, value) => countries(reference).find((code) => code === value.toUpperCase()) ?? null,
  partner: (state, value) => ((PARTNER_CLASSES as readonly string[]).includes(value.toLowerCase()) ? value.toLowerCase() : organisationSlug(state, value)),
  network: organisationSlug,
  source: ({ reference }, value) => (reference.sources.has(value.toLowerCase()) ? value.toLowerCase() : null),
};

const countries = ({ zones }: Reference): string[] => zones.filter(({ level }) => level === "country").map(({ code }) => code);

/** The values that a refused record parameter could have had; zones are too many, so the wide ones only. */
function acceptedExamples({ reference, index }: SearchState, group: FilterGroup): string[] {
  switch (group) {
    case "zone":
      return reference.zones.filter(({ level }) => level === "region" || level === "cercle").map(({ slug }) => slug);
    case "country":
      return countries(reference).sort();
    case "source":
      return [...reference.sources.keys()];
    case "network":
      return index.facets.names
        .filter((facet) => facet.startsWith("network:"))
        .map((facet) => facet.slice("network:".length))
        .sort();
    case "partner":
      return [...PARTNER_CLASSES];
    default:
      return [];
  }
}
