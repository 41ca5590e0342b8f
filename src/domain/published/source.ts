import { z } from "zod";
import { bilingualText, count, line, lines, partialDate, place, slug, textByLanguage } from "./text";

/** What a document gave, in numbers. */
export const sourceCounts = z.strictObject({
  /** Statements about organisations that the public may see. */
  citations: count,
  organisations: count,
  typologyStatements: count,
  statistics: count,
  /** Rows of its lists: needs, method, acronyms, bibliography. */
  entries: count,
  communities: count,
  /** Figures and ranked answers of the communities. */
  communityFigures: count,
  communityActors: count,
  /** Values of bodies, programmes, events, sheets, recommendations, findings and value chains. */
  entityStatements: count,
});
export type SourceCounts = z.infer<typeof sourceCounts>;

/** Whom it asked, what it lacks, where it is wrong, and what of it the directory does not take up. */
export const SOURCE_NOTE_KINDS = ["method", "missing", "fault", "left_out"] as const;
export type SourceNoteKind = (typeof SOURCE_NOTE_KINDS)[number];
export const sourceNote = z.strictObject({ kind: z.enum(SOURCE_NOTE_KINDS), text: bilingualText, lines });
export type SourceNote = z.infer<typeof sourceNote>;

export const sourceSummary = z.strictObject({
  slug,
  title: z.string(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: partialDate,
  language: z.string(),
  url: z.url().nullable(),
  licence: z.string().nullable(),
  note: textByLanguage,
  counts: sourceCounts,
  notes: z.array(sourceNote),
});
export type SourceSummary = z.infer<typeof sourceSummary>;
/** What a reference to a document names. */
export const sourceReference = sourceSummary.pick({ slug: true, title: true, author: true, publisher: true, publishedOn: true });
export type SourceReference = z.infer<typeof sourceReference>;

/** What one table, box or list of a document gave. */
export const sourcePlace = z.strictObject({
  /** "Tableau 2", "Encadré 3"; null for the running text. */
  place,
  citations: count,
  typologyStatements: count,
  statistics: count,
  entries: count,
  /** Figures and ranked answers of communities, and the local actors named there. */
  communityFigures: count,
  communityActors: count,
  entityStatements: count,
  /** How many public organisations it says something of. */
  organisationCount: count,
  /** These by name, when they are few enough to be read as a list; otherwise none. */
  organisations: z.array(z.strictObject({ slug, name: z.string() })),
});
export type SourcePlace = z.infer<typeof sourcePlace>;

/** A table of a document as it was transcribed. */
export const sourceTable = z.strictObject({
  number: count,
  place: z.string(),
  caption: z.string(),
  heads: z.array(z.string()),
  /** Where it begins in the document, when the document tells it. */
  page: count.nullable(),
  line,
  /** Of each cell the things that it says, null for one that staff withdrew; `organisation`: the slug of the one whose name it is. */
  rows: z.array(z.strictObject({ row: count, line, cells: z.array(z.array(z.strictObject({ text: z.string().nullable(), organisation: slug.nullable() }))) })),
});
export type SourceTable = z.infer<typeof sourceTable>;

/** A row of a list of a document. */
export const sourceListEntry = z.strictObject({
  heading: z.string().nullable(),
  label: z.string().nullable(),
  text: z.string(),
  url: z.string().nullable(),
  place,
  line: line.nullable(),
});
export type SourceListEntry = z.infer<typeof sourceListEntry>;
