import { z } from "zod";
import { editedFields, type Edited } from "./edited";
import type { NounField } from "./nouns";
import { isTime } from "./time";
import { INPUT_LIMITS, provenance, type InputProblem, type Provenance } from "./organisation-input";

/** How long a value may be that staff add. */
export const ENTITY_VALUE_MAX = 5_000;

const ADDRESS = z.url({ protocol: /^https?$/ });

/** A value that staff add; `english`: the same in English, of a text of ours; of a figure also its time ("2009", "2009-04") and its reserves. */
export type Addition = { field: string; value: string; english: string | null; since: string | null; about: boolean; moreThan: boolean };

/** What staff say of a record: which statements no longer hold, and which are new, all from one place; without it when that is refused. */
export type EntityInput = { version: number | null; withdraw: number[]; add: Addition[]; provenance: Provenance | null };

const said = z.object({
  ...{ value: z.string().default(""), english: z.string().default(""), since: z.string().default("") },
  ...{ about: z.coerce.boolean().default(false), moreThan: z.coerce.boolean().default(false) },
});

const typed = z.object({
  version: z.coerce.number().int().nullable().catch(null),
  withdraw: z.array(z.coerce.number().int()).max(INPUT_LIMITS.rows * 10),
  add: z.record(z.string(), said),
  provenance: z.unknown(),
});

/** A number as people write it: "1 250", "0,42". NaN for what is none. */
export const numberOf = (written: string): number => Number(written.replace(/\s/g, "").replace(",", ".") || Number.NaN);

function faultOf(field: NounField, value: string): InputProblem["reason"] | null {
  if (value.length > ENTITY_VALUE_MAX) return "too_long";
  if (field.shape === "code" && !(field.codes as readonly string[]).includes(value)) return "unknown_value";
  if (field.shape === "number" && !Number.isFinite(numberOf(value))) return "not_a_figure";
  if (field.shape === "time" && !isTime(value)) return "not_a_time";
  if (field.shape === "website" && !ADDRESS.safeParse(value).success) return "invalid_website";
  return null;
}

/**
 * Reads what a form sends of a record of this kind, as far as it can be read, and what is wrong with it. Controls left empty add nothing;
 * paths are "add.field", "since.field" and "provenance.field".
 */
export function parseEntityInput(edited: Edited, given: unknown): { input: EntityInput; problems: InputProblem[] } {
  const parsed = typed.safeParse(given);
  if (!parsed.success) return { input: { version: null, withdraw: [], add: [], provenance: null }, problems: [{ path: "add", reason: "invalid" }] };
  const { version, withdraw } = parsed.data;
  const clean = (text: string) => text.trim().normalize("NFC");
  const problems: InputProblem[] = [];
  const add = Object.entries(editedFields(edited)).flatMap(([field, described]): Addition[] => {
    const row = parsed.data.add[field];
    if (!row) return [];
    const [value, english, since] = [clean(row.value), clean(row.english), clean(row.since)];
    if (value === "" && english === "" && since === "") return [];
    const reason = value === "" ? "required" : (faultOf(described, value) ?? (english.length > ENTITY_VALUE_MAX ? "too_long" : null));
    if (reason !== null) problems.push({ path: `add.${field}`, reason, value, limit: ENTITY_VALUE_MAX });
    const time = since === "" || isTime(since);
    if (!time) problems.push({ path: `since.${field}`, reason: "not_a_time", value: since });
    return reason === null && time ? [{ field, value, english: english || null, since: since || null, about: row.about, moreThan: row.moreThan }] : [];
  });
  const place = provenance.safeParse(parsed.data.provenance);
  for (const { path, message } of place.error?.issues ?? []) problems.push({ path: `provenance.${path.join(".")}`, reason: message as InputProblem["reason"] });
  return { input: { version, withdraw: [...new Set(withdraw)], add, provenance: place.data ?? null }, problems };
}
