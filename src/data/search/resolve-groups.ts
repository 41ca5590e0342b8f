import "server-only";
import { FILTER_GROUPS, isCoded, isUnknown, type DirectoryQuery, type FilterGroup, type ParameterProblem, type RecordFilter } from "@/domain/filters";
import type { DirectoryIndex } from "@/search/directory-index";
import type { FacetChoice } from "@/search/selection";
import { codeMeant, codesIn } from "@/domain/terms";
import { DEFAULT_KINDS } from "@/domain/vocabularies";
import { zoneNamed } from "@/domain/zone-name";
import { publicOrganisationExists } from "../organisation/exists";
import type { Reference } from "./reference";
import type { SearchState } from "./present";

export type ResolvedGroups = { ok: true; choice: FacetChoice } | { ok: false; problems: ParameterProblem[] };

/** What is searched when no kind is asked for. */
export const DEFAULT_CHOICE: FacetChoice = { included: new Map([["kind", DEFAULT_KINDS.map((kind) => `kind:${kind}`)]]), excluded: new Map() };

/** The kinds that are meant when none is asked for: whoever types the whole name or the acronym of an entry means it, so its kind is searched too. */
export const kindsMeant = (index: DirectoryIndex, text: string): string[] => [
  ...new Set([...DEFAULT_CHOICE.included.get("kind")!, ...index.ofNamed(text, "kind")]),
];

/**
 * Replaces what a reader may write (a place name, a slug in capitals) by the values of the search
 * rows, and refuses what does not exist. Without a kind, those of {@link kindsMeant} are asked for.
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
        const known = isCoded(group) || isUnknown(group, value) ? value : await RECORDS[group].resolve(state, value);
        if (known !== null) facets.add(`${group}:${known}`);
        else if (!isCoded(group))
          problems.push({ parameter: group, value: value.slice(0, 60), reason: "unknown_value", accepted: RECORDS[group].examples(state) });
      }
      if (facets.size > 0) choice[side].set(group, [...facets]);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  if (!query.groups.kind?.length) choice.included.set("kind", kindsMeant(state.index, query.q));
  return { ok: true, choice };
}

/** An organisation that others name, or any other of the directory, which nobody may have named yet. */
async function organisationSlug({ reference }: SearchState, value: string): Promise<string | null> {
  const slug = value.toLowerCase();
  return reference.organisations.has(slug) || (await publicOrganisationExists(slug)) ? slug : null;
}

const countries = ({ zones }: Reference): string[] => zones.filter(({ level }) => level === "country").map(({ code }) => code);

type RecordValues = {
  /** The value of the search rows for what a reader wrote; null when there is no such record. */
  resolve(state: SearchState, value: string): string | null | Promise<string | null>;
  /** Values that a refused parameter could have had. */
  examples(state: SearchState): string[];
};

/** A community, a body or a programme, which nobody may be known to work in. */
const named = (group: "community" | "body" | "programme"): RecordValues => ({
  resolve: ({ reference }, value) => (reference.records.has(`${group}:${value.toLowerCase()}`) ? value.toLowerCase() : null),
  examples: ({ reference }) => [...reference.records.keys()].flatMap((key) => (key.startsWith(`${group}:`) ? [key.slice(group.length + 1)] : [])),
});

const RECORDS: Record<RecordFilter, RecordValues> = {
  zone: {
    resolve: ({ reference }, value) => zoneNamed(reference.zones, value)?.code ?? null,
    // All zones are too many: the large ones only.
    examples: ({ reference }) => reference.zones.filter(({ level }) => level === "region" || level === "cercle").map(({ slug }) => slug),
  },
  country: {
    resolve: ({ reference }, value) => countries(reference).find((code) => code === value.toUpperCase()) ?? null,
    examples: ({ reference }) => countries(reference).sort(),
  },
  partner: {
    resolve: (state, value) => codeMeant("partner_class", value.toLowerCase(), "public") ?? organisationSlug(state, value),
    examples: () => [...codesIn("partner_class", "public")],
  },
  network: {
    resolve: organisationSlug,
    examples: ({ index }) =>
      index.facets.names
        .filter((facet) => facet.startsWith("network:"))
        .map((facet) => facet.slice("network:".length))
        .sort(),
  },
  community: named("community"),
  body: named("body"),
  programme: named("programme"),
  source: {
    resolve: ({ reference }, value) => (reference.sources.has(value.toLowerCase()) ? value.toLowerCase() : null),
    examples: ({ reference }) => [...reference.sources.keys()],
  },
};
