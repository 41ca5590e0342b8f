import "server-only";
import { CODED_FILTERS, UNKNOWN, type CodedFilter, type FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/public-organisation";
import type { Reference } from "./reference";

/** How a facet is shown, and its place among those of its group that are as frequent. */
export type FacetName = { group: FilterGroup; shown: Pick<FacetValue, "value" | "label" | "level" | "parent">; rank: number };

const byName = new Intl.Collator("fr");

/** @param facet "group:value" */
export function facetName(reference: Reference, facet: string): FacetName {
  const separator = facet.indexOf(":");
  const group = facet.slice(0, separator) as FilterGroup;
  const value = facet.slice(separator + 1);
  const codes: readonly string[] = CODED_FILTERS[group as CodedFilter] ?? [];
  const rank = value === UNKNOWN ? Number.MAX_SAFE_INTEGER : codes.indexOf(value);
  return { group, shown: shownAs(reference, group, value), rank };
}

/** A partner may be a class of actors, whose label, like that of every code, is in the catalogues. */
function shownAs(reference: Reference, group: FilterGroup, value: string): FacetName["shown"] {
  if (group === "source") return { value, label: reference.sources.get(value) ?? null };
  if (group === "network" || group === "partner") return { value, label: reference.organisations.get(value) ?? null };
  const zone = reference.zoneByCode.get(value);
  if (!zone || (group !== "country" && group !== "zone")) return { value, label: null };
  if (group === "country") return { value, label: zone.name };
  return { value: zone.slug, label: zone.name, level: zone.level, parent: zone.parentSlug };
}

/** The names of all facets by their numbers, made once a revision: sorting names is slow. */
export function facetNames(reference: Reference, facets: readonly string[]): FacetName[] {
  const names = facets.map((facet) => facetName(reference, facet));
  const records = names.filter(({ group, rank }) => !(group in CODED_FILTERS) && rank === -1);
  records.sort((a, b) => byName.compare(a.shown.label ?? a.shown.value, b.shown.label ?? b.shown.value));
  records.forEach((name, rank) => (name.rank = rank));
  return names;
}
