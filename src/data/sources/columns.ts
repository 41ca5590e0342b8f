import { z } from "zod";
import { isTime } from "@/domain/time";

/**
 * The kinds of cells that the files of a source have. Each kind says in its description how to
 * mend a bad cell, so that a report can tell a person what to do.
 */

const empty = z.literal("").transform(() => null);

/** A cell that must not be empty. */
export const text = (remedy = "Write what the document says; this cell may not be empty.") => z.string().min(1, "is empty").describe(remedy);

/** A cell whose absence means unknown. */
export const optionalText = () =>
  z
    .string()
    .transform((value) => (value === "" ? null : value))
    .describe("Write the text, or leave the cell empty.");

/** One code of a closed vocabulary. */
export const code = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.enum(codes, { error: (issue) => `"${String(issue.input)}" is not a known code` }).describe(`Use one of: ${codes.join(", ")}.`);

/** One code of a closed vocabulary, or nothing. */
export const optionalCode = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z
    .union([empty, z.enum(codes)], { error: (issue) => `"${String(issue.input)}" is not a known code` })
    .describe(`Use one of: ${codes.join(", ")}; or leave the cell empty.`);

/** The slug of a record; that the record exists is checked across files. */
export const slug = () =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not a slug")
    .describe("Use lower-case letters without accents, digits and single hyphens.");

/** Several values joined by "|"; an empty cell is an empty list. */
export const list = () =>
  z
    .string()
    .transform((value) => (value === "" ? [] : value.split("|")))
    .pipe(z.array(z.string().regex(/^\S(.*\S)?$/, "has an empty value or spaces around a value")))
    .refine((values) => new Set(values).size === values.length, "names a value twice")
    .describe('Join the values with "|", without spaces around it, each value once.');

const whole = (value: string) => /^\d{1,9}$/.test(value);

/** A whole number within limits. */
export const integer = (min: number, max: number) =>
  z
    .string()
    .refine((value) => whole(value) && Number(value) >= min && Number(value) <= max, `is not a whole number from ${min} to ${max}`)
    .transform(Number)
    .describe(`Write a whole number from ${min} to ${max}, digits only.`);

/** A whole number within limits, or nothing. */
export const optionalInteger = (min: number, max: number) =>
  z.union([empty, integer(min, max)], { error: `is not a whole number from ${min} to ${max}` }).describe(`Write digits only, or leave the cell empty.`);

/** A line of a document whose text extract has so many. */
export const lineUpTo = (last: number) => () => integer(1, last).describe(`Give the line of the document (1 to ${last}), as "cat -n" counts.`);

const decimalPattern = /^-?\d{1,12}(\.\d{1,6})?$/;

/** A number with a point as decimal mark. */
export const decimal = () =>
  z.string().regex(decimalPattern, "is not a number").transform(Number).describe("Write digits with a point as decimal mark, without spaces.");

/** A coordinate in degrees, or nothing. */
export const degrees = (limit: number) =>
  z
    .string()
    .refine((value) => value === "" || (decimalPattern.test(value) && Math.abs(Number(value)) <= limit), `is not an angle from -${limit} to ${limit}`)
    .transform((value) => (value === "" ? null : Number(value)))
    .describe(`Write degrees from -${limit} to ${limit} with a point as decimal mark, or leave the cell empty.`);

const webAddress = z.url({ protocol: /^https?$/ });

/** A link that works: with its scheme. */
export const optionalUrl = () =>
  z
    .string()
    .refine((value) => value === "" || webAddress.safeParse(value).success, "is not a web address")
    .transform((value) => (value === "" ? null : value))
    .describe('Write an address that begins with "https://" or "http://", or leave the cell empty.');

/** One range of lines. */
export const lineRange = () =>
  z
    .string()
    .regex(/^\d+(-\d+)?$/, "is not a line or a range of lines")
    .describe('Write one line or one range: "1931" or "1947-1949".');

/** Line ranges, shown to readers as "1931-1934, 1947". */
export const lineRanges = () =>
  z
    .string()
    .regex(/^\d+(-\d+)?(\|\d+(-\d+)?)*$/, "is not a list of lines")
    .transform((value) => value.replaceAll("|", ", "))
    .describe('Write lines or ranges joined by "|": "1931-1934|1947".');

/** A time, or nothing. */
export const optionalTime = () =>
  z
    .string()
    .refine((value) => value === "" || isTime(value), "is not a time")
    .transform((value) => (value === "" ? null : value))
    .describe('Write "2007", "2007-08", "2007-08-29", or leave the cell empty.');
