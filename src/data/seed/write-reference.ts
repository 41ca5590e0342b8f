import { fold } from "@/domain/fold";
import { needGroupOf } from "@/domain/needs";
import type { Db } from "../client";
import type { SeedRows, SourceRow } from "./tables";

/**
 * Writes what is not about one organisation: sources, their lists, typology statements, figures.
 * Each writer compares first and returns how many rows it changed, so that a second run changes none.
 */

/** Sources by slug; those that staff added are left alone. @returns the ids by slug, and the number of changes */
export async function writeSources(db: Db, sources: readonly SourceRow[]): Promise<{ ids: Map<string, number>; changes: number }> {
  const stored = new Map((await db.source.findMany()).map((row) => [row.slug, row]));
  let changes = 0;
  const ids = new Map([...stored].map(([slug, { id }]) => [slug, id]));
  for (const [position, { note_fr: noteFr, note_en: noteEn, ...rest }] of sources.entries()) {
    const data = { ...rest, noteFr, noteEn, position };
    const existing = stored.get(rest.slug);
    if (existing && sameValues(data, existing)) continue;
    changes += 1;
    const { id } = await db.source.upsert({ where: { slug: rest.slug }, create: data, update: data });
    ids.set(rest.slug, id);
  }
  return { ids, changes };
}

/** The lists of the document that readers consult: needs, method, acronyms, bibliography. */
export async function writeEntries(db: Db, rows: SeedRows, sourceId: number): Promise<number> {
  const entries = [
    ...rows.tableau12.map((row, position) => ({
      section: "need",
      heading: needGroupOf(row.need),
      label: row.need as string,
      text: row.text_as_written,
      url: null,
      place: "Tableau 12",
      line: row.line,
      position,
    })),
    ...rows.tableau14.map((row, position) => ({
      section: "method",
      heading: row.phase_as_written,
      label: row.kind,
      text: row.text,
      url: null,
      place: "Tableau 14",
      line: row.line,
      position,
    })),
    ...rows.acronyms.map((row, position) => ({
      section: "acronym",
      heading: null,
      label: row.acronym,
      text: row.expansion,
      url: null,
      place: "Sigles et acronymes",
      line: row.line,
      position,
    })),
    ...rows.bibliography.map((row, position) => ({
      section: "bibliography",
      heading: null,
      label: null,
      text: row.reference,
      url: row.url,
      place: "Bibliographie",
      line: row.line,
      position,
    })),
  ].map((entry) => ({ ...entry, sourceId }));
  const stored = await db.sourceEntry.findMany({ where: { sourceId }, orderBy: [{ section: "asc" }, { position: "asc" }], omit: { id: true } });
  const wanted = [...entries].sort((a, b) => (a.section === b.section ? a.position - b.position : a.section < b.section ? -1 : 1));
  if (sameRows(wanted, stored)) return 0;
  await db.sourceEntry.deleteMany({ where: { sourceId } });
  await db.sourceEntry.createMany({ data: entries });
  return entries.length;
}

/** Tableaux 3, 4, 7, 9 and 10, and what chapter 2.2 says again of budgets. The tables come first. */
export async function writeTypologyStatements(db: Db, rows: SeedRows, sourceId: number): Promise<number> {
  const next = new Map<string, number>();
  const statements = rows.typologies.map((row) => {
    const key = `${row.typology}/${row.field}`;
    const position = next.get(key) ?? 0;
    next.set(key, position + 1);
    return {
      typology: row.typology,
      field: row.field as string,
      code: row.code,
      text: row.text,
      textEn: row.text_en,
      sourceId,
      place: row.table,
      lineStart: row.line_start,
      lineEnd: row.line_end,
      position,
    };
  });
  const stored = await db.typologyStatement.findMany({ where: { sourceId }, omit: { id: true } });
  const key = (row: { typology: string; field: string; position: number }) => `${row.typology}/${row.field}/${row.position}`;
  const byKey = (a: Parameters<typeof key>[0], b: Parameters<typeof key>[0]) => (key(a) < key(b) ? -1 : 1);
  if (sameRows([...statements].sort(byKey), stored.sort(byKey))) return 0;
  await db.typologyStatement.deleteMany({ where: { sourceId } });
  await db.typologyStatement.createMany({ data: statements });
  return statements.length;
}

/** Tableaux 1 and 8, and the figures of the running text, which have no table. */
export async function writeStatistics(db: Db, rows: SeedRows, sourceId: number, zoneIds: ReadonlyMap<string, number>): Promise<number> {
  const of = (place: string | null, table: SeedRows["tableau01"]) =>
    table.map(({ zone, measure, value, unit, line }) => ({ zoneId: zoneIds.get(zone)!, measure, value, unit: unit as string, sourceId, place, line }));
  const figures = [...of("Tableau 1", rows.tableau01), ...of("Tableau 8", rows.tableau08), ...of(null, rows.keyFigures)];
  const stored = await db.statistic.findMany({ where: { sourceId }, omit: { id: true } });
  const byKey = (a: { zoneId: number; measure: string }, b: { zoneId: number; measure: string }) => a.zoneId - b.zoneId || (a.measure < b.measure ? -1 : 1);
  if (sameRows([...figures].sort(byKey), stored.sort(byKey))) return 0;
  await db.statistic.deleteMany({ where: { sourceId } });
  await db.statistic.createMany({ data: figures });
  return figures.length;
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

function sameValues(wanted: Record<string, unknown>, stored: Record<string, unknown>): boolean {
  return Object.entries(wanted).every(([column, value]) => stored[column] === value);
}

function sameRows(wanted: readonly Record<string, unknown>[], stored: readonly Record<string, unknown>[]): boolean {
  return wanted.length === stored.length && wanted.every((row, index) => sameValues(row, stored[index]!));
}
