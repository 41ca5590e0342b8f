import { z } from "zod";
import { codeOfField, EDIT_NAMES, type EditName } from "./fields";
import { provenance, type InputProblem } from "./organisation-input";
import { CONTACT_CHANNELS, ORGANISATION_KINDS, type ContactChannel } from "./vocabularies";

/** Where a file that staff bring stands. `reading` and `writing`: some work is under way. */
export const BATCH_STATES = ["staged", "reading", "ready", "writing", "written", "undone"] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** What would become of a row. `duplicate`: a person says first whether it is an entry that resembles it. */
export const ROW_KINDS = ["new", "changed", "unchanged", "duplicate", "rejected", "skipped"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** After so many days the rows of a file are removed. */
export const ROWS_KEPT_DAYS = 14;

export type ContactName = `contacts:${ContactChannel}`;
/** What a cell can hold of an entry: a field, of contacts those of one channel. */
export type GivenName = Exclude<EditName, "contacts"> | ContactName;
export const GIVEN_NAMES: readonly GivenName[] = EDIT_NAMES.flatMap(({ name }): GivenName[] =>
  name === "contacts" ? CONTACT_CHANNELS.map((channel) => `contacts:${channel}` as const) : [name],
);

/** Columns that tell which entry a row is about: its address here, its version when it left, the key that its source gives it. */
export const KEY_TARGETS = ["slug", "version", "key"] as const;
export type KeyTarget = (typeof KEY_TARGETS)[number];

/** What a column is: nothing, a key, a field, or, as surveys split them, whether one code of a field is ticked ("themes=women_rights"). */
export type Target = "" | KeyTarget | GivenName | `${string}=${string}`;

/** A column that tells whether one code is ticked. */
export function tickOf(target: Target): { name: EditName; code: string } | null {
  const [name, code] = target.split("=");
  const known = EDIT_NAMES.find((edit) => edit.name === name)?.field;
  return code !== undefined && known?.shape === "code" && known.many && codeOfField(known, code) !== null ? { name: name as EditName, code } : null;
}

export const isTarget = (text: string): text is Target =>
  text === "" || (KEY_TARGETS as readonly string[]).includes(text) || (GIVEN_NAMES as readonly string[]).includes(text) || tickOf(text as Target) !== null;

/** What a mapping lacks or says twice. */
export type MappingFault = { reason: "twice"; target: Target } | { reason: "no_name" } | { reason: "version_alone" };

/** @param targets one for each column */
export function mappingFaults(targets: readonly Target[]): MappingFault[] {
  const used = targets.filter((target): target is Exclude<Target, ""> => target !== "");
  const twice = [...new Set(used.filter((target, index) => used.indexOf(target) !== index && !target.startsWith("contacts:")))];
  return [
    ...twice.map((target) => ({ reason: "twice" as const, target })),
    ...(["name", "slug", "key"].some((target) => used.includes(target as "name")) ? [] : [{ reason: "no_name" as const }]),
    ...(used.includes("version") && !used.includes("slug") ? [{ reason: "version_alone" as const }] : []),
  ];
}

export const NEW_ENTRIES = ["draft", "published", "consortium"] as const;
export const LIST_MODES = ["replace", "add"] as const;

const filled = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);

/** What a person says of a whole file. */
export const importSettings = provenance
  .omit({ source: true })
  .extend({
    /** The slug of a source; null when a new one is made of `title`. */
    source: z.preprocess(filled, z.string().max(120).nullable()),
    title: z.preprocess(filled, z.string().max(300, "too_long").nullable()),
    kind: z.enum(ORGANISATION_KINDS).catch("cso"),
    newEntries: z.enum(NEW_ENTRIES).catch("draft"),
    lists: z.enum(LIST_MODES).catch("replace"),
    /** Whether an empty cell takes away what is known. */
    erase: z.preprocess((value) => value === true || value === "true", z.boolean()),
  })
  .refine(({ source, title }) => source !== null || title !== null, { path: ["title"], error: "required" });
export type ImportSettings = z.output<typeof importSettings>;

export const CELL_REASONS = ["ambiguous_zone", "unknown_entry", "same_key", "same_entry", "no_name", "not_a_tick"] as const;
export type CellReason = InputProblem["reason"] | (typeof CELL_REASONS)[number];

/** One thing that is wrong with a row: the head of its column, "" for the row; `choices` are what could be written instead. */
export type CellProblem = {
  column: string;
  value: string;
  reason: CellReason;
  limit?: number;
  choices?: string[];
  /** Whose codes the choices are. */ codesOf?: GivenName;
};

/** What a row says, as the table of fields has it; a field that no column gives is missing, an empty cell is null or no value. */
export type Given = Partial<Record<GivenName, string | number | boolean | string[] | null>>;

/** An entry, or an earlier line of the file, that a row may be about. */
export type Candidate = { slug: string; name: string; why: ("name" | "acronym" | "phone" | "email")[] } | { line: number; name: string; why: ["name"] };

export type RowChange = { field: EditName; before: unknown; after: unknown };

/** What a preview finds of a row. */
export type RowPlan = {
  name: string;
  given: Given;
  changes: RowChange[];
  /** The changed fields that staff wrote otherwise since. */
  conflicts: EditName[];
  problems: CellProblem[];
  candidates: Candidate[];
  /** The version of the entry on which the changes were found. */
  version: number | null;
  /** The key that its source gives it. */
  key: string | null;
  /** An undone import left the entry unpublished. */
  again: boolean;
};
