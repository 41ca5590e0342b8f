import { z } from "zod";
import { NEEDS } from "../needs";
import { count, line, namedSource, partialDate, place } from "./text";
import { publicZone } from "./zone";

/** A figure that a source publishes about a zone. */
export const publishedStatistic = z.strictObject({
  zone: publicZone.omit({ level: true }),
  measure: z.string(),
  value: z.number(),
  /** percent, persons, associations, organisations, countries, accounts, euros or xof (CFA francs) */
  unit: z.string(),
  /** The source says "about", "more than". */
  about: z.boolean(),
  moreThan: z.boolean(),
  /** The time of which it is said, as precise as the source is. */
  since: partialDate,
  /** The day since which the present limits of the zone hold, when the figure, or the source that gives it without a time, is older. */
  limitsSince: z.iso.date().nullable(),
  source: z.strictObject({ ...namedSource.shape, publishedOn: partialDate }),
  place,
  /** Null for what staff say. */
  line: line.nullable(),
});
export type PublishedStatistic = z.infer<typeof publishedStatistic>;

/** An activity that the consulted organisations asked for, together and not one by one. */
export const expressedNeed = z.strictObject({
  need: z.enum(NEEDS),
  /** The words of the source. */
  text: z.string(),
  source: namedSource,
  place,
  line: line.nullable(),
});
export type ExpressedNeed = z.infer<typeof expressedNeed>;

/** How many organisations a table of a source speaks of, and where that table stands. */
export const tableCount = z.strictObject({ count, source: namedSource, table: z.string(), lineStart: line, lineEnd: line });
export type TableCount = z.infer<typeof tableCount>;
