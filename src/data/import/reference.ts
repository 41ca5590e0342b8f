import { fold } from "@/domain/fold";
import type { Db } from "../client";
import type { SourceEntryRecord, SourceNoteRecord, SourceRecord } from "../sources/adapter";

/**
 * Writes what is no statement: sources, their lists, their notes, the words of search. Each writer
 * compares first and tells what it changed, so that a second run changes nothing.
 */

/** Sources by slug; those that staff added are left alone. @returns the ids by slug, and those that were written */
export async function writeSources(db: Db, sources: readonly SourceRecord[]): Promise<{ ids: Map<string, number>; changed: number[] }> {
  const stored = new Map((await db.source.findMany()).map((row) => [row.slug, row]));
  const ids = new Map([...stored].map(([slug, { id }]) => [slug, id]));
  const changed: number[] = [];
  for (const [position, record] of sources.entries()) {
    const data = { ...record, position };
    const existing = stored.get(record.slug);
    if (existing && sameValues(data, existing)) continue;
    const { id } = await db.source.upsert({ where: { slug: record.slug }, create: data, update: data });
    ids.set(record.slug, id);
    changed.push(id);
  }
  return { ids, changed };
}

/** The lists of the sources that readers consult. @returns how many rows were written */
export async function writeEntries(db: Db, entries: readonly SourceEntryRecord[], sourceIds: ReadonlyMap<string, number>): Promise<number> {
  const rows = entries.map(({ source, ...entry }) => ({ ...entry, sourceId: sourceIds.get(source)! }));
  const where = { sourceId: { in: [...new Set(rows.map(({ sourceId }) => sourceId))] } };
  const stored = await db.sourceEntry.findMany({ where, omit: { id: true } });
  const key = (row: (typeof rows)[number]) => `${row.sourceId} ${row.section} ${String(row.position).padStart(6, "0")}`;
  if (sameRows(sorted(rows, key), sorted(stored, key))) return 0;
  await db.sourceEntry.deleteMany({ where });
  await db.sourceEntry.createMany({ data: rows });
  return rows.length;
}

/** What readers of the sources must know. @returns how many rows were written */
export async function writeNotes(db: Db, notes: readonly SourceNoteRecord[], sourceIds: ReadonlyMap<string, number>): Promise<number> {
  const slugs = [...new Set(notes.map(({ source }) => source))];
  const rows = slugs.flatMap((slug) =>
    notes.filter(({ source }) => source === slug).map(({ source, ...note }, position) => ({ ...note, sourceId: sourceIds.get(source)!, position })),
  );
  const where = { sourceId: { in: slugs.map((slug) => sourceIds.get(slug)!) } };
  const stored = await db.sourceNote.findMany({ where, omit: { id: true } });
  const key = (row: { sourceId: number; position: number }) => `${row.sourceId} ${String(row.position).padStart(6, "0")}`;
  if (sameRows(sorted(rows, key), sorted(stored, key))) return 0;
  await db.sourceNote.deleteMany({ where });
  await db.sourceNote.createMany({ data: rows });
  return rows.length;
}

/** The words by which a reader may look for a code. */
export async function writeSearchLabels(db: Db, labels: ReadonlyMap<string, string>): Promise<number> {
  const stored = new Map((await db.searchLabel.findMany()).map(({ code, words }) => [code, words]));
  const changed = [...labels].map(([code, words]) => ({ code, words: fold(words) })).filter(({ code, words }) => stored.get(code) !== words);
  const gone = [...stored.keys()].filter((code) => !labels.has(code));
  await db.searchLabel.deleteMany({ where: { code: { in: [...gone, ...changed.map(({ code }) => code)] } } });
  await db.searchLabel.createMany({ data: changed });
  return changed.length + gone.length;
}

function sorted<R>(rows: readonly R[], key: (row: R) => string): R[] {
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function sameValues(wanted: object, stored: object): boolean {
  const values = new Map(Object.entries(stored));
  return Object.entries(wanted).every(([column, value]) => values.get(column) === value);
}

function sameRows(wanted: readonly object[], stored: readonly object[]): boolean {
  return wanted.length === stored.length && wanted.every((row, index) => sameValues(row, stored[index]!));
}
