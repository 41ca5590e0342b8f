import { z } from "zod";
import {
  CITED_FIELDS,
  codeOfField,
  EDIT_NAMES,
  inOwnOrder,
  type ContactInput,
  type EditName,
  type Field,
  type OrganisationName,
  type SaidFields,
} from "./fields";
import { isTime } from "./time";
import { CONTACT_CHANNELS, CONTACT_STATES, VISIBILITIES, type Visibility } from "./vocabularies";

/**
 * What staff may say of an organisation, as a form or a program sends it. A text that is empty
 * means unknown. Each refusal is a code with the path of its field; the sentence is made by
 * whoever answers, in the reader's language.
 */
export const INPUT_LIMITS = { line: 300, note: 1_000, place: 300, words: 500, restricted: 2_000, rows: 100 } as const;

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
const flag = (value: unknown) => ({ true: true, false: false })[String(value)] ?? null;

type Codes = readonly [string, ...string[]];
const optionalText = (max: number) => z.preprocess(emptyIsNull, z.string("invalid").max(max, "too_long").nullable());
const requiredText = (max: number) => z.preprocess(trimmed, z.string("required").min(1, "required").max(max, "too_long"));
const optionalCode = <const T extends Codes>(codes: T) => z.preprocess(emptyIsNull, z.enum(codes, "unknown_value").nullable());
const requiredCode = <const T extends Codes>(codes: T) =>
  z.preprocess(emptyIsNull, z.enum(codes, { error: ({ input }) => (input === null ? "required" : "unknown_value") }));
const optionalNumber = (min: number, max: number) =>
  z.preprocess(digits, z.number("not_a_number").int("not_a_number").min(min, "out_of_range").max(max, "out_of_range").nullable());
/** Codes of the directory and, where the consortium adds terms, those: one that was merged means the other. */
const codeSet = (field: Extract<Field, { shape: "code" }>) => {
  const code = z.string("unknown_value").transform((value, context) => {
    const meant = codeOfField(field, value);
    if (meant !== null) return meant;
    context.addIssue({ code: "custom", message: "unknown_value" });
    return z.NEVER;
  });
  return z.array(code).transform((given) => inOwnOrder(field, given));
};

/** Lines in the order typed; empty ones are dropped, a repeated one counts once. */
const lines = (max: number) =>
  z
    .array(z.preprocess(trimmed, z.string("invalid").max(max, "too_long")))
    .max(INPUT_LIMITS.rows, "too_many")
    .transform((given) => [...new Set(given.filter((line) => line !== ""))]);

const contact: z.ZodType<ContactInput> = z.object({
  channel: requiredCode(CONTACT_CHANNELS),
  raw: requiredText(INPUT_LIMITS.line),
  state: requiredCode(CONTACT_STATES),
});

/** How a value of a field is parsed; what is missing means unknown, or that nothing is said. */
function inputOf(field: Field): z.ZodType {
  switch (field.shape) {
    case "code":
      return field.many ? codeSet(field) : field.required ? requiredCode(field.codes) : optionalCode(field.codes);
    case "number":
      return optionalNumber(field.min, field.max);
    case "flag":
      return z.preprocess(flag, z.boolean().nullable());
    case "text":
    case "translated":
      if (field.time) return optionalText(field.max).refine((value) => value === null || isTime(value), "not_a_time");
      return field.many ? lines(field.max) : field.required ? requiredText(field.max) : optionalText(field.max);
    case "zone":
    case "organisation":
      return lines(INPUT_LIMITS.line);
    case "contact":
      return z.array(contact).max(INPUT_LIMITS.rows, "too_many");
  }
}

/** A schema takes its time to be made, and a file has many cells. */
const schemas = new Map<Field, z.ZodType>();

/** The value of one field of the table, as a cell of a file has it. */
export function parseFieldInput(field: Field, value: unknown): { ok: true; value: unknown } | { ok: false; reason: ProblemReason; limit?: number } {
  const schema = schemas.get(field) ?? inputOf(field);
  schemas.set(field, schema);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const { reason, limit } = problemOf(parsed.error.issues[0]!);
  return { ok: false, reason, limit };
}

/** Every value that staff edit, under the name that it has in the form and in the history. */
export type OrganisationFields = SaidFields & { visibility: Visibility };
export type EditField = EditName | "visibility";
export const EDIT_FIELDS: readonly EditField[] = [...EDIT_NAMES.map(({ name }) => name), "visibility"];

const shape = { ...Object.fromEntries(EDIT_NAMES.map(({ name, field }) => [name, inputOf(field)])), visibility: requiredCode(VISIBILITIES) };
const fields = (z.object(shape) as unknown as z.ZodType<OrganisationFields>).superRefine((given, context) => {
  if (given.perimeter_scale !== null && given.perimeter !== "local") {
    context.addIssue({ code: "custom", path: ["perimeter_scale"], message: "scale_needs_local" });
  }
  if (given.life_since !== null && given.life === null) {
    context.addIssue({ code: "custom", path: ["life_since"], message: "since_needs_state" });
  }
  const seen = new Set<string>();
  given.contacts.forEach(({ channel, raw }, index) => {
    const key = `${channel} ${raw}`;
    if (seen.has(key)) context.addIssue({ code: "custom", path: ["contacts", index, "raw"], message: "repeated" });
    seen.add(key);
  });
});

/** A contact that does not leave the consortium says by which way it reaches. */
export const RESTRICTED_CONTACTS = CONTACT_CHANNELS.map((channel) => `contacts:${channel}` as const);
export const RESTRICTED_FIELDS = ["note", ...CITED_FIELDS, ...RESTRICTED_CONTACTS] as const;
export type RestrictedField = (typeof RESTRICTED_FIELDS)[number];

const restrictedValue = z.object({
  /** null for a new one. */
  id: z.preprocess(digits, z.number("invalid").int().nullable()),
  field: z.preprocess(emptyIsNull, z.enum(RESTRICTED_FIELDS, "unknown_value")),
  text: requiredText(INPUT_LIMITS.restricted),
  visibility: z.preprocess(emptyIsNull, z.enum(["consortium", "confidential"], "unknown_value")),
});
export type RestrictedInput = z.output<typeof restrictedValue>;

/** The source of what the consortium itself corrects; made when it is first used. */
export const CORRECTION_SOURCE = "correction-consortium";

/** On what grounds staff may say something: a typology's words are never said of one organisation. */
export const STAFF_BASES = ["stated", "self_declared", "verified", "inferred"] as const;

/** "2018", "2018-03" or "2018-03-15". */
const time = optionalText(10).refine((value) => value === null || isTime(value), "not_a_time");

export const provenance = z.object({
  basis: requiredCode(STAFF_BASES),
  source: requiredText(120),
  /** Where in the source; published with the citation. */
  place: optionalText(INPUT_LIMITS.place),
  /** As the source writes it; published with the citation. */
  words: optionalText(INPUT_LIMITS.words).optional(),
  /** The time of which it is said, when that is not the day on which it was. */
  since: time.optional(),
  until: time.optional(),
  /** The day it was said, ISO 8601. */
  said_on: z.preprocess(emptyIsNull, z.iso.date({ error: ({ input }) => (input === null ? "required" : "not_a_date") })),
  /** For colleagues, in the history only. */
  note: optionalText(INPUT_LIMITS.note),
});
export type Provenance = z.output<typeof provenance>;

export const organisationInput = z.object({
  fields,
  restricted: z.array(restrictedValue).max(INPUT_LIMITS.rows, "too_many"),
  provenance,
  /** The name of which staff say that it is another organisation's too; null when they say nothing of the kind. */
  homonym: optionalText(300).optional(),
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
  "not_a_figure",
  "out_of_range",
  "in_the_future",
  "not_a_date",
  "not_a_time",
  "scale_needs_local",
  "since_needs_state",
  "repeated",
  "repeated_figure",
  "unknown_zone",
  "outside_zones",
  "unknown_organisation",
  "unknown_entity",
  "unknown_source",
  "itself",
  "same_name",
  "like_name",
  "like_acronym",
  "like_phone",
  "like_email",
  "like_website",
  "like_place",
  "invalid_phone",
  "invalid_email",
  "invalid_website",
  "invalid",
] as const;
export type ProblemReason = (typeof PROBLEM_REASONS)[number];

/** One refused value. `path` as in the input ("fields.contacts.2.raw"); `value` what was typed; `limit` the bound that it broke. */
export type InputProblem = { path: string; reason: ProblemReason; value?: string; limit?: number };

const REFERENCE_SHAPES: readonly Field["shape"][] = ["zone", "organisation", "contact"];
const references = EDIT_NAMES.filter(({ field }) => REFERENCE_SHAPES.includes(field.shape));
const referenceInput = z.object({ fields: z.object(Object.fromEntries(references.map(({ name, field }) => [name, inputOf(field)]))) });
export type TypedReferences = Pick<OrganisationFields, "zones" | OrganisationName | "contacts">;

/** What only the database can judge of an input that is refused already, so that its author reads every fault at once; null when that is refused too. */
export function parseTypedReferences(given: unknown): TypedReferences | null {
  return (referenceInput.safeParse(given).data?.fields as TypedReferences | undefined) ?? null;
}

function problemOf(issue: z.core.$ZodIssue): InputProblem {
  const reason = PROBLEM_REASONS.find((known) => known === issue.message) ?? "invalid";
  const limit = "maximum" in issue ? Number(issue.maximum) : "minimum" in issue ? Number(issue.minimum) : undefined;
  return { path: issue.path.join("."), reason, ...(limit === undefined ? {} : { limit }) };
}

/** Years that have not begun, of what else may be wrong with the input. */
function futureYears(given: unknown, now: Date): InputProblem[] {
  const typed = (given as { fields?: Record<string, unknown> } | null)?.fields ?? {};
  const limit = now.getUTCFullYear();
  return EDIT_NAMES.flatMap(({ name, field }): InputProblem[] => {
    const year = field.shape === "number" && field.past ? digits(typed[name]) : null;
    return typeof year === "number" && year > limit ? [{ path: `fields.${name}`, reason: "in_the_future", limit }] : [];
  });
}

/** @param now by the clock of who asks: there is none here */
export function parseOrganisationInput(given: unknown, now: Date): { ok: true; input: OrganisationInput } | { ok: false; problems: InputProblem[] } {
  const parsed = organisationInput.safeParse(given);
  const future = futureYears(given, now);
  if (parsed.success) return future.length === 0 ? { ok: true, input: parsed.data } : { ok: false, problems: future };
  const problems = parsed.error.issues.map(problemOf);
  return { ok: false, problems: [...problems, ...future.filter(({ path }) => !problems.some((other) => other.path === path))] };
}
