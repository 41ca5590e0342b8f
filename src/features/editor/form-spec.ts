/**
 * The form as data, so that the component that draws it knows no word and no field: what never
 * changes while a person writes (FormSpec), and what they wrote with what is wrong (FormState),
 * which travels with each submission, with or without scripts.
 */
export type Option = { value: string; label: string };

export type ControlSpec = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  type: "text" | "number" | "date" | "textarea" | "select";
  options?: Option[];
};

/** By it a section's button says where the form comes back to. */
export const SECTION_PARAMETER = "partie";

export type BlockSpec =
  | { type: "control"; control: ControlSpec }
  | { type: "choices"; name: string; legend: string; hint?: string; groups: { label: string | null; options: Option[] }[] }
  /** One control a line; `spare` empty lines follow; `suggests` what a line may name. `rowLabel` holds {n}. */
  | { type: "lines"; name: string; legend: string; hint?: string; rowLabel: string; suggests?: "zone" | "organisation"; multiline?: boolean; spare: number }
  /** Several controls a row; `key` is the one whose absence means an empty row. `rowLegend` holds {n}. */
  | {
      type: "records";
      name: string;
      key: string;
      legend: string;
      hint?: string;
      rowLegend: string;
      columns: ControlSpec[];
      defaults: Record<string, string>;
      hidden?: string;
      remove: { name: string; label: string };
      spare: number;
    };

/** `save`: the name of the button that saves and comes back to this section; absent where there is nothing to come back for. */
export type SectionSpec = {
  id: string;
  title: string;
  intro?: string;
  blocks: BlockSpec[];
  /** What few need, folded under a title. */
  folded?: { title: string; controls: ControlSpec[] };
  save?: string;
};

/** What is said of a field now, one line a statement, each with where it comes from. */
export type Said = { title: string; lines: { text: string; /** When it is not that of the page. */ language?: string; origin: string; href: string }[] };

export type FormSpec = {
  sections: SectionSpec[];
  /** By the name of a control; a field of which nothing is said has none. */
  said: Record<string, Said>;
  /** The address that proposes zones and organisations for a typed text. */
  suggestions: string;
  /** `unheard`: nothing came back from the server. `unsaved`: asked before what was typed is lost. */
  words: { submit: string; required: string; contents: string; optional: string; unheard: string; unsaved: string; homonym: string };
};

/** What a person wrote: each control's values in the order of the page. */
export type Values = Record<string, string[]>;

/** A field that two people changed at once: what each wrote. */
export type Conflict = { field: string; legend: string; mine: { label: string; text: string }; theirs: { label: string; text: string } };

/** The control by which the second of them chooses, and its value when they take the other's. */
export const choiceName = (field: string) => `choix-${field}`;
export const THEIRS = "autre";

export type FormState = {
  /** Grows with each answer, so that the browser shows the values of this one. */
  serial: number;
  values: Values;
  /** By control ("name") or line ("zones-2"): the sentence to show there. */
  errors: Record<string, string>;
  summary: { title: string; items: { href: string; text: string }[] } | null;
  notice: { title: string; lines: string[] } | null;
  conflicts: Conflict[];
  /** The name that another entry has too, which may be said of another organisation. */
  homonym: string | null;
};

/** The id of a control on the page, and of the lines of a control with several. */
export const controlId = (key: string) => `champ-${key}`;
export const lineKey = (name: string, index: number) => `${name}-${index}`;
