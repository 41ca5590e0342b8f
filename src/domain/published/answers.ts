import { z } from "zod";
import { FILTER_GROUPS } from "../filters";
import { publicEntity } from "./entity";
import { entityLink } from "./entity-link";
import { publishedStatistic } from "./figure";
import { publicOrganisation, publicOrganisationSummary } from "./organisation";
import { searchCorrection, searchMatch, suggestions } from "./search";
import { publicCitation } from "./statement";
import { count, slug } from "./text";

/** What the API answers: the published shapes with the addresses and labels of who asks. */

/** Whole where the site knows its own address (PUBLIC_URL), else the path. */
const url = z.union([z.url(), z.string().regex(/^\/organisations\/[^/]+$/)]);

/** `GET /api/v1/organisations/{slug}` */
export const organisationAnswer = z.strictObject({ ...publicOrganisation.shape, url });
export type OrganisationAnswer = z.infer<typeof organisationAnswer>;

/** A row of the list and of the export; `match` is there when a text was searched. */
export const listItem = z.strictObject({ ...publicOrganisationSummary.shape, url, match: z.array(searchMatch).optional() });
export type ListItem = z.infer<typeof listItem>;

export const labelledFacets = z.record(z.enum(FILTER_GROUPS), z.array(z.strictObject({ value: z.string(), label: z.string(), count })));
export type LabelledFacets = z.infer<typeof labelledFacets>;

/** `GET /api/v1/organisations` */
export const listAnswer = z.strictObject({
  total: count,
  page: z.int().positive(),
  pageSize: z.int().positive(),
  items: z.array(listItem),
  facets: labelledFacets,
  correction: searchCorrection.omit({ literal: true }).nullable(),
});
export type ListAnswer = z.infer<typeof listAnswer>;

/** A line of the file of citations; `organisation` is a slug. */
export const citationLine = z.strictObject({ organisation: slug, ...publicCitation.shape });
export type CitationLine = z.infer<typeof citationLine>;

/** `GET /api/v1/suggestions` */
export const suggestionsAnswer = z.strictObject({
  organisations: suggestions.shape.organisations,
  zones: z.array(suggestions.shape.zones.element.omit({ code: true, level: true })),
  themes: z.array(z.strictObject({ ...suggestions.shape.themes.element.shape, label: z.string() })),
  /** `path`: where it is shown, in the language that was asked for; `french`: its name is, whatever that language. */
  entities: z.array(
    z.strictObject({ ...entityLink.pick({ noun: true, slug: true, name: true }).shape, label: z.string(), path: z.string(), french: z.boolean() }),
  ),
});
export type SuggestionsAnswer = z.infer<typeof suggestionsAnswer>;

/** `GET /api/v1/bodies` and the same of every other noun */
export const entitiesAnswer = z.strictObject({ total: count, items: z.array(publicEntity) });
export type EntitiesAnswer = z.infer<typeof entitiesAnswer>;

/** `GET /api/v1/figures` */
export const figuresAnswer = z.strictObject({ total: count, items: z.array(publishedStatistic) });
export type FiguresAnswer = z.infer<typeof figuresAnswer>;

/** Every refusal of the API, as RFC 9457 has it. `parameters` names each refused parameter with the values it takes. */
export const problemAnswer = z.strictObject({
  type: z.literal("about:blank"),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  parameters: z.array(z.strictObject({ name: z.string(), value: z.string(), detail: z.string(), accepted: z.array(z.string()) })).optional(),
});
export type ProblemAnswer = z.infer<typeof problemAnswer>;
