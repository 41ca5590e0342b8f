import { z } from "zod";
import { nounField, NOUN_FIELDS, type Noun, type NounField } from "./nouns";
import { INPUT_LIMITS, provenance, type InputProblem, type Provenance } from "./organisation-input";

/** How long a value may be that staff add to an entity. */
export const ENTITY_VALUE_MAX = 5_000;

const TIME = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const ADDRESS = z.url({ protocol: /^https?$/ });

/** A value that staff add; `english`: the same in English, of a text of ours. */
export type Addition = { field: string; value: string; english: string | null };

/** What staff say of an entity: which statements no longer hold, and which are new, all from one place. */
export type EntityInput = { version: number | null; withdraw: number[]; add: Addition[]; provenance: Provenance };

const typed = z.object({
  version: z.coerce.number().int().nullable().catch(null),
  withdraw: z.array(z.coerce.number().int()).max(INPUT_LIMITS.rows * 10),
  add: z.record(z.string(), z.object({ value: z.string().default(""), english: z.string().default("") })),
  provenance: z.unknown(),
});

function faultOf(field: NounField, value: string): InputProblem["reason"] | null {
  if (value.length > ENTITY_VALUE_MAX) return "too_long";
  if (field.shape === "code" && !(field.codes as readonly string[]).includes(value)) return "unknown_value";
  if (field.shape === "time" && !TIME.test(value)) return "not_a_time";
  if (field.shape === "website" && !ADDRESS.safeParse(value).success) return "invalid_website";
  return null;
}

/** Reads what a form sends of an entity of this noun. Controls left empty add nothing; paths are "add.field" and "provenance.field". */
export function parseEntityInput(noun: Noun, given: unknown): { ok: true; input: EntityInput } | { ok: false; problems: InputProblem[] } {
  const parsed = typed.safeParse(given);
  if (!parsed.success) return { ok: false, problems: [{ path: "add", reason: "invalid" }] };
  const { version, withdraw } = parsed.data;
  const clean = (text: string) => text.trim().normalize("NFC");
  const add = Object.keys(NOUN_FIELDS[noun]).flatMap((field): Addition[] => {
    const { value = "", english = "" } = parsed.data.add[field] ?? {};
    return clean(value) === "" && clean(english) === "" ? [] : [{ field, value: clean(value), english: clean(english) || null }];
  });
  const problems = add.flatMap(({ field, value, english }): InputProblem[] => {
    const path = `add.${field}`;
    if (value === "") return [{ path, reason: "required" }];
    const reason = faultOf(nounField(noun, field)!, value) ?? (english !== null && english.length > ENTITY_VALUE_MAX ? "too_long" : null);
    return reason === null ? [] : [{ path, reason, value, limit: ENTITY_VALUE_MAX }];
  });
  const place = provenance.safeParse(parsed.data.provenance);
  if (!place.success) {
    for (const { path, message } of place.error.issues) problems.push({ path: `provenance.${path.join(".")}`, reason: message as InputProblem["reason"] });
    return { ok: false, problems };
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, input: { version, withdraw: [...new Set(withdraw)], add, provenance: place.data } };
}
