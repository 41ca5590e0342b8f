import { fold } from "@/domain/fold";
import type { Db } from "../client";
import { sourcesAddressedByStaff } from "../editing/source-save";
import type { OwnNameRecord, SourceEntryRecord, SourceNoteRecord, SourcePartRecord, SourceRecord } from "../sources/adapter";
import { createWithTexts, textRows, TEXTS, writeTexts } from "../texts";
import { holds } from "./stored";

/**
 * Writes what is no statement: sources, their lists, their notes, the words of search. Each writer
 * compares first and tells what it changed, so that a second run changes nothing.
 */

/** Sources by slug; those that staff added are left alone, and so is an address that staff set. @returns the ids by slug, and those that were written */
export async function writeSources(db: Db, sources: readonly SourceRecord[]): Promise<{ ids: Map<string, number>; changed: number[] }> {
  const stored = new Map((await db.source.findMany({ include: { texts: TEXTS } })).map((row) => [row.slug, row]));
  const ids = new Map([...stored].map(([slug, { id }]) => [slug, id]));
  const addressed = await sourcesAddressedByStaff(db);
  const changed = [];
  for (const [position, { note, ...record }] of sources.entries()) {
    const { slug } = record;
    const present = stored.get(slug);
    const url = present && addressed.has(present.id) ? present.url : record.url;
    const [data, texts] = [{ ...record, url, position }, textRows({ note })];
    if (holds(present, { ...data, texts })) continue;
    const { id } = await db.source.upsert({ where: { slug }, create: data, update: data });
    ids.set(slug, id);
    changed.push({ id, texts });
  }
  await writeTexts(db, "sourceId", changed);
  return { ids, changed: changed.map(({ id }) => id) };
}

/** The lists of the sources that readers consult. @returns how many rows were written */
export async function writeEntries(db: Db, entries: readonly SourceEntryRecord[], sourceIds: ReadonlyMap<string, number>): Promise<number> {
  const rows = entries.map(({ source, ...entry }) => ({ ...entry, sourceId: sourceIds.get(source)! }));
  const where = { sourceId: { in: [...new Set(rows.map(({ sourceId }) => sourceId))] } };
  const stored = await db.sourceEntry.findMany({ where, omit: { id: true } });
  const key = (row: (typeof rows)[number]) => `${row.sourceId} ${row.section} ${String(row.position).padStart(6, "0")}`;
  if (holds(sorted(stored, key), sorted(rows, key))) return 0;
  await db.sourceEntry.deleteMany({ where });
  await db.sourceEntry.createMany({ data: rows });
  return rows.length;
}

/** What readers of the sources must know. @returns how many rows were written */
export async function writeNotes(db: Db, notes: readonly SourceNoteRecord[], sourceIds: ReadonlyMap<string, number>): Promise<number> {
  let written = 0;
  for (const slug of new Set(notes.map(({ source }) => source))) {
    const sourceId = sourceIds.get(slug)!;
    const own = notes.filter(({ source }) => source === slug);
    const rows = own.map(({ kind, text, lines }, position) => ({ sourceId, kind, lines, position, texts: textRows({ text }) }));
    const stored = await db.sourceNote.findMany({ where: { sourceId }, include: { texts: TEXTS }, orderBy: { position: "asc" } });
    if (holds(stored, rows)) continue;
    await db.sourceNote.deleteMany({ where: { sourceId } });
    await createWithTexts(db, "sourceNoteId", rows, (data) => db.sourceNote.createManyAndReturn({ data }));
    written += rows.length;
  }
  return written;
}

/** Where each source has the lists that are counted by themselves. @returns how many rows were written */
export async function writeParts(db: Db, parts: readonly SourcePartRecord[], sourceIds: ReadonlyMap<string, number>): Promise<number> {
  const rows = parts.map(({ source, ...given }) => ({ ...given, sourceId: sourceIds.get(source)! }));
  const where = { sourceId: { in: rows.map(({ sourceId }) => sourceId) } };
  const key = (row: { sourceId: number; part: string }) => `${row.sourceId} ${row.part}`;
  if (holds(sorted(await db.sourcePart.findMany({ where }), key), sorted(rows, key))) return 0;
  await db.sourcePart.deleteMany({ where });
  await db.sourcePart.createMany({ data: rows });
  return rows.length;
}

/** What countries themselves call levels and legal statuses. @returns how many rows were written */
export async function writeOwnNames(db: Db, rows: readonly OwnNameRecord[]): Promise<number> {
  const where = { country: { in: rows.map(({ country }) => country) } };
  const key = (row: Record<"country" | "kind" | "code" | "language", string>) => `${row.country} ${row.kind} ${row.code} ${row.language}`;
  if (holds(sorted(await db.ownName.findMany({ where }), key), sorted(rows, key))) return 0;
  await db.ownName.deleteMany({ where });
  await db.ownName.createMany({ data: [...rows] });
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
