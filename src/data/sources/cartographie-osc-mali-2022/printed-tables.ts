import { TYPOLOGY_TABLE_FIELDS, type TypologyTableField } from "@/domain/vocabularies";
import type { SourceTableRecord } from "../adapter";
import { MAPPING } from "./read";
import type { MappingRows } from "./tables";

/** Something that a table says: in which line and column, and of which organisation. */
type Printed = { line: number; column: number; text: string | null; organisation?: string };

const asPrinted = new Intl.NumberFormat("fr", { maximumFractionDigits: 2 });

const SCOPE_COLUMNS = ["national", "african", "international"] as const;
const INTERNAL_MIGRANTS = ["male_percent", "female_percent", "total", "share_percent"].map((measure) => `internal_migrants_${measure}`);
const EMIGRANTS = ["emigrants_in_france", "emigrants_elsewhere", "associations_in_france", "associations_elsewhere"].map((measure) => `${measure}_percent`);

/**
 * The tables of the document, put together again from the files that hold what they say. A row is a line of the document. What one may
 * reach an organisation by stays out: it is on its entry, where it can be corrected and withdrawn.
 */
export function printedTables(rows: MappingRows): SourceTableRecord[] {
  const zoneNames = new Map(rows.zones.map(({ code, name }) => [code, name]));
  const figures = (given: MappingRows["tableau01"], measures: readonly string[]): Printed[] =>
    given.flatMap(({ zone, measure, value, line }) => [
      ...(measure === measures[0] ? [{ line, column: 0, text: zoneNames.get(zone)! }] : []),
      { line, column: measures.indexOf(measure) + 1, text: asPrinted.format(value) },
    ]);
  const ofTypologies = (number: number, first = 0): Printed[] =>
    rows.typologies
      .filter(({ table }) => table === `Tableau ${number}`)
      .map(({ field, text, line_start: line }) => ({ line, column: first + TYPOLOGY_TABLE_FIELDS.indexOf(field as TypologyTableField), text }));

  const said: Record<number, Printed[]> = {
    1: figures(rows.tableau01, INTERNAL_MIGRANTS),
    2: rows.tableau02.flatMap(({ number, line, organisation, as_written, perimeter_as_written, status_as_written }) => [
      { line, column: 1, text: String(number) },
      ...[as_written, perimeter_as_written, status_as_written].map((text, index) => ({ line, column: index + 2, text, organisation })),
    ]),
    3: ofTypologies(3),
    4: ofTypologies(4, 1),
    5: rows.tableau05.map(({ line, organisation, as_written: text }) => ({ line, column: 1, text, organisation })),
    6: rows.tableau06.flatMap(({ line, organisation, as_written, perimeter_as_written }) =>
      [as_written, perimeter_as_written].map((text, column) => ({ line, column, text, organisation })),
    ),
    7: ofTypologies(7),
    8: figures(rows.tableau08, EMIGRANTS),
    9: ofTypologies(9),
    10: ofTypologies(10),
    11: rows.tableau11.flatMap(({ scope, line, organisation, as_written, member_note_as_written }) =>
      [as_written, member_note_as_written].map((text) => ({ line, column: SCOPE_COLUMNS.indexOf(scope), text, organisation })),
    ),
    12: rows.tableau12.map(({ line, text_as_written: text }) => ({ line, column: 1, text })),
    13: rows.tableau13.flatMap(({ number, line, organisation, as_written, member_note_as_written }) => [
      { line, column: 0, text: String(number) },
      ...[as_written, member_note_as_written].map((text) => ({ line, column: 1, text, organisation })),
    ]),
    14: rows.tableau14.flatMap(({ phase_as_written, text, line }, index, all) => [
      ...(all[index - 1]?.line === line ? [] : [{ line, column: 0, text: phase_as_written }]),
      { line, column: 1, text },
    ]),
  };
  return rows.tables.map(({ table: number, caption, heads, page, line }) => ({
    ...{ source: MAPPING, number, place: `Tableau ${number}`, caption, heads, page, line },
    rows: inRows([...headsOfRows(rows, number, said[number]!), ...said[number]!]),
  }));
}

/** The first cell of the rows of which the other files keep only a code; one that stands before a group stands before each of its rows. */
const headsOfRows = ({ rowHeads }: MappingRows, number: number, said: readonly Printed[]): Printed[] =>
  [...new Set(said.map(({ line }) => line))].flatMap((line) => {
    const head = rowHeads.find(({ table, line_start, line_end }) => table === number && line_start <= line && line <= line_end);
    return head ? [{ line, column: 0, text: head.text }] : [];
  });

function inRows(said: readonly Printed[]): SourceTableRecord["rows"] {
  const lines = [...new Set(said.map(({ line }) => line))].sort((a, b) => a - b);
  return lines.map((line) => ({
    line,
    cells: said
      .filter((printed) => printed.line === line)
      .sort((a, b) => a.column - b.column)
      .flatMap(({ column, text, organisation = null }) => (text === null ? [] : [{ column, text, organisation }])),
  }));
}
