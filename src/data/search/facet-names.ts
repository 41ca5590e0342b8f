import "server-only";
import { CODED_FILTERS, UNKNOWN, type CodedFilter, type FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/published/search";
import type { Reference } from "./reference";

/** How a facet is shown; `coded` says that its label is in the catalogues and its order that of the codes. */
export type FacetName = { group: FilterGroup; coded: boolean; shown: Pick<FacetValue, "value" | "label" | "level" | "parent"> };

/** The names of all facets by their numbers, and the numbers in the order in which equals are shown. */
export type FacetNames = { byNumber: FacetName[]; inOrder: number[] };

const byName = new Intl.Collator("fr");

/** @param facet "group:value" */
export function facetName(reference: Reference, facet: string): FacetName {
  const separator = facet.indexOf(":");
  const group = facet.slice(0, separator) as FilterGroup;
  return { group, coded: group in CODED_FILTERS, shown: shownAs(reference, group, facet.slice(separator + 1)) };
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

/** Computed once for each revision: collation is slow. */
export function facetNames(reference: Reference, facets: readonly string[]): FacetNames {
  const byNumber = facets.map((facet) => facetName(reference, facet));
  const order = (a: FacetName, b: FacetName): number => {
    if (a.coded !== b.coded) return Number(a.coded) - Number(b.coded);
    if (!a.coded) return byName.compare(a.shown.label ?? a.shown.value, b.shown.label ?? b.shown.value);
    return placeOfCode(a) - placeOfCode(b);
  };
  return { byNumber, inOrder: [...byNumber.keys()].sort((a, b) => order(byNumber[a]!, byNumber[b]!)) };
}

function placeOfCode({ group, shown }: FacetName): number {
  const codes: readonly string[] = CODED_FILTERS[group as CodedFilter];
  return shown.value === UNKNOWN ? codes.length : codes.indexOf(shown.value);
}
