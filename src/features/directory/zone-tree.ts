import type { FacetValue } from "@/domain/published/search";

export type ZoneNode = { facet: FacetValue; children: ZoneNode[] };

/**
 * Sets zones under the zone around them, keeping their order. A zone whose surroundings are not
 * among the values stands at the top rather than disappearing.
 */
export function zoneTree(values: readonly FacetValue[]): ZoneNode[] {
  const nodes = new Map(values.map((facet) => [facet.value, { facet, children: [] as ZoneNode[] }]));
  const top: ZoneNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.facet.parent ? nodes.get(node.facet.parent) : undefined;
    (parent?.children ?? top).push(node);
  }
  return top;
}
