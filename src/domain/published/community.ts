import { z } from "zod";
import {
  ACTOR_DIMENSION_COUNT,
  COMMUNITY_DIMENSIONS,
  COMMUNITY_INDICATORS,
  COMMUNITY_LANGUAGES,
  COMMUNITY_NOTE_KINDS,
  MUNICIPALITY_TYPES,
  type CommunityIndicatorGroup,
} from "../community";
import { entityCitation, entityValue } from "./entity";
import { organisationLink } from "./organisation-link";
import { sourceReference } from "./source";
import { bilingualText, count, slug } from "./text";
import { publicZone } from "./zone";

/** Where something is said: every document, with its lines. */
const citations = z.array(entityCitation).min(1);

const indicators = <const Code extends string>(codes: readonly Code[]) =>
  z.array(
    z.strictObject({
      code: z.enum(codes),
      value: z.number().nullable(),
      rank: z.int().positive().nullable(),
      /** The sample mean printed in this profile, in percent. */
      mean: z.number().nullable(),
      note: bilingualText.nullable(),
      citations,
    }),
  );

/** What lists and tables show of a community; where sources disagree, what the first says. */
export const communitySummary = z.strictObject({
  slug,
  name: z.string(),
  municipalityType: z.enum(MUNICIPALITY_TYPES).nullable(),
  cercle: z.string().nullable(),
  region: z.string().nullable(),
  population: count.nullable(),
  populationApproximate: z.boolean(),
  /** The census; null for a figure without a year. */
  populationYear: z.string().nullable(),
  indicators: z.strictObject({
    reintegration_score: indicators(COMMUNITY_INDICATORS.reintegration_score),
    survey: indicators(COMMUNITY_INDICATORS.survey),
    service_satisfaction: indicators(COMMUNITY_INDICATORS.service_satisfaction),
    activity_sector: indicators(COMMUNITY_INDICATORS.activity_sector),
    no_business_reason: indicators(COMMUNITY_INDICATORS.no_business_reason),
    departure_reason: indicators(COMMUNITY_INDICATORS.departure_reason),
  } satisfies Record<CommunityIndicatorGroup, z.ZodType>),
});
export type CommunitySummary = z.infer<typeof communitySummary>;
export type CommunityIndicator = CommunitySummary["indicators"][CommunityIndicatorGroup][number];

/** Someone who works there, as the documents tell it. */
export const communityActor = z.strictObject({
  slug,
  name: z.string(),
  organisations: z.array(organisationLink),
  /** Null where no source counts them. */
  marks: z.int().min(0).max(ACTOR_DIMENSION_COUNT).nullable(),
  activity: bilingualText.nullable(),
  strengths: bilingualText.nullable(),
  weaknesses: bilingualText.nullable(),
  citations,
});
export type CommunityActor = z.infer<typeof communityActor>;

export const communityNote = z.strictObject({
  kind: z.enum(COMMUNITY_NOTE_KINDS),
  dimension: z.enum(COMMUNITY_DIMENSIONS).nullable(),
  text: bilingualText,
  citations,
});
export type CommunityNote = z.infer<typeof communityNote>;

export const communityProfile = z.strictObject({
  ...communitySummary.shape,
  /** How many communities are ranked. */
  rankedAmong: count,
  studyArea: z.enum(MUNICIPALITY_TYPES).nullable(),
  /** From the region down to the directory's zone of this place; empty when there is none. */
  zones: z.array(publicZone.omit({ code: true })),
  languages: z.array(z.enum(COMMUNITY_LANGUAGES)),
  populationNote: bilingualText.nullable(),
  summary: bilingualText.nullable(),
  /** Of all that says who and what it is. */
  identity: citations,
  /** Of the whole profile that a study gives of it. */
  profile: z.array(entityCitation),
  actors: z.array(communityActor),
  notes: z.array(communityNote),
  /** The values of each field of which sources say different things, though it has one. */
  disputed: z.array(z.strictObject({ field: z.string(), values: z.array(entityValue).min(2) })),
  /** All that is cited. */
  sources: z.array(sourceReference),
});
export type CommunityProfile = z.infer<typeof communityProfile>;
