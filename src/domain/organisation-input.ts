import { z } from "zod";
import { NEEDS } from "./needs";
import {
  BUDGET_TIERS,
  CITED_FIELDS,
  CONTACT_CHANNELS,
  CONTACT_STATES,
  LEGAL_STATUSES,
  NETWORK_SCOPES,
  ORGANISATION_KINDS,
  PARTNER_CLASSES,
  PERIMETERS,
  PERIMETER_SCALES,
  THEMES,
  TYPOLOGIES,
  VISIBILITIES,
} from "./vocabularies";

/**
 * What staff may say of an organisation, as a form or a program sends it. A text that is empty
 * means unknown. Each refusal is a code with the path of its field; the sentence is made by
 * whoever answers, in the reader's language.
 */
export const INPUT_LIMITS = { name: 300, acronym: 40, note: 300, description: 5_000, line: 300, statement: 1_000, restricted: 2_000, rows: 100 } as const;

const trimmed = (value: unknown) => (typeof value === "string" ? value.trim().normalize("NFC") : value);
const emptyIsNull = (value: unknown) => {
  const text = trimmed(value);
  return text === "" || text === undefined ? null : text;
};
/** "1 000" is a number in French, with any of the spaces that keyboards and printers put there. */
const digits = (value: unknown) => {
  const text = emptyIsNull(value);
  const compact = typeof text === "string" ? text.replace(/[\s\u00a0\u202f]/g, "") : text;
  return typeof compact === "string" && /^\d{1,9}$/.test(compact) ? Number(compact) : text;
};

const optionalText = (max: number) => z.preprocess(emptyIsNull, z.string("invalid").max(max, "too_long").nullable());
const requiredText = (max: number) => z.preprocess(trimmed, z.string("required").min(1, "required").max(max, "too_long"));
const optionalCode = <const T extends readonly [string, ...string[]]>(codes: T) => z.preprocess(emptyIsNull, z.enum(codes, "unknown_value").nullable());
const requiredCode = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z.preprocess(emptyIsNull, z.enum(codes, { error: ({ input }) => (input === null ? "required" : "unknown_value") }));
const optionalNumber = (min: number, max: number) =>
  z.preprocess(digits, z.number("not_a_number").int("not_a_number").min(min, "out_of_range").max(max, "out_of_range").nullable());
const codeSet = <const T extends readonly string[]>(codes: T) =>
  z
    .array(z.enum(codes as unknown as [T[number], ...T[number][]], "unknown_value"))
    .transform((given) => codes.filter((code): code is T[number] => given.includes(code)));

/** Lines in the order typed; empty ones are dropped, a repeated one counts once. */
const lines = (max: number) =>
  z
    .array(z.preprocess(trimmed, z.string("invalid").max(max, "too_long")))
    .max(INPUT_LIMITS.rows, "too_many")
    .transform((given) => [...new Set(given.filter((line) => line !== ""))]);

const contact = z.object({
  channel: requiredCode(CONTACT_CHANNELS),
  raw: requiredText(INPUT_LIMITS.line),
  state: requiredCode(CONTACT_STATES),
});
export type ContactInput = z.output<typeof contact>;

/** Every field that staff edit, under the code it has in the history. */
const fields = z
  .object({
    name: requiredText(INPUT_LIMITS.name),
    acronym: optionalText(INPUT_LIMITS.acronym),
    alias: lines(INPUT_LIMITS.name),
    kind: requiredCode(ORGANISATION_KINDS),
    typology: optionalCode(TYPOLOGIES),
    perimeter: optionalCode(PERIMETERS),
    perimeter_scale: optionalCode(PERIMETER_SCALES),
    zones: lines(INPUT_LIMITS.line),
    legal_status: optionalCode(LEGAL_STATUSES),
    founded_year: optionalNumber(1800, 2200),
    budget_tier: optionalCode(BUDGET_TIERS),
    interviewed: z.preprocess(
      (value) => ({ true: true, false: false, "": null })[String(value)] ?? (typeof value === "boolean" ? value : null),
      z.boolean().nullable(),
    ),
    network_scope: optionalCode(NETWORK_SCOPES),
    member_count: optionalNumber(0, 10_000_000),
    member_note: optionalText(INPUT_LIMITS.note),
    description_fr: optionalText(INPUT_LIMITS.description),
    description_en: optionalText(INPUT_LIMITS.description),
    themes: codeSet(THEMES),
    needs: codeSet(NEEDS),
    partners: lines(INPUT_LIMITS.line),
    partner_classes: codeSet(PARTNER_CLASSES),
    networks: lines(INPUT_LIMITS.line),
    problems: lines(INPUT_LIMITS.statement),
    added_values: lines(INPUT_LIMITS.statement),
    contacts: z.array(contact).max(INPUT_LIMITS.rows, "too_many"),
    visibility: requiredCode(VISIBILITIES),
  })
  .superRefine((given, context) => {
    if (given.perimeter_scale !== null && given.perimeter !== "local") {
      context.addIssue({ code: "custom", path: ["perimeter_scale"], message: "scale_needs_local" });
    }
    const seen = new Set<string>();
    given.contacts.forEach(({ channel, raw }, index) => {
      const key = `${channel} ${raw}`;
      if (seen.has(key)) context.addIssue({ code: "custom", path: ["contacts", index, "raw"], message: "repeated" });
      seen.add(key);
    });
  });

/** The values of an organisation. In what is kept, zones are codes and organisations are slugs; in what is typed, any name of theirs. */
export type OrganisationFields = z.output<typeof fields>;
export type EditField = keyof OrganisationFields;
export const EDIT_FIELDS = Object.keys(fields.shape) as EditField[];

const restrictedValue = z.object({
  /** null for a new one. */
  id: z.preprocess(digits, z.number("invalid").int().nullable()),
  field: z.preprocess(emptyIsNull, z.enum([...CITED_FIELDS, "note"], "unknown_value")),
  text: requiredText(INPUT_LIMITS.restricted),
  visibility: z.preprocess(emptyIsNull, z.enum(["consortium", "confidential"], "unknown_value")),
});
export type RestrictedInput = z.output<typeof restrictedValue>;

/** The source of what the consortium itself corrects; made when it is first used. */
export const CORRECTION_SOURCE = "correction-consortium";

/** On what grounds staff may say something: a typology's words are never said of one organisation. */
export const STAFF_BASES = ["stated", "self_declared", "verified", "inferred"] as const;

const provenance = z.object({
  basis: requiredCode(STAFF_BASES),
  source: requiredText(120),
  /** Where in the source; published with the citation. */
  place: optionalText(INPUT_LIMITS.note),
  /** The day it was said, ISO 8601. */
  said_on: z.preprocess(emptyIsNull, z.iso.date({ error: ({ input }) => (input === null ? "required" : "not_a_date") })),
  /** For colleagues, in the history only. */
  note: optionalText(INPUT_LIMITS.statement),
});
export type Provenance = z.output<typeof provenance>;

export const organisationInput = z.object({
  fields,
  restricted: z.array(restrictedValue).max(INPUT_LIMITS.rows, "too_many"),
  provenance,
  /** The version that the editor saw; null for a new organisation. */
  version: z.preprocess(digits, z.number("invalid").int().nullable()),
});
export type OrganisationInput = z.output<typeof organisationInput>;

export const PROBLEM_REASONS = [
  "required",
  "too_long",
  "too_many",
  "unknown_value",
  "not_a_number",
  "out_of_range",
  "not_a_date",
  "scale_needs_local",
  "repeated",
  "unknown_zone",
  "unknown_organisation",
  "unknown_source",
  "itself",
  "same_name",
  "invalid_phone",
  "invalid_email",
  "invalid_website",
  "invalid",
] as const;
export type ProblemReason = (typeof PROBLEM_REASONS)[number];

/** One refused value. `path` as in the input ("fields.contacts.2.raw"); `value` what was typed; `limit` the bound that it broke. */
export type InputProblem = { path: string; reason: ProblemReason; value?: string; limit?: number };

const referenceLines = z.object({
  fields: z.object({ zones: fields.shape.zones, partners: fields.shape.partners, networks: fields.shape.networks, contacts: fields.shape.contacts }),
});
export type TypedReferences = z.output<typeof referenceLines>["fields"];

/** What only the database can judge of an input that is refused already, so that its author reads every fault at once; null when that is refused too. */
export function parseTypedReferences(given: unknown): TypedReferences | null {
  return referenceLines.safeParse(given).data?.fields ?? null;
}

export function parseOrganisationInput(given: unknown): { ok: true; input: OrganisationInput } | { ok: false; problems: InputProblem[] } {
  const parsed = organisationInput.safeParse(given);
  if (parsed.success) return { ok: true, input: parsed.data };
  const problems = parsed.error.issues.map((issue): InputProblem => {
    const reason = PROBLEM_REASONS.find((known) => known === issue.message) ?? "invalid";
    const limit = "maximum" in issue ? Number(issue.maximum) : "minimum" in issue ? Number(issue.minimum) : undefined;
    return { path: issue.path.join("."), reason, ...(limit === undefined ? {} : { limit }) };
  });
  return { ok: false, problems };
}
