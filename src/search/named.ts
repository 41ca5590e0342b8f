import { FILTER_GROUPS, type FilterGroup } from "@/domain/filters";
import { BUNDLE_OF_GROUP, type FacetNumbers } from "./facet-numbers";
import { rowsNamed } from "./order";
import type { Segment } from "./segment";

/**
 * The facets of a group that the organisations of a segment have of which these words are the whole name or the acronym.
 * @param superseded organisations that changed since this segment was built (1)
 */
export function facetsOfNamed(segment: Segment, superseded: Uint8Array | null, whole: readonly string[], group: FilterGroup, numbers: FacetNumbers): string[] {
  if (whole.length === 0) return [];
  const { bundleOf, bundles } = segment;
  const place = FILTER_GROUPS.indexOf(group);
  const { name, acronym } = rowsNamed(segment, whole);
  return [...name, ...acronym].flatMap((row) => {
    if (superseded?.[row] === 1) return [];
    const bundle = bundleOf[BUNDLE_OF_GROUP[place]!]![row]!;
    const own = [...bundles.items.subarray(bundles.start[bundle]!, bundles.start[bundle + 1]!)];
    return own.filter((facet) => numbers.groups[facet] === place).map((facet) => numbers.names[facet]!);
  });
}
