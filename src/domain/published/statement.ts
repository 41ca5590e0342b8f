import { z } from "zod";
import { CITED_FIELDS } from "../fields";
import { BASES, TYPOLOGIES, TYPOLOGY_FIELDS } from "../vocabularies";
import { anchor, line, partialDate, place, slug } from "./text";

/** What a source says of a field of an organisation. */
export const publicCitation = z.strictObject({
  field: z.enum(CITED_FIELDS),
  value: z.string().nullable(),
  /** The words of the source. */
  text: z.string().nullable(),
  basis: z.enum(BASES),
  source: slug,
  sourceTitle: z.string(),
  sourcePublishedOn: partialDate,
  table: place,
  lineStart: line.nullable(),
  lineEnd: line.nullable(),
  anchor,
  /** The time of which it is said, as precise as the source is. */
  since: partialDate,
  until: partialDate,
  saidOn: z.iso.date().nullable(),
  /** The day on which the consortium wrote it; null when a source says it. */
  correctedOn: z.iso.date().nullable(),
  /** Nothing that is said of the field goes against it. */
  agrees: z.boolean(),
  /** The consortium has said otherwise since. */
  replaced: z.boolean(),
});
export type PublicCitation = z.infer<typeof publicCitation>;

/** What a document says of a typology as a whole, never of one organisation. */
export const publicTypologyStatement = z.strictObject({
  typology: z.enum(TYPOLOGIES),
  field: z.enum(TYPOLOGY_FIELDS),
  code: z.string().nullable(),
  text: z.string(),
  textEn: z.string(),
  source: slug,
  sourceTitle: z.string(),
  table: place,
  lineStart: line.nullable(),
  lineEnd: line.nullable(),
  anchor,
});
export type PublicTypologyStatement = z.infer<typeof publicTypologyStatement>;
