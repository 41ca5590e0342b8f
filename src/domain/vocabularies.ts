/**
 * The closed vocabularies of the directory (design page, "Words"). One code, the same in the
 * database, the URL, the API and the files; its French and English labels live in `src/i18n`.
 * The order of each list is the order of the documents, and the order on screen.
 */

/** `unspecified`: the documents name it and do not say what it is. */
export const ORGANISATION_KINDS = ["cso", "network", "public_institution", "donor", "company", "research", "media", "programme", "unspecified"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** What a list shows when the reader did not ask for a kind. */
export const DEFAULT_KINDS = ["cso", "network"] as const satisfies readonly OrganisationKind[];

export const TYPOLOGIES = [
  "local_organisation",
  "national_ngo",
  "international_ngo",
  "diaspora_organisation",
  "return_migrant_association",
  "network_platform",
] as const;
export type Typology = (typeof TYPOLOGIES)[number];

export const PERIMETERS = ["local", "national", "international"] as const;
export type Perimeter = (typeof PERIMETERS)[number];

/** The scale of a local perimeter; a national or international one has none. */
export const PERIMETER_SCALES = ["village", "commune", "intercommunal", "cercle", "regional"] as const;
export type PerimeterScale = (typeof PERIMETER_SCALES)[number];

export const LEGAL_STATUSES = ["declared", "approved", "framework_agreement", "public_utility", "de_facto"] as const;
export type LegalStatus = (typeof LEGAL_STATUSES)[number];

export const FORMALITIES = ["formal", "informal"] as const;
export type Formality = (typeof FORMALITIES)[number];

export const BUDGET_TIERS = ["low", "medium", "high", "variable"] as const;
export type BudgetTier = (typeof BUDGET_TIERS)[number];

/** Whether an organisation still works; of most nobody says. `merged`: with another one, in the world and not only in the directory. */
export const LIFE_STATES = ["active", "dormant", "dissolved", "merged"] as const;
export type LifeState = (typeof LIFE_STATES)[number];

/** How a person made sure that an entry is right; `mail`: a letter or a message. */
export const VERIFICATION_MEANS = ["visit", "call", "mail", "document"] as const;
export type VerificationMeans = (typeof VERIFICATION_MEANS)[number];

/** Tableau 5 of the Mali mapping, in its order. */
export const THEMES = [
  "youth_support",
  "women_rights",
  "child_rights",
  "domestic_workers",
  "transit_assistance",
  "immigrant_reception",
  "diaspora_protection",
  "return_reintegration",
  "displaced_and_refugees",
  "local_development",
] as const;
export type Theme = (typeof THEMES)[number];

/** Value chains in which migrants who return may find work: both Tableaux 5 of the study of seven communities, in their order. */
export const CHAINS = ["waste", "cereals", "rice", "mango", "livestock", "shea", "cotton", "fishing", "agroforestry"] as const;
export type Chain = (typeof CHAINS)[number];

/** For what an actor could be a partner: the nine groups of Tableau 4 of the same study. */
export const PARTNER_GROUPS = [
  "institutional_governmental",
  "social_psychosocial",
  "agriculture_agrifood",
  "training_general",
  "training_specialised",
  "finance_social_investment",
  "sustainable_labels_standards",
  "research",
  "media",
] as const;
export type PartnerGroup = (typeof PARTNER_GROUPS)[number];

/** The column of Tableau 11 in which a network stands. */
export const NETWORK_SCOPES = ["national", "african", "international"] as const;
export type NetworkScope = (typeof NETWORK_SCOPES)[number];

/** On what ground a value stands: see principle 1 of the design page. */
export const BASES = ["stated", "typology", "inferred", "self_declared", "verified"] as const;
export type Basis = (typeof BASES)[number];

export const VISIBILITIES = ["public", "consortium", "confidential"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** From the widest to the narrowest; a zone's parent is always of a wider level. */
export const ZONE_LEVELS = ["country", "region", "cercle", "commune", "locality"] as const;
export type ZoneLevel = (typeof ZONE_LEVELS)[number];

/** What a country may have names of its own for; the codes are those of the levels and of the legal statuses. */
export const OWN_NAME_KINDS = ["level", "legal_status"] as const;
export type OwnNameKind = (typeof OWN_NAME_KINDS)[number];

/** Lists and tables of a source that the directory counts by themselves, wherever the source has them. */
export const SOURCE_PARTS = ["mapped", "networks", "interviewed"] as const;
export type SourcePart = (typeof SOURCE_PARTS)[number];

/** Classes of actors that the documents name as partners without naming an organisation. */
export const PARTNER_CLASSES = [
  "migrants",
  "return_migrants",
  "local_organisations",
  "national_ngos",
  "international_ngos",
  "solidarity_organisations",
  "diaspora_organisations",
  "return_migrant_associations",
  "local_authorities",
  "public_administration",
  "ministries_and_services",
  "eu_agencies",
  "un_agencies",
  "cooperation_agencies",
  "foundations",
  "works_councils",
  "professional_orders",
  "charities",
] as const;
export type PartnerClass = (typeof PARTNER_CLASSES)[number];

export const CONTACT_CHANNELS = ["address", "phone", "email", "website", "facebook"] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/**
 * `none` is the document saying that there is none ("Néant"); a channel that no document speaks of
 * has no contact at all. `invalid` is kept as written and never made a link.
 */
export const CONTACT_STATES = ["ok", "invalid", "none", "not_working", "under_construction"] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** What Tableaux 3, 4, 7, 9 and 10 say of a typology: what the profiles of its organisations repeat. */
export const TYPOLOGY_TABLE_FIELDS = ["themes", "budget_tier", "partners", "problems", "added_values"] as const;
export type TypologyTableField = (typeof TYPOLOGY_TABLE_FIELDS)[number];
/** The same with what the running text says of it. */
export const TYPOLOGY_FIELDS = ["composition", "features", "scale", "history", "legal_status", "funding", ...TYPOLOGY_TABLE_FIELDS] as const;
export type TypologyField = (typeof TYPOLOGY_FIELDS)[number];

/** Actors of the admin pages, from the one who may do most to the one who may do least. */
export const USER_ROLES = ["admin", "editor", "contributor", "reader"] as const;
export type UserRole = (typeof USER_ROLES)[number];
