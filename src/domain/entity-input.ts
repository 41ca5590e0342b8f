import { z } from "zod";
import { nounField, NOUN_FIELDS, type Noun, type NounField } from "./nouns";
import { isTime } from "./time";
import { INPUT_LIMITS, provenance, type InputProblem, type Provenance } from "./organisation-input";

/** How long a value may be that staff add to an entity. */
export const ENTITY_VALUE_MAX = 5_000;

const ADDRESS = z.url({ protocol: /^https?$/ });

/** A value that staff add; `english`: the same in English, of a text of ours. */
export type Addition = { field: string; value: string; english: string | null };

/** What staff say of an entity: which statements no longer hold, and which are new, all from one place; without it when that is refused. */
export type EntityInput = { version: number | null; withdraw: number[]; add: Addition[]; provenance: Provenance | null };

const typed = z.object({
  version: z.coerce.number().int().nullable().catch(null),
  withdraw: z.array(z.coerce.number().int()).max(INPUT_LIMITS.rows * 10),
  add: z.record(z.string(), z.object({ value: z.string().default(""), english: z.string().default("") })),
  provenance: z.unknown(),
});

/** A number as people write it: "1 250", "0,42". NaN for what is none. */
export const numberOf = (written: string): number => Number(written.replace(/[\s\u202f\u00a0]/g, "").replace(",", ".") || Number.NaN);

function faultOf(field: NounField, value: string): InputProblem["reason"] | null {
  if (value.length > ENTITY_VALUE_MAX) return "too_long";
  if (field.shape === "code" && !(field.codes as readonly string[]).includes(value)) return "unknown_value";
  if (field.shape === "number" && !Number.isFinite(numberOf(value))) return "not_a_number";
  if (field.shape === "time" && !isTime(value)) return "not_a_time";
  if (field.shape === "website" && !ADDRESS.safeParse(value).success) return "invalid_website";
  return null;
}

/**
 * Reads what a form sends of an entity of this noun, as far as it can be read, and what is wrong with it. Controls left empty add nothing;
 * paths are "add.field" and "provenance.field".
 */
export function parseEntityInput(noun: Noun, given: unknown): { input: EntityInput; problems: InputProblem[] } {
  const parsed = typed.safeParse(given);
  if (!parsed.success) return { input: { version: null, withdraw: [], add: [], provenance: null }, problems: [{ path: "add", reason: "invalid" }] };
  const { version, withdraw } = parsed.data;
  const clean = (text: string) => text.trim().normalize("NFC");
  const problems: InputProblem[] = [];
  const add = Object.keys(NOUN_FIELDS[noun]).flatMap((field): Addition[] => {
    const { value: given = "", english: translated = "" } = parsed.data.add[field] ?? {};
    const [value, english] = [clean(given), clean(translated)];
    if (value === "" && english === "") return [];
    const reason = value === "" ? "required" : (faultOf(nounField(noun, field)!, value) ?? (english.length > ENTITY_VALUE_MAX ? "too_long" : null));
    if (reason === null) return [{ field, value, english: english || null }];
    problems.push({ path: `add.${field}`, reason, value, limit: ENTITY_VALUE_MAX });
    return [];
  });
  const place = provenance.safeParse(parsed.data.provenance);
  for (const { path, message } of place.error?.issues ?? []) problems.push({ path: `provenance.${path.join(".")}`, reason: message as InputProblem["reason"] });
  return { input: { version, withdraw: [...new Set(withdraw)], add, provenance: place.data ?? null }, problems };
}
