import { sourceAddress } from "./source-address";

/** What staff cite beside the documents that are loaded: each kind says how something became known. */
export const MADE_SOURCE_KINDS = ["mapping", "document", "receipt", "visit", "call", "mail", "meeting"] as const;
export type MadeSourceKind = (typeof MADE_SOURCE_KINDS)[number];

/** What is said of a source, in the order of the form. */
export const SOURCE_FIELDS = ["title", "kind", "author", "publisher", "publishedOn", "language", "url", "licence", "note_fr", "note_en"] as const;
export type SourceField = (typeof SOURCE_FIELDS)[number];

/** Of a document that its files describe staff say this alone. */
export const LOADED_SOURCE_FIELDS = ["url"] as const satisfies readonly SourceField[];

/** As typed; empty for what is not known. */
export type SourceTyped = Readonly<Partial<Record<SourceField, string>>>;
export type SourceValues = Partial<Record<SourceField, string | null>>;

export const SOURCE_PROBLEMS = ["required", "too_long", "bad_day", "bad_language", "bad_address", "changed"] as const;
/** What is wrong with a field; `value`: what holds now, where somebody else changed it. */
export type SourceProblem = { field: SourceField; reason: (typeof SOURCE_PROBLEMS)[number]; value?: string };

const LONGEST = 300;
const LONGEST_NOTE = 2_000;

/** "2026", "2026-11" or "2026-11-21", and a day that exists. */
function isPartialDay(text: string): boolean {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

function faultOf(field: SourceField, text: string): SourceProblem["reason"] | null {
  if (text === "") return ["title", "kind", "language"].includes(field) ? "required" : null;
  if (text.length > (field.startsWith("note") ? LONGEST_NOTE : LONGEST)) return "too_long";
  if (field === "kind") return (MADE_SOURCE_KINDS as readonly string[]).includes(text) ? null : "required";
  if (field === "language") return /^[a-z]{2,3}$/.test(text) ? null : "bad_language";
  if (field === "publishedOn") return isPartialDay(text) ? null : "bad_day";
  return field === "url" && sourceAddress(text) === undefined ? "bad_address" : null;
}

/** What was typed of some fields of a source, with every fault at once. */
export function parseSource(fields: readonly SourceField[], typed: SourceTyped): { values: SourceValues; problems: SourceProblem[] } {
  const texts = fields.map((field) => [field, (typed[field] ?? "").trim().normalize("NFC")] as const);
  const problems = texts.flatMap(([field, text]): SourceProblem[] => {
    const reason = faultOf(field, text);
    return reason ? [{ field, reason }] : [];
  });
  return { values: Object.fromEntries(texts.map(([field, text]) => [field, text || null])), problems };
}
