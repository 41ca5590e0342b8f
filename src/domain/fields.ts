import { codeMeant, codesIn, codesInOrder, VOCABULARIES, type LocalCode, type Reach, type Vocabulary } from "./terms";
import {
  BUDGET_TIERS,
  CHAINS,
  LEGAL_STATUSES,
  LIFE_STATES,
  NETWORK_SCOPES,
  ORGANISATION_KINDS,
  PARTNER_GROUPS,
  PERIMETERS,
  PERIMETER_SCALES,
  TYPOLOGIES,
  type ContactChannel,
  type ContactState,
  type OrganisationKind,
} from "./vocabularies";

/** The languages in which the directory writes its own texts; what is said in the first is cited. */
export const CONTENT_LANGUAGES = ["fr", "en"] as const;
export type ContentLanguage = (typeof CONTENT_LANGUAGES)[number];

/** The parts of the form and of the profile. */
export const SECTIONS = ["identity", "work", "status", "network", "contacts", "links", "words"] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * What a value of a field is. A `text` is as its source writes it; a `translated` one is ours, one in each language; a `flag` is yes, no or unknown.
 */
type Shape =
  | { shape: "code"; codes: readonly [string, ...string[]]; /** The vocabulary to which the consortium adds terms. */ vocabulary?: Vocabulary }
  | { shape: "number"; min: number; max: number; /** A year that has begun. */ past?: true }
  | { shape: "flag" }
  | { shape: "text" | "translated"; max: number; long?: true; /** A time as precise as it is known: "2019", "2019-03". */ time?: true }
  | { shape: "zone" | "organisation" | "contact" };

export type Field = Shape & {
  /** Whether an organisation has several values; then what is said adds up, else one value is shown. */
  many: boolean;
  required?: true;
  section: Section;
  /** The field under which citations, filters and contradictions speak of it, when it is not its own. */
  citedAs?: string;
  /** The field that it completes: it is said, cited and withdrawn together with that one. */
  completes?: string;
  /** A source that lists values leaves out the others on purpose, so that an absence contradicts another source, unless it says that it names only some. */
  whole?: true;
  /** Its name in the published record; null when that has a form of its own (see src/domain/published). */
  published: string | null;
  /** Its column in the files, when the list and the files have it. */
  column?: string;
  /** The property of schema.org that says it. */
  jsonLd?: string;
  /** Of which kinds an entry is incomplete without it. */
  expectedOf?: readonly OrganisationKind[];
};

/** What sources tell of associations and their networks, and of nobody else. */
const ASSOCIATIONS = ["cso", "network"] as const satisfies readonly OrganisationKind[];

/**
 * Every field of an organisation, in the order in which it is cited and shown. The form, the input of a save, the checks of statements,
 * the history, the published record, the files and the tests are derived from here; labels stand in the catalogues, and one that is
 * missing does not compile.
 */
export const FIELDS = {
  name: { shape: "text", max: 300, many: false, required: true, section: "identity", published: "name", column: "name", jsonLd: "name" },
  acronym: { shape: "text", max: 40, many: false, section: "identity", published: "acronym", column: "acronym", jsonLd: "alternateName" },
  alias: { shape: "text", max: 300, many: true, section: "identity", published: "aliases" },
  kind: { shape: "code", codes: ORGANISATION_KINDS, many: false, required: true, section: "identity", published: "kind", column: "kind" },
  typology: { shape: "code", codes: TYPOLOGIES, many: false, section: "identity", expectedOf: ASSOCIATIONS, published: "typology", column: "typology" },
  perimeter: { shape: "code", codes: PERIMETERS, many: false, section: "work", expectedOf: ASSOCIATIONS, published: "perimeter", column: "perimeter" },
  perimeter_scale: {
    shape: "code",
    codes: PERIMETER_SCALES,
    many: false,
    section: "work",
    completes: "perimeter",
    published: "perimeterScale",
    column: "perimeter_scale",
  },
  legal_status: {
    shape: "code",
    codes: LEGAL_STATUSES,
    many: false,
    section: "status",
    expectedOf: ASSOCIATIONS,
    published: "legalStatus",
    column: "legal_status",
  },
  budget_tier: { shape: "code", codes: BUDGET_TIERS, many: false, section: "status", published: null },
  zones: { shape: "zone", many: true, whole: true, section: "work", expectedOf: ORGANISATION_KINDS, published: null },
  themes: {
    shape: "code",
    codes: VOCABULARIES.theme,
    vocabulary: "theme",
    many: true,
    section: "work",
    expectedOf: ORGANISATION_KINDS,
    published: "themes",
    column: "themes",
  },
  chains: { shape: "code", codes: CHAINS, many: true, section: "work", published: "chains", column: "chains" },
  partner_groups: { shape: "code", codes: PARTNER_GROUPS, many: true, section: "links", published: "partnerGroups" },
  member_count: { shape: "number", min: 0, max: 10_000_000, many: false, section: "network", published: "memberCount", column: "member_count" },
  member_note: { shape: "text", max: 300, many: false, section: "network", completes: "member_count", published: "memberNote" },
  founded_year: {
    shape: "number",
    min: 1800,
    max: 9999,
    past: true,
    many: false,
    section: "status",
    published: "foundedYear",
    column: "founded_year",
    jsonLd: "foundingDate",
  },
  life: { shape: "code", codes: LIFE_STATES, many: false, section: "status", published: "life", column: "life" },
  life_since: { shape: "text", max: 10, time: true, many: false, section: "status", completes: "life", published: "lifeSince", column: "life_since" },
  /** A registration or an act, by its number: the words are those of the authority, the time is its date. */
  identifiers: { shape: "text", max: 200, many: true, section: "status", published: "identifiers" },
  network_scope: { shape: "code", codes: NETWORK_SCOPES, many: false, section: "network", published: "networkScope", column: "network_scope" },
  interviewed: { shape: "flag", many: false, section: "status", published: "interviewed", column: "interviewed" },
  description: { shape: "translated", max: 5_000, long: true, many: false, section: "identity", expectedOf: ORGANISATION_KINDS, published: "description" },
  contacts: { shape: "contact", many: true, section: "contacts", expectedOf: ORGANISATION_KINDS, published: null },
  partners: { shape: "organisation", many: true, section: "links", published: null },
  partner_classes: {
    shape: "code",
    codes: VOCABULARIES.partner_class,
    vocabulary: "partner_class",
    many: true,
    section: "links",
    citedAs: "partners",
    published: null,
  },
  networks: { shape: "organisation", many: true, section: "links", published: null },
  /** A section or service says nothing of the whole to which it belongs. */
  part_of: { shape: "organisation", many: true, section: "links", published: null },
  needs: { shape: "code", codes: VOCABULARIES.need, vocabulary: "need", many: true, section: "words", published: "needs" },
  problems: { shape: "text", max: 1_000, long: true, many: true, section: "words", published: "problems" },
  added_values: { shape: "text", max: 1_000, long: true, many: true, section: "words", published: "addedValues" },
} as const satisfies Record<string, Field>;

export type FieldCode = keyof typeof FIELDS;
export const FIELD_CODES = Object.keys(FIELDS) as FieldCode[];

/** A field as the table gives it, with what only some have. */
export const fieldOf = (code: FieldCode): Field => FIELDS[code];

/** The fields without which an entry of some kind is incomplete. */
export type ExpectedField = { [C in FieldCode]: (typeof FIELDS)[C] extends { expectedOf: unknown } ? C : never }[FieldCode];
export const EXPECTED_FIELDS = FIELD_CODES.filter((code): code is ExpectedField => fieldOf(code).expectedOf !== undefined);

type Own<C extends FieldCode> = (typeof FIELDS)[C] extends { completes: string } | { citedAs: string } ? never : C;
/** What a citation is about. Set-valued fields have one citation a value. */
export type CitedField = { [C in FieldCode]: Own<C> }[FieldCode];

/** The field under which a value of a field is cited. */
export const citedAs = (code: FieldCode): CitedField => (fieldOf(code).citedAs ?? fieldOf(code).completes ?? code) as CitedField;

/** What is said, changed and undone together, by any name of the form or of the history: a field with what completes it, a text in all its languages. */
export function groupOf(name: string): string {
  const known = EDIT_NAMES.find((edit) => edit.name === name)?.code ?? (name in FIELDS ? (name as FieldCode) : null);
  return known === null ? name : (fieldOf(known).completes ?? known);
}

export const CITED_FIELDS = FIELD_CODES.filter((code) => citedAs(code) === code) as [CitedField, ...CitedField[]];

/** A way to reach an organisation, as staff type it. */
export type ContactInput = { channel: ContactChannel; raw: string; state: ContactState };

type Coded<F> = F extends { codes: readonly (infer C)[] } ? (F extends { vocabulary: Vocabulary } ? C | LocalCode : C) : never;
type One<F> = F extends { shape: "code" } ? Coded<F> : F extends { shape: "number" } ? number : F extends { shape: "flag" } ? boolean : string;
/** The type of what a field holds. */
export type Value<F> = F extends { many: true }
  ? F extends { shape: "contact" }
    ? ContactInput[]
    : One<F>[]
  : F extends { required: true }
    ? One<F>
    : One<F> | null;

/** Controls and history name a translated field once a language. */
export type EditName<C extends FieldCode = FieldCode> = C extends C
  ? (typeof FIELDS)[C] extends { shape: "translated" }
    ? `${C}_${ContentLanguage}`
    : C
  : never;
type CodeOfName<N extends string> = N extends `${infer C}_${ContentLanguage}` ? (C extends FieldCode ? C : N) : N;

/** The values of an organisation: zones are codes and organisations are slugs in what is kept, any name of theirs in what is typed. */
export type SaidFields = { [N in EditName]: Value<(typeof FIELDS)[CodeOfName<N> & FieldCode]> };

/** The names under which the values of a field stand in {@link SaidFields}, with their languages. */
export function editNames(code: FieldCode): { name: EditName; language: ContentLanguage | null }[] {
  if (FIELDS[code].shape !== "translated") return [{ name: code as EditName, language: null }];
  return CONTENT_LANGUAGES.map((language) => ({ name: `${code}_${language}` as EditName, language }));
}

/** The name under which the value of a statement stands in {@link SaidFields}. */
export const nameOfStatement = (code: FieldCode, language: string | null): EditName => {
  const names = editNames(code);
  return (names.find((one) => one.language === language) ?? names[0]!).name;
};

/** Every name of a value, in the order of the table, with its field. */
export const EDIT_NAMES: readonly { name: EditName; code: FieldCode; language: ContentLanguage | null; field: Field }[] = FIELD_CODES.flatMap((code) =>
  editNames(code).map((named) => ({ ...named, code, field: fieldOf(code) })),
);

type NameOfShape<S extends Field["shape"]> = { [C in FieldCode]: (typeof FIELDS)[C] extends { shape: S } ? EditName<C> : never }[FieldCode];
/** The fields whose values are organisations. */
export type OrganisationName = NameOfShape<"organisation">;
export const ORGANISATION_NAMES = EDIT_NAMES.filter(({ field }) => field.shape === "organisation").map(({ name }) => name as OrganisationName);

/** The names whose field has a shape and a number of values. */
export const namesWhere = (test: (field: Field) => boolean): EditName[] => EDIT_NAMES.filter(({ field }) => test(field)).map(({ name }) => name);

/** What an organisation holds of which nothing is known. */
export const NOTHING_SAID = Object.fromEntries(EDIT_NAMES.map(({ name, field }) => [name, field.many ? [] : null])) as unknown as {
  [N in EditName]: SaidFields[N] extends unknown[] ? never[] : null;
};

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Sets have no order of their own: codes in that of their list, names and references sorted, so that two equal sets compare equal. */
export function inOwnOrder(field: Field, values: readonly string[]): string[] {
  if (field.shape === "code") return field.vocabulary ? codesInOrder(field.codes, values) : field.codes.filter((code) => values.includes(code));
  const distinct = [...new Set(values)];
  return field.shape === "text" && field.long ? distinct : distinct.sort(byCode);
}

/** The field in which the terms of a vocabulary are said. */
export const FIELD_OF_VOCABULARY = { theme: "themes", need: "needs", partner_class: "partner_classes" } as const satisfies Record<Vocabulary, FieldCode>;

type CodedShape = Extract<Field, { shape: "code" }>;

/** The codes that a field may be said to have now, with the consortium's terms. */
export const codesOfField = ({ codes, vocabulary }: CodedShape, reach: Reach = "staff"): readonly string[] => (vocabulary ? codesIn(vocabulary, reach) : codes);

/** The code that a value means in a field; null for one that is none. */
export function codeOfField({ codes, vocabulary }: CodedShape, value: string): string | null {
  if (vocabulary) return codeMeant(vocabulary, value, "staff");
  return codes.includes(value) ? value : null;
}
