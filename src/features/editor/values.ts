import { EDIT_NAMES, namesWhere, SECTIONS, type FIELDS, type FieldCode } from "@/domain/fields";
import { INPUT_LIMITS, type EditField } from "@/domain/organisation-input";
import { choiceName, THEIRS, type Values } from "./form-spec";

type LineField = { [C in FieldCode]: (typeof FIELDS)[C] extends { many: true; shape: "text" | "zone" | "organisation" } ? C : never }[FieldCode];
type ChoiceField = { [C in FieldCode]: (typeof FIELDS)[C] extends { many: true; shape: "code" } ? C : never }[FieldCode];

/** Names of the form's controls by what they feed. */
export const SINGLE_CONTROLS: readonly EditField[] = [...namesWhere(({ many }) => !many), "visibility"];
export const CHOICE_CONTROLS = namesWhere(({ many, shape }) => many && shape === "code") as ChoiceField[];
export const LINE_CONTROLS = namesWhere(({ many, shape }) => many && shape !== "code" && shape !== "contact") as LineField[];
export const CONTACT_CONTROLS = ["contact_channel", "contact_raw", "contact_state"] as const;
export const RESTRICTED_CONTROLS = ["restricted_id", "restricted_field", "restricted_visibility", "restricted_text"] as const;
export const PROVENANCE_CONTROLS = ["basis", "source", "place", "said_on", "note", "words", "since", "until"] as const;

/** The controls in the order of the page. */
export const CONTROL_ORDER: readonly string[] = [
  ...PROVENANCE_CONTROLS,
  ...SECTIONS.flatMap((section) =>
    EDIT_NAMES.filter(({ field }) => field.section === section).flatMap(({ name, field }) => (field.shape === "contact" ? CONTACT_CONTROLS : [name])),
  ),
  ...RESTRICTED_CONTROLS,
  "visibility",
];

/** More than any honest form sends; the rest is not read. */
const MOST_VALUES = INPUT_LIMITS.rows * 2;
const LONGEST_VALUE = 20_000;

const filled = (text: string | undefined) => (text ?? "").trim() !== "";

/** Rows of several controls without those that are empty or marked for removal. */
function rows(form: FormData, names: readonly string[], removed: string, keep: (row: Record<string, string>) => boolean): Record<string, string>[] {
  const columns = names.map((name) => texts(form, name));
  const gone = new Set(texts(form, removed));
  return Array.from({ length: Math.max(...columns.map((column) => column.length)) }, (_, index) => index)
    .filter((index) => !gone.has(String(index)))
    .map((index) => Object.fromEntries(names.map((name, column) => [name, columns[column]?.[index] ?? ""])))
    .filter(keep);
}

function texts(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .slice(0, MOST_VALUES)
    .map((value) => (typeof value === "string" ? value.slice(0, LONGEST_VALUE).replaceAll("\0", "").replace(/\r\n?/g, "\n") : ""));
}

const columnsOf = (names: readonly string[], from: Record<string, string>[]): Values =>
  Object.fromEntries(names.map((name) => [name, from.map((row) => row[name] ?? "")]));

/**
 * What a submitted form holds, cleared of empty lines and of rows marked for removal, so that the
 * numbers of lines are the same in what is saved, in what is refused and in what is shown again.
 */
export function valuesOfForm(form: FormData): Values {
  const single = [...SINGLE_CONTROLS, ...PROVENANCE_CONTROLS, "version", "homonym"].map((name) => [name, texts(form, name).slice(0, 1)] as const);
  const choices = CHOICE_CONTROLS.map((name) => [name, texts(form, name)] as const);
  const trimmed = (name: string) => [
    ...new Set(
      texts(form, name)
        .map((line) => line.trim())
        .filter(filled),
    ),
  ];
  const lines = LINE_CONTROLS.map((name): [string, string[]] => [name, trimmed(name)]);
  const contacts = rows(form, CONTACT_CONTROLS, "contact_remove", (row) => filled(row.contact_raw) || !["", "ok"].includes(row.contact_state ?? ""));
  const restricted = rows(form, RESTRICTED_CONTROLS, "restricted_remove", (row) => filled(row.restricted_text));
  const plain: Values = Object.fromEntries<string[]>([...single, ...choices, ...lines]);
  return {
    ...plain,
    ...columnsOf(CONTACT_CONTROLS, contacts),
    ...columnsOf(RESTRICTED_CONTROLS, restricted),
  };
}

/** The fields in which the other's value was chosen, after two people changed them at once. */
export const theirsChosen = (form: FormData): string[] =>
  [...EDIT_NAMES.map(({ name }) => name as string), "visibility"].filter((name) => form.get(choiceName(name)) === THEIRS);

/** The input of a save, still to be parsed by the domain. */
export function inputOfValues(values: Values): unknown {
  const first = (name: string) => values[name]?.[0] ?? "";
  const many = (name: string) => values[name] ?? [];
  return {
    fields: {
      ...Object.fromEntries(SINGLE_CONTROLS.map((name) => [name, first(name)])),
      ...Object.fromEntries([...CHOICE_CONTROLS, ...LINE_CONTROLS].map((name) => [name, many(name)])),
      contacts: many("contact_raw").map((raw, index) => ({ raw, channel: many("contact_channel")[index], state: many("contact_state")[index] })),
    },
    restricted: many("restricted_text").map((text, index) => ({
      text,
      id: many("restricted_id")[index],
      field: many("restricted_field")[index],
      visibility: many("restricted_visibility")[index],
    })),
    provenance: Object.fromEntries(PROVENANCE_CONTROLS.map((name) => [name, first(name)])),
    version: first("version"),
    homonym: first("homonym"),
  };
}

/** The control, and the line of it, where a problem of this path belongs: "fields.contacts.2.raw" → "contact_raw-2". */
export function controlOfPath(path: string): string {
  const [part, name = "", index, column] = path.split(".");
  if (part === "restricted") return `restricted_${index === undefined ? "text" : index}-${name}`;
  if (part === "provenance" || part === "version") return name || "name";
  if (name === "contacts") return index === undefined ? "contact_raw-0" : `contact_${column ?? "raw"}-${index}`;
  if ((LINE_CONTROLS as readonly string[]).includes(name)) return `${name}-${index ?? 0}`;
  return name;
}
