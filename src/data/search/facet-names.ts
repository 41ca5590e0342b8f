import "server-only";
import type { FacetValue } from "@/domain/published/search";
import { CODED_FILTERS, isCoded, UNKNOWN, type CodedFilter, type FilterGroup, type RecordFilter } from "@/domain/filters";
import type { Reference } from "./reference";

/** How a facet is shown; `coded` says that its label is in the catalogues and its order that of the codes. */
export type FacetName = { group: FilterGroup; coded: boolean; shown: Pick<FacetValue, "value" | "label" | "code" | "level" | "parent"> };

/** The names of all facets by their numbers, and the numbers in the order in which equals are shown. */
export type FacetNames = { byNumber: FacetName[]; inOrder: number[] };

const byName = new Intl.Collator("fr");

/** A community, a body or a programme by its name. */
const named =
  (group: "community" | "body" | "programme") =>
  ({ records }: Reference, value: string) => ({ label: records.get(`${group}:${value}`) ?? null });

/** How a value of each record filter is shown; a class of partners, like every code, has its label in the catalogues. */
const RECORDS: Record<RecordFilter, (reference: Reference, value: string) => Omit<FacetName["shown"], "value"> & { value?: string }> = {
  source: ({ sources }, value) => ({ label: sources.get(value) ?? null }),
  network: ({ organisations }, value) => ({ label: organisations.get(value) ?? null }),
  partner: ({ organisations }, value) => ({ label: organisations.get(value) ?? null }),
  community: named("community"),
  body: named("body"),
  programme: named("programme"),
  country: ({ zoneByCode }, value) => ({ label: zoneByCode.get(value)?.name ?? null }),
  zone: ({ zoneByCode }, value) => {
    const zone = zoneByCode.get(value);
    return zone ? { value: zone.slug, label: zone.name, code: zone.code, level: zone.level, parent: zone.parentSlug } : { label: null };
  },
};

/** @param facet "group:value" */
export function facetName(reference: Reference, facet: string): FacetName {
  const separator = facet.indexOf(":");
  const group = facet.slice(0, separator) as FilterGroup;
  const value = facet.slice(separator + 1);
  if (isCoded(group)) return { group, coded: true, shown: { value, label: null } };
  return { group, coded: false, shown: { value, ...RECORDS[group](reference, value) } };
}

/** Computed once for each revision: collation is slow. */
export function facetNames(reference: Reference, facets: readonly string[]): FacetNames {
  const byNumber = facets.map((facet) => facetName(reference, facet));
  const order = (a: FacetName, b: FacetName): number => {
    if (a.coded !== b.coded) return Number(a.coded) - Number(b.coded);
    if (!a.coded) return byName.compare(a.shown.label ?? a.shown.value, b.shown.label ?? b.shown.value);
    return placeOfCode(a) - placeOfCode(b) || (a.shown.value < b.shown.value ? -1 : 1);
  };
  return { byNumber, inOrder: [...byNumber.keys()].sort((a, b) => order(byNumber[a]!, byNumber[b]!)) };
}

function placeOfCode({ group, shown }: FacetName): number {
  // After the mapping's codes come the consortium's, and last what no source says.
  const codes: readonly string[] = CODED_FILTERS[group as CodedFilter];
  const place = codes.indexOf(shown.value);
  return shown.value === UNKNOWN ? codes.length + 1 : place === -1 ? codes.length : place;
}
