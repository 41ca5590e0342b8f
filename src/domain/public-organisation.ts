import type { CitedField } from "./fields";
import type {
  Basis,
  BudgetTier,
  ContactChannel,
  ContactState,
  Formality,
  LegalStatus,
  NetworkScope,
  OrganisationKind,
  PartnerClass,
  Perimeter,
  PerimeterScale,
  Theme,
  Typology,
  TypologyField,
  ZoneLevel,
} from "./vocabularies";
import type { FilterGroup } from "./filters";
import type { Need } from "./needs";

/**
 * What may leave. Every public exit (page, API, export, feed, map) takes these types and no other;
 * only `src/data` makes them, from published organisations whose visibility is public.
 * Dates are ISO 8601 strings in UTC.
 */

export type PublicZone = { code: string; slug: string; name: string; level: ZoneLevel };

export type PublicBudget = { value: BudgetTier; basis: Basis };

/** A row of a list, a map or an export. */
export type PublicOrganisationSummary = {
  slug: string;
  name: string;
  acronym: string | null;
  kind: OrganisationKind;
  typology: Typology | null;
  perimeter: Perimeter | null;
  perimeterScale: PerimeterScale | null;
  formality: Formality | null;
  legalStatus: LegalStatus | null;
  budgetTier: PublicBudget | null;
  networkScope: NetworkScope | null;
  zones: PublicZone[];
  /** ISO 3166-1 alpha-2, the countries of the zones. */
  countries: string[];
  themes: Theme[];
  memberCount: number | null;
  foundedYear: number | null;
  interviewed: boolean | null;
  updatedAt: string;
  verifiedAt: string | null;
};

export type PublicCitation = {
  field: CitedField;
  value: string | null;
  /** The words of the source. */
  text: string | null;
  basis: Basis;
  source: string;
  sourceTitle: string;
  sourcePublishedOn: string | null;
  /** "Tableau 2", or null in running text. */
  table: string | null;
  lineStart: number | null;
  lineEnd: number | null;
  saidOn: string | null;
  agrees: boolean;
};

export type PublicContact = {
  channel: ContactChannel;
  /** As the source writes it. */
  raw: string;
  /** What a link can use: E.164, address of a mailbox, URL with scheme. Null when not usable. */
  value: string | null;
  state: ContactState;
};

/** A link to another organisation of the directory. */
export type OrganisationLink = { slug: string; name: string; acronym: string | null };

export type PublicPartner = { organisation: OrganisationLink } | { partnerClass: PartnerClass };

/** What a document says of a typology as a whole. */
export type PublicTypologyStatement = {
  typology: Typology;
  field: TypologyField;
  code: string | null;
  text: string;
  textEn: string;
  source: string;
  sourceTitle: string;
  table: string | null;
  lineStart: number;
  lineEnd: number;
};

/** Everything public about one organisation. */
export type PublicOrganisation = PublicOrganisationSummary & {
  memberNote: string | null;
  description: { fr: string | null; en: string | null };
  aliases: string[];
  contacts: PublicContact[];
  partners: PublicPartner[];
  needs: Need[];
  problems: string[];
  addedValues: string[];
  networks: OrganisationLink[];
  members: OrganisationLink[];
  citations: PublicCitation[];
  /** Said of its typology, never of this organisation. */
  typologyStatements: PublicTypologyStatement[];
};

/** The values of one facet with the number of organisations under the other filters. */
export type FacetValue = {
  value: string;
  /** The name of a record (zone, network, source…); null for a code, whose label is in the catalogues. */
  label: string | null;
  count: number;
  selected: boolean;
  /** Asked not to be there. */
  excluded: boolean;
  /** Zones only: the level, and the slug of the zone around it (null for a country). */
  level?: ZoneLevel;
  parent?: string | null;
};

/** The facets of a search, by group; whoever reads them changes nothing in them. */
export type Facets = Readonly<Record<FilterGroup, FacetValue[]>>;

/** The words that search used instead of the typed ones, when these found nothing; `literal` is the text that asks for the typed ones as they are. */
export type SearchCorrection = { typed: string; used: string; literal: string };

/** Why an organisation was found: words of its own, with the places to mark in `text` (start, end), or a value that it has. */
export type SearchMatch =
  | { field: "name" | "acronym" | "alias" | "description"; text: string; marks: [number, number][] }
  | { field: FilterGroup; value: string; label: string | null };

/** A row of a list that was searched; `match` is empty when no text was. */
export type FoundOrganisation = PublicOrganisationSummary & { match: SearchMatch[] };

/** What a text that is still being typed may become; counts are of organisations and networks. */
export type Suggestions = {
  organisations: OrganisationLink[];
  zones: { slug: string; name: string; level: ZoneLevel; count: number }[];
  themes: { code: Theme; count: number }[];
};
