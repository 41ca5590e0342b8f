/**
 * Published measures that are read together, the whole before its parts. A measure that stands in
 * none of the groups is still kept and shown on its zone's page.
 */
export const MEASURE_GROUPS = {
  abroad: [
    "malians_abroad",
    "malians_in_africa",
    "malians_in_cote_d_ivoire",
    "malians_in_niger",
    "malians_in_burkina_faso",
    "malians_in_senegal",
    "malians_in_gabon",
    "malians_in_europe",
    "malians_in_spain",
    "malians_in_france",
    "malians_in_france_share_percent",
    "malians_in_france_according_to_consulate",
    "malians_in_france_with_residence_permit",
    "malians_in_france_dual_nationals_percent",
    "emigration_candidates_below_def_percent",
  ],
  remittances: [
    "remittances_from_france_euros",
    "remittances_from_france_xof",
    "remittances_from_france_share_of_state_budget_percent",
    "remittances_social_and_prestige_lowest_percent",
    "remittances_social_and_prestige_highest_percent",
    "remittances_housing_percent",
    "remittances_community_facilities_percent",
    "remittances_productive_investment_percent",
    "bank_accounts_of_malians_in_france",
    "diaspora_gift_against_locusts_xof",
    "co_development_savings_mobilised_euros",
  ],
  returns: [
    "return_migrants_registered",
    "voluntary_returns_assisted_ue_oim",
    "target_assisted_voluntary_returns",
    "target_reintegration_from_europe",
    "target_reintegration_from_africa",
    "malians_turned_back_from_morocco",
  ],
  nationalities: [
    "immigrants_burkinabe_percent",
    "immigrants_ivorian_percent",
    "immigrants_guinean_percent",
    "immigrants_mauritanian_percent",
    "immigrants_senegalese_percent",
    "immigrants_other_african_percent",
  ],
  associationsAbroad: [
    "associations_abroad",
    "associations_abroad_in_france",
    "associations_abroad_in_france_percent",
    "associations_abroad_elsewhere",
    "associations_abroad_elsewhere_percent",
    "associations_active_in_france",
    "associations_in_france_for_villages_of_origin",
    "countries_with_hcme",
    "countries_with_csdm",
  ],
  declared: [
    "associations_declared_in_france",
    "associations_declared_in_france_village",
    "associations_declared_in_france_commune",
    "associations_declared_in_france_cercle_or_region",
  ],
  mali: ["local_organisations_2017", "ngos_2017"],
  displaced: ["displaced_persons_2022", "displaced_persons_increase_2020_percent", "malian_refugees_in_neighbouring_countries", "refugees_in_mali"],
  internal: ["internal_migrants_total", "internal_migrants_share_percent", "internal_migrants_male_percent", "internal_migrants_female_percent"],
  inhabitants: ["population"],
  origins: ["emigrants_in_france_percent", "emigrants_elsewhere_percent", "associations_in_france_percent", "associations_elsewhere_percent"],
} as const satisfies Record<string, readonly string[]>;
export type MeasureGroup = keyof typeof MEASURE_GROUPS;
export const MEASURE_GROUP_CODES = Object.keys(MEASURE_GROUPS) as MeasureGroup[];

/** How a measure is to be read: its code tells it. */
export function unitOfMeasure(measure: string): string {
  for (const unit of ["percent", "euros", "xof"]) if (measure.endsWith(`_${unit}`)) return unit;
  if (measure.startsWith("associations_")) return "associations";
  if (measure.startsWith("countries_")) return "countries";
  if (measure.startsWith("bank_accounts_")) return "accounts";
  return /^(ngos|local_organisations)_/.test(measure) ? "organisations" : "persons";
}

/** How many live in a zone: what a map divides by. */
export const POPULATION = MEASURE_GROUPS.inhabitants[0];

/** Groups whose numbers come from running text, not from a table. */
export const KEY_FIGURE_GROUPS = [
  "abroad",
  "associationsAbroad",
  "declared",
  "remittances",
  "returns",
  "mali",
  "displaced",
] as const satisfies readonly MeasureGroup[];

/** Those of one group, in its order. */
export function ofGroup<T extends { measure: string }>(group: MeasureGroup, statistics: readonly T[]): T[] {
  return MEASURE_GROUPS[group].flatMap((measure) => statistics.filter((statistic) => statistic.measure === measure));
}

/** Those of no group. */
export function ofNoGroup<T extends { measure: string }>(statistics: readonly T[]): T[] {
  const known: readonly string[] = Object.values(MEASURE_GROUPS).flat();
  return statistics.filter(({ measure }) => !known.includes(measure));
}
