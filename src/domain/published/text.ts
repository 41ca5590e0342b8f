import { z } from "zod";

/** The name of a record in addresses. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** A text in the two languages of the directory, in our words. */
export const bilingualText = z.strictObject({ fr: z.string(), en: z.string() });
export type BilingualText = z.infer<typeof bilingualText>;

/** A text that may be written in one language, in both or in none. */
export const textByLanguage = z.strictObject({ fr: z.string().nullable(), en: z.string().nullable() });

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
/** "1931-1934, 1947-1949" */
export const lines = z.string().regex(/^\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*$/);
