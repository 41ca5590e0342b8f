import "server-only";
import type { SourceTable } from "@/domain/published/source";
import { read } from "../read";

type Cell = { row: number; column: number; line: number; text: string; organisation: { slug: string; visibility: string; publishedAt: Date | null } | null };

const isShown = ({ organisation }: Cell): boolean => organisation === null || (organisation.visibility === "public" && organisation.publishedAt !== null);

/** The tables of a document as they were transcribed. Of an organisation that the public may not see nothing appears, and no row that is about it alone. */
export function tablesOfSource(slug: string): Promise<SourceTable[]> {
  return read(async (db) => {
    const tables = await db.sourceTable.findMany({
      where: { source: { slug } },
      orderBy: { number: "asc" },
      select: {
        ...{ number: true, place: true, caption: true, heads: true, page: true, line: true },
        cells: {
          orderBy: [{ row: "asc" }, { column: "asc" }, { position: "asc" }],
          select: { row: true, column: true, line: true, text: true, organisation: { select: { slug: true, visibility: true, publishedAt: true } } },
        },
      },
    });
    return tables.map(({ cells, ...table }) => ({ ...table, rows: rowsOf(cells, table.heads.length) }));
  });
}

function rowsOf(cells: readonly Cell[], columns: number): SourceTable["rows"] {
  return [...new Set(cells.map(({ row }) => row))].flatMap((row) => {
    const all = cells.filter((cell) => cell.row === row);
    const shown = all.filter(isShown);
    const about = all.filter(({ organisation }) => organisation !== null);
    if (about.length > 0 && !about.some(isShown)) return [];
    const named = new Set<string>();
    const inColumn = (column: number) =>
      shown
        .filter((cell) => cell.column === column)
        .map(({ text, organisation }) => {
          // The first thing that a row says of an organisation is its name.
          const isName = organisation !== null && !named.has(organisation.slug);
          if (isName) named.add(organisation.slug);
          return { text, organisation: isName ? organisation.slug : null };
        });
    return [{ row, line: all[0]!.line, cells: Array.from({ length: columns }, (_, column) => inColumn(column)) }];
  });
}
