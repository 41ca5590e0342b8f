import { z } from "zod";
import { LOCAL_CODE, type LocalCode } from "../terms";
import { editNames, FIELD_CODES, FIELDS, fieldOf, type Field, type FieldCode, type SaidFields, type Value } from "../fields";
import { textByLanguage, type TextByLanguage } from "./text";

/**
 * The fields of an organisation that are published under their own name, from the table of fields: those with a column in the files are
 * in lists, the others only in the whole record.
 */
type Table = typeof FIELDS;
type Name<C extends FieldCode> = Table[C]["published"] extends string ? Table[C]["published"] : never;
type Listed<C extends FieldCode> = Table[C] extends { column: string } ? Name<C> : never;
type Detailed<C extends FieldCode> = Table[C] extends { column: string } ? never : Name<C>;
type Published<F> = F extends { shape: "translated" } ? TextByLanguage : Value<F>;

export type ListedFields = { [C in FieldCode as Listed<C>]: Published<Table[C]> };
export type DetailedFields = { [C in FieldCode as Detailed<C>]: Published<Table[C]> };

/** A code of the mapping, or a term of the consortium. */
export const termSchema = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z.union([z.enum(codes), z.string().regex(LOCAL_CODE)]) as unknown as z.ZodType<C[number] | LocalCode>;

function schemaOfOne(field: Field): z.ZodType {
  switch (field.shape) {
    case "code":
      return field.vocabulary ? termSchema(field.codes) : z.enum(field.codes);
    case "number":
      return z.int();
    case "flag":
      return z.boolean();
    default:
      return z.string();
  }
}

function schemaOf(field: Field): z.ZodType {
  if (field.shape === "translated") return textByLanguage;
  const one = schemaOfOne(field);
  return field.many ? z.array(one) : field.required ? one : one.nullable();
}

const published = FIELD_CODES.filter((code) => FIELDS[code].published !== null);
const isListed = (code: FieldCode) => fieldOf(code).column !== undefined;
const shapeOf = (codes: readonly FieldCode[]) => Object.fromEntries(codes.map((code) => [FIELDS[code].published, schemaOf(fieldOf(code))]));

export const listedFields = shapeOf(published.filter(isListed)) as { [P in keyof ListedFields]: z.ZodType<ListedFields[P]> };
export const detailedFields = shapeOf(published.filter((code) => !isListed(code))) as { [P in keyof DetailedFields]: z.ZodType<DetailedFields[P]> };

/** The published form of the values of an organisation. */
export function publishedFields(fields: SaidFields): ListedFields & DetailedFields {
  const entries = published.map((code) => {
    const names = editNames(code);
    const texts = names.map(({ name, language }) => [language, fields[name]]);
    return [FIELDS[code].published, fieldOf(code).shape === "translated" ? Object.fromEntries(texts) : fields[names[0]!.name]];
  });
  return Object.fromEntries(entries) as ListedFields & DetailedFields;
}

/** The same record with some of its keys first: the order of what was published before a field came to the table. */
export function keysFirst<T extends object>(first: readonly (keyof T)[], record: T): T {
  return { ...Object.fromEntries(first.map((key) => [key, record[key]])), ...record };
}

/** The keys of a record in the order of its schema, in which it is published: a database or a spread has an order of its own. */
export function inKeyOrder<S extends z.ZodObject>(schema: S, record: z.output<S>): z.output<S> {
  return Object.fromEntries(Object.keys(schema.shape).map((key) => [key, record[key]])) as z.output<S>;
}
