import { z } from "zod";
import { CONTENT_LANGUAGES, type ContentLanguage } from "../fields";

/** The name of a record in addresses. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

const inEachLanguage = <T extends z.ZodType>(text: T) =>
  z.strictObject(Object.fromEntries(CONTENT_LANGUAGES.map((language) => [language, text])) as Record<ContentLanguage, T>);

/** A text in the two languages of the directory, in our words. */
export const bilingualText = inEachLanguage(z.string());
export type BilingualText = z.infer<typeof bilingualText>;

/** A text that may be written in one language, in both or in none. */
export const textByLanguage = inEachLanguage(z.string().nullable());
export type TextByLanguage = z.infer<typeof textByLanguage>;

export const count = z.int().nonnegative();

/** As precise as known: "2022", "2022-08", "2022-08-30"; null when unknown. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(?:-\d{2}){0,2}$/)
  .nullable();

/** A source as it is named beside what it says. */
export const namedSource = z.strictObject({ slug, title: z.string() });

/** A place in a source: "Tableau 2", or null in running text. */
export const place = z.string().nullable();
export const line = z.int().positive();
/** Where it stands on the page of its source, behind "#": a row of a transcribed table, or the table; null in running text. */
export const anchor = z
  .string()
  .regex(/^t\d+(?:-\d+)?$/)
  .nullable();
/** "1931-1934, 1947-1949" */
export const lines = z.string().regex(/^\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*$/);
