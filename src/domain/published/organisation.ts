import { z } from "zod";
import { NEEDS } from "../needs";
import {
  BASES,
  BUDGET_TIERS,
  CONTACT_CHANNELS,
  CONTACT_STATES,
  FORMALITIES,
  LEGAL_STATUSES,
  NETWORK_SCOPES,
  ORGANISATION_KINDS,
  PARTNER_CLASSES,
  PERIMETER_SCALES,
  PERIMETERS,
  THEMES,
  TYPOLOGIES,
} from "../vocabularies";
import { publicCitation, publicTypologyStatement } from "./statement";
import { count, slug, textByLanguage } from "./text";
import { publicZone } from "./zone";

/**
 * What may leave. Every public exit (page, API, export, feed, map) takes the types of this folder and no
 * other; only `src/data` makes them, from published organisations whose visibility is public. The objects
 * are strict, so that a test finds what leaves without being described here.
 */

/** A link to another organisation of the directory. */
export const organisationLink = z.strictObject({ slug, name: z.string(), acronym: z.string().nullable() });
export type OrganisationLink = z.infer<typeof organisationLink>;

export const publicBudget = z.strictObject({ value: z.enum(BUDGET_TIERS), basis: z.enum(BASES) });
export type PublicBudget = z.infer<typeof publicBudget>;

/** A row of a list, a map or an export. Moments are ISO 8601 in UTC. */
export const publicOrganisationSummary = z.strictObject({
  ...organisationLink.shape,
  kind: z.enum(ORGANISATION_KINDS),
  typology: z.enum(TYPOLOGIES).nullable(),
  perimeter: z.enum(PERIMETERS).nullable(),
  perimeterScale: z.enum(PERIMETER_SCALES).nullable(),
  formality: z.enum(FORMALITIES).nullable(),
  legalStatus: z.enum(LEGAL_STATUSES).nullable(),
  budgetTier: publicBudget.nullable(),
  networkScope: z.enum(NETWORK_SCOPES).nullable(),
  zones: z.array(publicZone),
  /** ISO 3166-1 alpha-2, the countries of the zones. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
  themes: z.array(z.enum(THEMES)),
  memberCount: count.nullable(),
  foundedYear: z.int().nullable(),
  interviewed: z.boolean().nullable(),
  updatedAt: z.iso.datetime(),
  verifiedAt: z.iso.datetime().nullable(),
});
export type PublicOrganisationSummary = z.infer<typeof publicOrganisationSummary>;

export const publicContact = z.strictObject({
  channel: z.enum(CONTACT_CHANNELS),
  /** As the source writes it. */
  raw: z.string(),
  /** What a link can use: E.164, address of a mailbox, URL with scheme. Null when not usable. */
  value: z.string().nullable(),
  state: z.enum(CONTACT_STATES),
});
export type PublicContact = z.infer<typeof publicContact>;

export const publicPartner = z.union([z.strictObject({ organisation: organisationLink }), z.strictObject({ partnerClass: z.enum(PARTNER_CLASSES) })]);

/** Everything public about one organisation. */
export const publicOrganisation = z.strictObject({
  ...publicOrganisationSummary.shape,
  memberNote: z.string().nullable(),
  description: textByLanguage,
  aliases: z.array(z.string()),
  contacts: z.array(publicContact),
  partners: z.array(publicPartner),
  needs: z.array(z.enum(NEEDS)),
  problems: z.array(z.string()),
  addedValues: z.array(z.string()),
  networks: z.array(organisationLink),
  members: z.array(organisationLink),
  citations: z.array(publicCitation),
  /** Said of its typology, never of this organisation. */
  typologyStatements: z.array(publicTypologyStatement),
});
export type PublicOrganisation = z.infer<typeof publicOrganisation>;
