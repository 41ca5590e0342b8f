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
import { organisationLink } from "./organisation-link";
import { bilingualText, count, lines, namedSource, partialDate, slug } from "./text";
import { publicZone } from "./zone";

const indicators = <const Code extends string>(codes: readonly Code[]) =>
  z.array(
    z.strictObject({
      code: z.enum(codes),
      value: z.number().nullable(),
      rank: z.int().positive().nullable(),
      /** The sample mean printed in this profile, in percent. */
      mean: z.number().nullable(),
      note: bilingualText.nullable(),
      lines,
    }),
  );

/** What lists and tables show of a community. */
export const communitySummary = z.strictObject({
  slug,
  name: z.string(),
  municipalityType: z.enum(MUNICIPALITY_TYPES),
  cercle: z.string(),
  region: z.string(),
  population: count.nullable(),
  populationApproximate: z.boolean(),
  /** The census; null for a figure without a year. */
  populationYear: z.int().nullable(),
  source: z.strictObject({ ...namedSource.shape, author: z.string().nullable(), publishedOn: partialDate }),
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

export const communityActor = z.strictObject({
  name: z.string(),
  /** The directory's entry, when the actor is plainly one of its organisations; the first, when it is several. */
  organisation: z.strictObject({ slug, name: z.string() }).nullable(),
  organisations: z.array(organisationLink),
  /** Null where no source counts them. */
  marks: z.int().min(0).max(ACTOR_DIMENSION_COUNT).nullable(),
  activity: bilingualText.nullable(),
  strengths: bilingualText.nullable(),
  weaknesses: bilingualText.nullable(),
  /** None of what no document says. */
  lines: lines.nullable(),
});

export type CommunityActor = z.infer<typeof communityActor>;

export const communityNote = z.strictObject({
  kind: z.enum(COMMUNITY_NOTE_KINDS),
  dimension: z.enum(COMMUNITY_DIMENSIONS).nullable(),
  text: bilingualText,
  lines,
});
export type CommunityNote = z.infer<typeof communityNote>;

export const communityProfile = z.strictObject({
  ...communitySummary.shape,
  /** How many communities the same study ranks. */
  rankedAmong: count,
  nameAsWritten: z.string(),
  studyArea: z.enum(MUNICIPALITY_TYPES),
  /** From the region down to the directory's zone of this place; empty when there is none. */
  zones: z.array(publicZone.omit({ code: true })),
  languages: z.array(z.enum(COMMUNITY_LANGUAGES)),
  populationNote: bilingualText.nullable(),
  summary: bilingualText,
  identityLines: lines,
  summaryLines: lines,
  lines,
  actors: z.array(communityActor),
  notes: z.array(communityNote),
});
export type CommunityProfile = z.infer<typeof communityProfile>;
