import { UNKNOWN, type DirectoryQuery, type FilterGroup } from "./filters";

/** Whom the numbers of regions leave out: cited for the whole country only, for no known zone, or, under a filter of themes, for no known theme. */
export type BlindSpotKind = "country" | "zone" | "theme";

/** How many they are, and the query of the list that shows exactly these. */
export type BlindSpot = { kind: BlindSpotKind; count: number; query: DirectoryQuery };

const asking = (query: DirectoryQuery, group: FilterGroup, value: string): DirectoryQuery => ({
  ...query,
  page: 1,
  groups: { ...query.groups, [group]: [value] },
});

/**
 * The queries of the blind spots of a view.
 * @param country the slug of the country whose regions are counted
 * @param regions the slugs of what lies directly inside it
 */
export function blindSpotQueries(query: DirectoryQuery, country: string, regions: readonly string[]): Omit<BlindSpot, "count">[] {
  const whole = asking(query, "zone", country);
  const excluded = { ...whole.excluded, zone: [...new Set([...(whole.excluded.zone ?? []), ...regions])] };
  const themed = query.groups.theme !== undefined && !query.groups.theme.includes(UNKNOWN);
  return [
    { kind: "country", query: { ...whole, excluded } },
    { kind: "zone", query: asking(query, "zone", UNKNOWN) },
    ...(themed ? [{ kind: "theme" as const, query: asking(query, "theme", UNKNOWN) }] : []),
  ];
}
