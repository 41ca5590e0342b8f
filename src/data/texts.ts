import { CONTENT_LANGUAGES, type ContentLanguage } from "@/domain/fields";
import type { BilingualText, TextByLanguage } from "@/domain/published/text";
import type { Db } from "./client";

/** A text in the languages in which a source gives it. */
export type Texts = Partial<TextByLanguage>;
export type TextRow = { field: string; language: string; text: string };

/** The column that names the record of a text. */
type Owner = "sourceId" | "sourceNoteId" | "zoneId";

/** What a query reads of the texts of a record, in the order in which they were written. */
export const TEXTS = { select: { field: true, language: true, text: true }, orderBy: { id: "asc" } } as const;

/** A text of a record by language; null in those in which it is not written. */
export function textOf(texts: readonly TextRow[], field: string): TextByLanguage {
  const inLanguage = (language: ContentLanguage) => texts.find((row) => row.field === field && row.language === language)?.text ?? null;
  return Object.fromEntries(CONTENT_LANGUAGES.map((language) => [language, inLanguage(language)])) as TextByLanguage;
}

/** The same of a text that has no use in one language only: null unless it is written in every one. */
export function wholeTextOf(texts: readonly TextRow[], field: string): BilingualText | null {
  const text = textOf(texts, field);
  return Object.values(text).includes(null) ? null : (text as BilingualText);
}

/** The rows of the texts of a record, given by field. */
export function textRows(fields: Record<string, Texts>): TextRow[] {
  return Object.entries(fields).flatMap(([field, texts]) =>
    CONTENT_LANGUAGES.flatMap((language) => {
      const text = texts[language] ?? null;
      return text === null ? [] : [{ field, language, text }];
    }),
  );
}

/** Writes the texts of records in the place of those that they had. */
export async function writeTexts(db: Db, owner: Owner, written: readonly { id: number; texts: TextRow[] }[]): Promise<void> {
  if (written.length === 0) return;
  await db.text.deleteMany({ where: { [owner]: { in: written.map(({ id }) => id) } } });
  await db.text.createMany({ data: written.flatMap(({ id, texts }) => texts.map((text) => ({ ...text, [owner]: id }))) });
}

/** Makes the rows of a list with their texts. @param rows in order; the `position` of each is its place among them */
export async function createWithTexts<R extends { texts: TextRow[] }>(
  db: Db,
  owner: Owner,
  rows: readonly R[],
  create: (columns: Omit<R, "texts">[]) => Promise<{ id: number; position: number }[]>,
): Promise<void> {
  const split = rows.map(({ texts, ...columns }) => ({ texts, columns }));
  const made = await create(split.map(({ columns }) => columns));
  const written = made.map(({ id, position }) => ({ id, texts: split[position]!.texts }));
  await writeTexts(db, owner, written);
}
