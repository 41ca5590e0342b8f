/**
 * Communities to which migrants return, as a study describes them: its questions and answers as
 * codes. What a reader may see of them is in published/community.ts.
 */
export const COMMUNITY_INDICATORS = {
  /** From 0 to 1; the first is the unweighted mean of the others. */
  reintegration_score: ["overall", "economic", "social", "psychosocial"],
  /** Percent of the young people surveyed. */
  survey: [
    "paid_activity",
    "can_borrow",
    "reduced_food",
    "group_of_friends",
    "upper_secondary",
    "left_school_early",
    "seeking_work",
    "support_network",
    "wants_own_business",
    "illness_or_accident",
    "wants_psychological_services",
    "born_elsewhere",
    "receives_remittances",
    "family_or_friends_abroad",
    "return_migrants",
    "access_to_psychosocial_services",
    "feels_discriminated",
  ],
  /** Points above or below the share of satisfied people in the whole sample. */
  service_satisfaction: ["education", "identity_papers", "housing", "health_care", "drinking_water", "justice_and_police"],
  /** Percent of the young people surveyed who work in it. */
  activity_sector: ["small_trade", "import_export", "agriculture", "livestock", "construction", "mechanics", "catering", "wholesale"],
  /** Why no business was started, by rank. */
  no_business_reason: ["lack_of_capital", "lack_of_connections", "lack_of_qualifications", "lack_of_ideas"],
  /** Why people left, by rank. */
  departure_reason: ["economic", "family", "climate_change", "climate_reasons", "conflict", "education", "born_abroad"],
} as const;
export type CommunityIndicatorGroup = keyof typeof COMMUNITY_INDICATORS;
export type CommunityIndicatorCode<G extends CommunityIndicatorGroup = CommunityIndicatorGroup> = (typeof COMMUNITY_INDICATORS)[G][number];

/** How the figures of a group are to be read; those of none are ranks alone. */
export const INDICATOR_UNITS = {
  reintegration_score: "score",
  survey: "percent",
  service_satisfaction: "points",
  activity_sector: "percent",
  no_business_reason: "percent",
  departure_reason: "percent",
} as const satisfies Record<CommunityIndicatorGroup, string>;

/** What may be said of an indicator: its value, its rank as printed, the mean of the sample (percent), a reservation. */
export const INDICATOR_PARTS = ["value", "rank", "mean", "note"] as const;
export type IndicatorPart = (typeof INDICATOR_PARTS)[number];

/** The field of a community that says a part of an indicator. */
export const indicatorField = (group: CommunityIndicatorGroup, code: string, part: IndicatorPart = "value"): string =>
  part === "value" ? `${group}_${code}` : `${group}_${code}_${part}`;

export const COMMUNITY_INDICATOR_GROUPS = Object.keys(COMMUNITY_INDICATORS) as [CommunityIndicatorGroup, ...CommunityIndicatorGroup[]];

/** How many survey questions come under the profile's first heading, "profil socio-économique"; the others follow "profil migratoire". */
export const SOCIO_ECONOMIC_QUESTIONS = 11;

export const COMMUNITY_DIMENSIONS = ["economic", "social", "psychosocial"] as const;
export type CommunityDimension = (typeof COMMUNITY_DIMENSIONS)[number];
/** The dimensions an actor may be ticked for: the three above and communication for development. */
export const ACTOR_DIMENSION_COUNT = 4;

/** What the study sums up of a community, in the order of its summary table. */
export const SUMMARY_NOTES = ["economic_challenge", "social_challenge", "priority", "diaspora", "communication"] as const;
export const COMMUNITY_NOTE_KINDS = ["opportunity", "constraint", "fact", "contradiction", ...SUMMARY_NOTES] as const;
export type CommunityNoteKind = (typeof COMMUNITY_NOTE_KINDS)[number];

/** The field of a community that holds notes of a kind, for some kinds by dimension. */
export const noteField = (kind: CommunityNoteKind, dimension: CommunityDimension | null): string => (dimension === null ? kind : `${kind}_${dimension}`);

export const MUNICIPALITY_TYPES = ["urban", "rural"] as const;
export type MunicipalityType = (typeof MUNICIPALITY_TYPES)[number];

export const COMMUNITY_LANGUAGES = ["bambara", "french", "malinke", "soninke", "senufo"] as const;
export type CommunityLanguage = (typeof COMMUNITY_LANGUAGES)[number];

/**
 * The gap between a community and the sample, in points. A satisfaction figure is printed as a gap
 * already; a survey figure is a share, compared with the mean that its own profile prints.
 *
 * @returns null when one of the two is missing
 */
export function gapToMean(group: "survey" | "service_satisfaction", figure: { value: number | null; mean: number | null }): number | null {
  if (figure.value === null) return null;
  if (group === "service_satisfaction") return figure.value;
  return figure.mean === null ? null : figure.value - figure.mean;
}
