import { z } from "zod";
import { SOURCE_NOTE_KINDS } from "@/domain/published/source";
import type { SourceNoteRecord } from "./adapter";
import { code, lineRanges, text } from "./columns";

/** What a reader of a document must know, in the file that every source has. */
export const NOTES = {
  file: "source-notes.csv",
  row: z.object({ kind: code(SOURCE_NOTE_KINDS), text_fr: text(), text_en: text(), lines: lineRanges() }),
} as const;

export const notesOf = (source: string, rows: readonly z.output<typeof NOTES.row>[]): SourceNoteRecord[] =>
  rows.map(({ kind, text_fr, text_en, lines }) => ({ source, kind, text: { fr: text_fr, en: text_en }, lines }));
