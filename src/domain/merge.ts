import { EDIT_NAMES, editNames, FIELD_CODES, fieldOf, type ContactInput, type EditName, type FieldCode, type SaidFields } from "./fields";
import { fold } from "./fold";
import { canonical, sameValue } from "./saying";

/** The fields that have one value, each for what completes it too. */
const SINGLE = FIELD_CODES.filter((code) => !fieldOf(code).many && fieldOf(code).completes === undefined);

/** The names under which a field and what completes it stand. */
export const namesTogether = (code: FieldCode): EditName[] =>
  FIELD_CODES.filter((other) => other === code || fieldOf(other).completes === code).flatMap((other) => editNames(other).map(({ name }) => name));

const valuesOf = (fields: SaidFields, code: FieldCode): unknown[] => namesTogether(code).map((name) => fields[name]);
const isUnknown = (fields: SaidFields, code: FieldCode): boolean => valuesOf(fields, code).every((value) => value === null);

/** The fields of which two entries show different values, so that somebody must choose; where one says nothing the other's value stays, and lists add up. */
export const mergeChoices = (survivor: SaidFields, merged: SaidFields): FieldCode[] =>
  SINGLE.filter((code) => !isUnknown(survivor, code) && !isUnknown(merged, code) && !sameValue(valuesOf(survivor, code), valuesOf(merged, code)));

type Entry = { slug: string; fields: SaidFields };

/**
 * What one entry shows that two were merged into. A name and an acronym that are not chosen become other names, and neither names the other.
 * @param takes the fields whose value is that of the merged one; of all others that of the survivor is, if it has one
 */
export function mergedFields(survivor: Entry, merged: Entry, takes: ReadonlySet<FieldCode>): SaidFields {
  const chosen = SINGLE.flatMap((code) => {
    const { fields } = takes.has(code) || isUnknown(survivor.fields, code) ? merged : survivor;
    return namesTogether(code).map((name) => [name, fields[name]] as const);
  });
  const lists = EDIT_NAMES.filter(({ field }) => field.many).map(({ name, field }) => {
    const both = [...(survivor.fields[name] as unknown[]), ...(merged.fields[name] as unknown[])];
    if (field.shape === "contact") return [name, distinctContacts(both as ContactInput[])] as const;
    const others = field.shape === "organisation" ? both.filter((slug) => slug !== survivor.slug && slug !== merged.slug) : both;
    return [name, [...new Set(others)]] as const;
  });
  const fields = Object.fromEntries([...chosen, ...lists]) as SaidFields;
  const alias = [...fields.alias];
  for (const name of [survivor.fields.name, merged.fields.name, survivor.fields.acronym, merged.fields.acronym])
    if (name !== null && ![fields.name, fields.acronym ?? "", ...alias].some((known) => fold(known) === fold(name))) alias.push(name);
  return canonical({ ...fields, alias });
}

const distinctContacts = (contacts: readonly ContactInput[]): ContactInput[] =>
  contacts.filter((one, index) => contacts.findIndex(({ channel, raw }) => channel === one.channel && raw === one.raw) === index);
