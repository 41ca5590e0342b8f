import { z } from "zod";
import { VOCABULARIES } from "../terms";
import { BASES, BUDGET_TIERS, CONTACT_CHANNELS, CONTACT_STATES, FORMALITIES, VERIFICATION_MEANS } from "../vocabularies";
import { publicEntity } from "./entity";
import { entityLink } from "./entity-link";
import { detailedFields, keysFirst, listedFields, termSchema } from "./fields";
import { organisationLink } from "./organisation-link";
import { publicCitation, publicTypologyStatement } from "./statement";
import { slug } from "./text";
import { publicZone } from "./zone";

/**
 * What may leave. Every public exit (page, API, export, feed, map) takes the types of this folder and no
 * other; only `src/data` makes them, from published organisations whose visibility is public. The objects
 * are strict, so that a test finds what leaves without being described here.
 */

export const publicBudget = z.strictObject({ value: z.enum(BUDGET_TIERS), basis: z.enum(BASES) });
export type PublicBudget = z.infer<typeof publicBudget>;

const SUMMARY_FIRST = ["slug", "name", "acronym", "kind", "typology", "perimeter", "perimeterScale", "formality", "legalStatus", "budgetTier"] as const;

/** A row of a list, a map or an export. Moments are ISO 8601 in UTC; a new field of the table comes before them. */
export const publicOrganisationSummary = z.strictObject(
  keysFirst([...SUMMARY_FIRST, "networkScope", "zones", "countries", "themes"], {
    ...listedFields,
    slug,
    formality: z.enum(FORMALITIES).nullable(),
    budgetTier: publicBudget.nullable(),
    zones: z.array(publicZone),
    /** ISO 3166-1 alpha-2, the countries of the zones. */
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
    /** The year of the youngest document that speaks of it. */
    informationYear: z.int().nullable(),
    /** The day on which the consortium last corrected it. */
    correctedOn: z.iso.date().nullable(),
    /** When its values last changed; while nobody edited it, the day on which its data were released. */
    updatedAt: z.iso.datetime(),
    verifiedAt: z.iso.datetime().nullable(),
    /** The same by its day, with how it was done where that was noted, and whether the entry says something else since. */
    verification: z.strictObject({ on: z.iso.date(), how: z.enum(VERIFICATION_MEANS).nullable(), changedSince: z.boolean() }).nullable(),
  }),
);
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

export const publicPartner = z.union([
  z.strictObject({ organisation: organisationLink }),
  z.strictObject({ partnerClass: termSchema(VOCABULARIES.partner_class) }),
]);

export type PublicPartner = z.infer<typeof publicPartner>;

/** What an entry says of itself beside its summary. */
export const publishedDetails = z.strictObject(
  keysFirst(["memberNote", "description", "aliases", "contacts", "partners"], {
    ...detailedFields,
    contacts: z.array(publicContact),
    partners: z.array(publicPartner),
    networks: z.array(organisationLink),
    /** The whole of which it is a section or a service. */
    partOf: z.array(organisationLink),
    citations: z.array(publicCitation),
  }),
);
export type PublishedDetails = z.infer<typeof publishedDetails>;

/** Everything public about one organisation. */
export const publicOrganisation = z.strictObject({
  ...publicOrganisationSummary.shape,
  ...publishedDetails.omit({ citations: true }).shape,
  members: z.array(organisationLink),
  /** Those that name it as their partner and that it does not name itself, each with where this is said. */
  partnerOf: z.array(z.strictObject({ organisation: organisationLink, citations: z.array(publicCitation) })),
  citations: z.array(publicCitation),
  /** Its sections and services that have an entry of their own. */
  sections: z.array(organisationLink),
  /** What a document says of its work in one place, alone or with others. */
  presences: z.array(publicEntity),
  /** The bodies, programmes, events, sheets and recommendations that name it. */
  mentionedIn: z.array(entityLink),
  /** Said of its typology, never of this organisation. */
  typologyStatements: z.array(publicTypologyStatement),
});
export type PublicOrganisation = z.infer<typeof publicOrganisation>;
