import { z } from "zod";
import { FILTER_GROUPS } from "../filters";
import { THEMES, ZONE_LEVELS } from "../vocabularies";
import { termSchema } from "./fields";
import { publicOrganisationSummary } from "./organisation";
import { entityLink } from "./entity-link";
import { organisationLink } from "./organisation-link";
import { count, slug } from "./text";

/** The values of one facet with the number of organisations under the other filters. */
export const facetValue = z.strictObject({
  value: z.string(),
  /** The name of a record (zone, network, source…); null for a code, whose label is in the catalogues. */
  label: z.string().nullable(),
  count,
  selected: z.boolean(),
  /** Asked not to be there. */
  excluded: z.boolean(),
  /** Zones only: the code, the level, and the slug of the zone around it (null for a country). */
  code: z.string().optional(),
  level: z.enum(ZONE_LEVELS).optional(),
  parent: slug.nullish(),
});
export type FacetValue = z.infer<typeof facetValue>;

/** The facets of a search, by group; whoever reads them changes nothing in them. */
export const facets = z.record(z.enum(FILTER_GROUPS), z.array(facetValue)).readonly();
export type Facets = z.infer<typeof facets>;

/** The words that search used instead of the typed ones, when these found nothing; `literal` is the text that asks for the typed ones as they are. */
export const searchCorrection = z.strictObject({ typed: z.string(), used: z.string(), literal: z.string() });
export type SearchCorrection = z.infer<typeof searchCorrection>;

/** Why an organisation was found: words of its own, with the places to mark in `text` (start, end), or a value that it has. */
export const searchMatch = z.union([
  z.strictObject({ field: z.enum(["name", "acronym", "alias", "description"]), text: z.string(), marks: z.array(z.tuple([count, count])) }),
  z.strictObject({ field: z.enum(FILTER_GROUPS), value: z.string(), label: z.string().nullable(), /** Of a zone. */ code: z.string().optional() }),
]);
export type SearchMatch = z.infer<typeof searchMatch>;

/** A row of a list that was searched; `match` is empty when no text was. */
export const foundOrganisation = z.strictObject({ ...publicOrganisationSummary.shape, match: z.array(searchMatch) });
export type FoundOrganisation = z.infer<typeof foundOrganisation>;

/** What a text that is still being typed may become; counts are of organisations and networks. */
export const suggestions = z.strictObject({
  organisations: z.array(organisationLink),
  zones: z.array(z.strictObject({ slug, code: z.string(), name: z.string(), level: z.enum(ZONE_LEVELS), count })),
  themes: z.array(z.strictObject({ code: termSchema(THEMES), count })),
  /** Bodies, programmes, events, sheets and value chains. */
  entities: z.array(entityLink),
});
export type Suggestions = z.infer<typeof suggestions>;
