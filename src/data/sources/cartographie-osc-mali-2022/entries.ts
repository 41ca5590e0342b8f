import { needGroupOf } from "@/domain/needs";
import type { SourceEntryRecord } from "../adapter";
import { MAPPING } from "./read";
import type { MappingRows } from "./tables";

type Listed = Partial<SourceEntryRecord> & Pick<SourceEntryRecord, "text" | "line">;

/** The lists of the document that readers consult: needs, method, acronyms, bibliography. */
export function entries(rows: MappingRows): SourceEntryRecord[] {
  const list = (section: string, place: string, items: readonly Listed[]) =>
    items.map((item, position): SourceEntryRecord => ({ source: MAPPING, section, heading: null, label: null, url: null, place, position, ...item }));
  return [
    ...list(
      "need",
      "Tableau 12",
      rows.tableau12.map((row) => ({ heading: needGroupOf(row.need), label: row.need, text: row.text_as_written, line: row.line })),
    ),
    ...list(
      "method",
      "Tableau 14",
      rows.tableau14.map((row) => ({ heading: row.phase_as_written, label: row.kind, text: row.text, line: row.line })),
    ),
    ...list(
      "acronym",
      "Sigles et acronymes",
      rows.acronyms.map((row) => ({ label: row.acronym, text: row.expansion, line: row.line_start })),
    ),
    ...list(
      "bibliography",
      "Bibliographie",
      rows.bibliography.map((row) => ({ text: row.reference, url: row.url, line: row.line })),
    ),
  ];
}
