import {
  CONTENT_LANGUAGES,
  EDIT_NAMES,
  editNames,
  FIELD_CODES,
  fieldOf,
  inOwnOrder,
  type ContactInput,
  type EditName,
  type FieldCode,
  type SaidFields,
} from "./fields";
import type { Said } from "./compose";
import { CORRECTION_SOURCE } from "./organisation-input";

/** A contact with what a link can use of it. */
export type UsableContact = ContactInput & { usable: string | null };

/** Something that a change says, before it has a source: the value as in {@link Said}. */
export type Utterance = Pick<Said, "field" | "value" | "language" | "contact" | "cited">;

export type FieldChange<N extends string = EditName> = { field: N; before: unknown; after: unknown };

/** Whether two values of a field are the same; contacts carry the same three keys in the same order. */
export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The values with each set in its own order, so that two equal sets compare equal. */
export function canonical<F extends SaidFields>(fields: F): F {
  const sets = EDIT_NAMES.filter(({ field }) => field.many && field.shape !== "contact");
  return { ...fields, ...Object.fromEntries(sets.map(({ name, field }) => [name, inOwnOrder(field, fields[name] as readonly string[])])) };
}

/** The names that differ, in the order of the table. */
export function changedFields(before: Partial<Record<EditName, unknown>>, after: SaidFields): FieldChange[] {
  return EDIT_NAMES.filter(({ name }) => !sameValue(before[name], after[name])).map(({ name }) => ({ field: name, before: before[name], after: after[name] }));
}

type Before = { readonly [N in EditName]: unknown };

const completing = (code: FieldCode): FieldCode[] => FIELD_CODES.filter((other) => fieldOf(other).completes === code);
const contactKey = ({ channel, raw, state }: ContactInput): string => JSON.stringify([channel, raw, state]);
const utterance = (field: FieldCode, value: unknown, cited = true): Utterance => ({ field, value: String(value), language: null, contact: null, cited });

/**
 * What a change says, to be stated. A value set to unknown says nothing. A whole set is said whole, because a place that lists values
 * leaves out the others on purpose; of other sets only what was added is said. A value and what completes it are said together.
 * @param contacts those of `after`, with what a link can use
 */
export function utterances(before: Before, after: SaidFields, contacts: readonly UsableContact[]): Utterance[] {
  const changed = new Set(changedFields(before, after).map(({ field }) => field));
  return FIELD_CODES.flatMap((code): Utterance[] => {
    const field = fieldOf(code);
    if (field.completes !== undefined) return [];
    const names = editNames(code);
    const group = [code, ...completing(code)] as (FieldCode & EditName)[];
    if (![...names.map(({ name }) => name), ...group].some((name) => changed.has(name))) return [];
    if (field.shape === "contact") {
      const known = new Set((before[code as EditName] as ContactInput[]).map(contactKey));
      return contacts.filter((contact) => !known.has(contactKey(contact))).map((contact) => ({ ...utterance(code, contact.raw), contact }));
    }
    if (field.many) {
      const held = field.whole ? [] : (before[code as EditName] as readonly string[]);
      return (after[code as EditName] as readonly string[]).filter((value) => !held.includes(value)).map((value) => utterance(code, value));
    }
    if (field.shape === "translated") {
      const said = names.filter(({ name }) => changed.has(name) && after[name] !== null);
      return said.map(({ name, language }, index) => ({ ...utterance(code, after[name], index === 0), language }));
    }
    const lead = after[code as EditName];
    return group.flatMap((name) => (after[name] === null ? [] : [utterance(name, after[name], name === code || lead === null)]));
  });
}

/**
 * Which statements a change takes back: those of a value that is taken out of a set, all of a field that is set to unknown, and what the
 * consortium itself said of a field that it now says otherwise. What a document says stands beside the correction.
 */
export function withdrawals(before: Before, after: SaidFields, said: readonly (Said & { id: number })[]): number[] {
  const changed = new Set(changedFields(before, after).map(({ field }) => field));
  const contacts = new Set(after.contacts.map(contactKey));
  return said.flatMap(({ id, field: code, value, language, contact, source }) => {
    const field = fieldOf(code);
    const name = (field.shape === "translated" ? `${code}_${language ?? CONTENT_LANGUAGES[0]}` : code) as EditName;
    const lead = (field.completes ?? code) as FieldCode;
    const together = field.shape === "translated" ? [name] : ([lead, ...completing(lead)] as EditName[]);
    if (source === CORRECTION_SOURCE && !field.many && !contact && together.some((other) => changed.has(other))) return [id];
    if (!changed.has(name)) return [];
    const present = after[name];
    const stands = contact ? contacts.has(contactKey(contact)) : field.many ? (present as readonly string[]).includes(value) : present !== null;
    return stands ? [] : [id];
  });
}
