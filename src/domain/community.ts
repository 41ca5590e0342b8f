import type { ZoneLevel } from "./vocabularies";

/**
 * Communities to which migrants return, as a study describes them: its questions and answers as
 * codes, and what a reader may see of them.
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
  departure_reason: ["economic", "family", "climate_change", "conflict", "education", "born_abroad"],
} as const;
export type CommunityIndicatorGroup = keyof typeof COMMUNITY_INDICATORS;
export type CommunityIndicatorCode<G extends CommunityIndicatorGroup = CommunityIndicatorGroup> = (typeof COMMUNITY_INDICATORS)[G][number];

export const COMMUNITY_INDICATOR_GROUPS = Object.keys(COMMUNITY_INDICATORS) as [CommunityIndicatorGroup, ...CommunityIndicatorGroup[]];

/** How many survey questions come under the profile's first heading, "profil socio-économique"; the others follow "profil migratoire". */
export const SOCIO_ECONOMIC_QUESTIONS = 11;

export const COMMUNITY_DIMENSIONS = ["economic", "social", "psychosocial"] as const;
export type CommunityDimension = (typeof COMMUNITY_DIMENSIONS)[number];
/** The dimensions an actor may be ticked for: the three above and communication for development. */
export const ACTOR_DIMENSION_COUNT = 4;

export const COMMUNITY_NOTE_KINDS = ["opportunity", "constraint", "fact", "contradiction"] as const;
export type CommunityNoteKind = (typeof COMMUNITY_NOTE_KINDS)[number];

export const MUNICIPALITY_TYPES = ["urban", "rural"] as const;
export type MunicipalityType = (typeof MUNICIPALITY_TYPES)[number];

export const COMMUNITY_LANGUAGES = ["bambara", "french", "malinke", "soninke", "senufo"] as const;
export type CommunityLanguage = (typeof COMMUNITY_LANGUAGES)[number];

/** A text in the two languages of the directory, in our words. */
export type BilingualText = { fr: string; en: string };

export type CommunityIndicator<G extends CommunityIndicatorGroup = CommunityIndicatorGroup> = {
  code: CommunityIndicatorCode<G>;
  value: number | null;
  rank: number | null;
  /** The sample mean printed in this profile, in percent. */
  mean: number | null;
  note: BilingualText | null;
  lines: string;
};

/** What lists and tables show of a community. */
export type CommunitySummary = {
  slug: string;
  name: string;
  municipalityType: MunicipalityType;
  cercle: string;
  region: string;
  population: number | null;
  populationApproximate: boolean;
  /** The census; null for a figure without a year. */
  populationYear: number | null;
  source: { slug: string; title: string; author: string | null; publishedOn: string | null };
  indicators: { [G in CommunityIndicatorGroup]: CommunityIndicator<G>[] };
};

export type CommunityActor = {
  name: string;
  /** The directory's entry, when the actor is plainly one of its public organisations. */
  organisation: { slug: string; name: string } | null;
  marks: number;
  activity: BilingualText;
  strengths: BilingualText | null;
  weaknesses: BilingualText | null;
  lines: string;
};

export type CommunityNote = { kind: CommunityNoteKind; dimension: CommunityDimension | null; text: BilingualText; lines: string };

export type CommunityProfile = CommunitySummary & {
  /** How many communities the same study ranks. */
  rankedAmong: number;
  nameAsWritten: string;
  studyArea: MunicipalityType;
  /** From the region down to the directory's zone of this place; empty when there is none. */
  zones: { slug: string; name: string; level: ZoneLevel }[];
  languages: CommunityLanguage[];
  populationNote: BilingualText | null;
  summary: BilingualText;
  identityLines: string;
  summaryLines: string;
  lines: string;
  actors: CommunityActor[];
  notes: CommunityNote[];
};

/**
 * The gap between a community and the sample, in points. A satisfaction figure is printed as a gap
 * already; a survey figure is a share, compared with the mean that its own profile prints.
 *
 * @returns null when one of the two is missing
 */
export function gapToMean(group: "survey" | "service_satisfaction", figure: Pick<CommunityIndicator, "value" | "mean">): number | null {
  if (figure.value === null) return null;
  if (group === "service_satisfaction") return figure.value;
  return figure.mean === null ? null : figure.value - figure.mean;
}
