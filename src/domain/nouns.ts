import {
  COMMUNITY_INDICATORS,
  COMMUNITY_INDICATOR_GROUPS,
  COMMUNITY_LANGUAGES,
  INDICATOR_PARTS,
  INDICATOR_UNITS,
  indicatorField,
  MUNICIPALITY_TYPES,
} from "./community";

/** What the directory knows of beside organisations, zones and typologies, each with what sources may say of it. */
export const NOUNS = ["body", "programme", "event", "sheet", "recommendation", "finding", "presence", "chain", "community"] as const;
export type Noun = (typeof NOUNS)[number];

/** Those that are listed by noun where something names them; a presence is shown in full with its place and its organisations. */
export const LINKED_NOUNS = NOUNS.filter((noun) => noun !== "presence");

/** How each is called in addresses for programs. */
export const PLURALS: Readonly<Record<Noun, string>> = {
  body: "bodies",
  programme: "programmes",
  event: "events",
  sheet: "sheets",
  recommendation: "recommendations",
  finding: "findings",
  presence: "presences",
  chain: "chains",
  community: "communities",
};
export const nounOfPlural = (plural: string): Noun | undefined => NOUNS.find((noun) => PLURALS[noun] === plural);

export const BODY_TYPES = ["framework", "committee", "working_group", "cluster", "mechanism", "commission", "platform"] as const;
export type BodyType = (typeof BODY_TYPES)[number];
export const BODY_SCOPES = ["national", "regional", "cercle", "commune", "local", "international"] as const;
export type BodyScope = (typeof BODY_SCOPES)[number];

/** In how many of the four dimensions of reintegration (economic, social, psychosocial, communication) an actor is ticked; which ones is lost. */
export const DIMENSION_COUNTS = ["0", "1", "2", "3", "4"] as const;

/**
 * What a value is: a `text` is a name as its source writes it; a `translated` one is ours, in each language; a `time` is as precise as its
 * source ("2007", "2007-08-29"); an `entity` is another record, of the noun told.
 */
type Shape =
  | { shape: "text" | "translated" | "time" | "zone" | "organisation" | "website" }
  | { shape: "code"; codes: readonly [string, ...string[]] }
  | { shape: "number"; unit: string }
  | { shape: "entity"; noun: Noun };

export type NounField = Shape & {
  /** Whether there are several values, which then add up; of one value, sources may disagree. */
  many: boolean;
};

const one = <const S extends Shape>(shape: S) => ({ ...shape, many: false });
const many = <const S extends Shape>(shape: S) => ({ ...shape, many: true });
const TEXT = { shape: "text" } as const;
const TRANSLATED = { shape: "translated" } as const;
const TIME = { shape: "time" } as const;
const ZONE = { shape: "zone" } as const;
const ORGANISATION = { shape: "organisation" } as const;

const COMMUNITY_FIELDS = {
  name: one(TEXT),
  /** The title of the profile that a study gives of it, whose lines are those of the whole profile. */
  name_as_written: one(TEXT),
  zone: one(ZONE),
  municipality_type: one({ shape: "code", codes: MUNICIPALITY_TYPES }),
  /** What the introduction of the study counts it among, where it may differ. */
  study_area: one({ shape: "code", codes: MUNICIPALITY_TYPES }),
  cercle: one(TEXT),
  region: one(TEXT),
  languages: many({ shape: "code", codes: COMMUNITY_LANGUAGES }),
  /** `since`: the census. */
  population: one({ shape: "number", unit: "persons" }),
  population_note: many(TRANSLATED),
  summary: many(TRANSLATED),
  opportunity_economic: many(TRANSLATED),
  opportunity_social: many(TRANSLATED),
  opportunity_psychosocial: many(TRANSLATED),
  constraint_economic: many(TRANSLATED),
  constraint_social: many(TRANSLATED),
  constraint_psychosocial: many(TRANSLATED),
  economic_challenge: many(TRANSLATED),
  social_challenge: many(TRANSLATED),
  priority: many(TRANSLATED),
  diaspora: many(TRANSLATED),
  communication: many(TRANSLATED),
  fact: many(TRANSLATED),
  contradiction: many(TRANSLATED),
} as const;

/** The figures of a community's profile; their labels are made of those of the indicators. */
const INDICATOR_FIELDS: Readonly<Record<string, NounField>> = Object.fromEntries(
  COMMUNITY_INDICATOR_GROUPS.flatMap((group) =>
    COMMUNITY_INDICATORS[group].flatMap((code) =>
      INDICATOR_PARTS.map((part): [string, NounField] => {
        const unit = { value: INDICATOR_UNITS[group], rank: "rank", mean: "percent", note: "" }[part];
        return [indicatorField(group, code, part), part === "note" ? many(TRANSLATED) : one({ shape: "number", unit })];
      }),
    ),
  ),
);

/** Every field of every noun, in the order in which it is shown and cited. Labels stand in the catalogues; one that is missing does not compile. */
export const NOUN_FIELDS = {
  body: {
    name: one(TEXT),
    acronym: one(TEXT),
    type: one({ shape: "code", codes: BODY_TYPES }),
    scope: one({ shape: "code", codes: BODY_SCOPES }),
    description: many(TRANSLATED),
    since: one(TIME),
    zones: many(ZONE),
    initiator: many(ORGANISATION),
    convener: many(ORGANISATION),
    convener_name: many(TRANSLATED),
    funders: many(ORGANISATION),
    funder_names: many(TRANSLATED),
    identifiers: many(TEXT),
    member_categories: many(TRANSLATED),
    members: many(ORGANISATION),
    member_names: many(TRANSLATED),
    values: many(TRANSLATED),
    missions: many(TRANSLATED),
    strategy: many(TRANSLATED),
    treats: many(TRANSLATED),
    decisions: many(TRANSLATED),
    meetings: many(TRANSLATED),
    part_of: one({ shape: "entity", noun: "body" }),
  },
  programme: {
    name: one(TEXT),
    acronym: one(TEXT),
    description: many(TRANSLATED),
    aims: many(TRANSLATED),
    components: many(TRANSLATED),
    since: one(TIME),
    until: one(TIME),
    zones: many(ZONE),
    funders: many(ORGANISATION),
    funder_names: many(TRANSLATED),
    operators: many(ORGANISATION),
    operator_names: many(TRANSLATED),
    partners: many(ORGANISATION),
    partner_names: many(TRANSLATED),
    legal_basis: many(TRANSLATED),
    phases: many(TRANSLATED),
    results: many(TRANSLATED),
    added_values: many(TRANSLATED),
    website: one({ shape: "website" }),
    part_of: one({ shape: "entity", noun: "programme" }),
  },
  event: {
    name: one(TEXT),
    date: one(TIME),
    description: many(TRANSLATED),
    place: many(TRANSLATED),
    zones: many(ZONE),
    organisers: many(ORGANISATION),
    organiser_names: many(TRANSLATED),
    part_of: one({ shape: "entity", noun: "body" }),
    programme: one({ shape: "entity", noun: "programme" }),
  },
  sheet: {
    title: one(TRANSLATED),
    subtitle: one(TRANSLATED),
    theme: one(TRANSLATED),
    author_role: one(TRANSLATED),
    date: one(TIME),
    summary: many(TRANSLATED),
    account: many(TRANSLATED),
    comment: many(TRANSLATED),
    lessons: many(TRANSLATED),
    next_questions: many(TRANSLATED),
    modules: many(TRANSLATED),
    zones: many(ZONE),
    organisations: many(ORGANISATION),
    bodies: many({ shape: "entity", noun: "body" }),
    institutions_met: many(ORGANISATION),
    institution_names: many(TRANSLATED),
  },
  recommendation: {
    title: one(TRANSLATED),
    scope: one(TEXT),
    text: many(TRANSLATED),
    addressees: many(TRANSLATED),
    potential_partners: many(ORGANISATION),
    partner_names: many(TRANSLATED),
  },
  finding: { title: one(TRANSLATED), text: many(TRANSLATED), zones: many(ZONE) },
  /** Who works in a place, as a document says of that place alone: one actor or several together, with an entry or without. */
  presence: {
    name: one(TEXT),
    zone: one(ZONE),
    organisations: many(ORGANISATION),
    activity: many(TRANSLATED),
    strengths: many(TRANSLATED),
    weaknesses: many(TRANSLATED),
    dimensions: one({ shape: "code", codes: DIMENSION_COUNTS }),
  },
  /** A value chain, by the code that organisations have of it: in which communities a study chose it, holds it for a priority, recommends it. */
  chain: { title: one(TRANSLATED), preselected: many(ZONE), priority: many(ZONE), recommended: many(ZONE) },
  /** A community to which migrants return. */
  community: { ...COMMUNITY_FIELDS, ...INDICATOR_FIELDS },
} as const satisfies Record<Noun, Record<string, NounField>>;

/** The fields of a noun that have labels of their own. */
export type FieldOf<N extends Noun> = N extends "community" ? keyof typeof COMMUNITY_FIELDS : Extract<keyof (typeof NOUN_FIELDS)[N], string>;

/** A field of a noun; undefined for one that it does not have. */
export const nounField = (noun: Noun, field: string): NounField | undefined => (NOUN_FIELDS[noun] as Record<string, NounField>)[field];

/** The fields of a noun that say how it is called. */
export const NAMED_BY: Readonly<Record<Noun, string>> = {
  body: "name",
  programme: "name",
  event: "name",
  sheet: "title",
  recommendation: "title",
  finding: "title",
  presence: "name",
  chain: "title",
  community: "name",
};
