/**
 * Published measures that are read together, the whole before its parts. A measure that stands in
 * none of the groups is still kept and shown on its zone's page.
 */
export const MEASURE_GROUPS = {
  abroad: ["malians_abroad", "malians_in_france", "malians_in_france_share_percent", "malians_in_europe", "malians_in_cote_d_ivoire"],
  associationsAbroad: ["associations_abroad", "associations_abroad_in_france", "associations_abroad_elsewhere"],
  declared: [
    "associations_declared_in_france",
    "associations_declared_in_france_village",
    "associations_declared_in_france_commune",
    "associations_declared_in_france_cercle_or_region",
  ],
  mali: ["local_organisations_2017", "ngos_2017"],
  displaced: ["displaced_persons_2022", "malian_refugees_in_neighbouring_countries", "refugees_in_mali"],
  internal: ["internal_migrants_total", "internal_migrants_share_percent", "internal_migrants_male_percent", "internal_migrants_female_percent"],
  origins: ["emigrants_in_france_percent", "emigrants_elsewhere_percent", "associations_in_france_percent", "associations_elsewhere_percent"],
} as const satisfies Record<string, readonly string[]>;
export type MeasureGroup = keyof typeof MEASURE_GROUPS;
export const MEASURE_GROUP_CODES = Object.keys(MEASURE_GROUPS) as MeasureGroup[];

/** Groups whose numbers come from running text, not from a table. */
export const KEY_FIGURE_GROUPS = ["abroad", "associationsAbroad", "declared", "mali", "displaced"] as const satisfies readonly MeasureGroup[];

/** Those of one group, in its order. */
export function ofGroup<T extends { measure: string }>(group: MeasureGroup, statistics: readonly T[]): T[] {
  return MEASURE_GROUPS[group].flatMap((measure) => statistics.filter((statistic) => statistic.measure === measure));
}

/** Those of no group. */
export function ofNoGroup<T extends { measure: string }>(statistics: readonly T[]): T[] {
  const known: readonly string[] = Object.values(MEASURE_GROUPS).flat();
  return statistics.filter(({ measure }) => !known.includes(measure));
}
