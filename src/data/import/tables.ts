import type { Db } from "../client";
import type { SourceTableRecord } from "../sources/adapter";
import { holds } from "./stored";

const CELL_ORDER = [{ row: "asc" }, { column: "asc" }, { position: "asc" }] as const;

/** The tables of the sources as they were transcribed. @returns how many were written */
export async function writeTables(
  db: Db,
  tables: readonly SourceTableRecord[],
  sourceIds: ReadonlyMap<string, number>,
  organisationIds: ReadonlyMap<string, number>,
): Promise<number> {
  const wanted = tables.map(({ source, rows, ...table }) => ({ ...table, sourceId: sourceIds.get(source)!, cells: cellsOf(rows, organisationIds) }));
  const where = { sourceId: { in: [...new Set(wanted.map(({ sourceId }) => sourceId))] } };
  const stored = await db.sourceTable.findMany({ where, include: { cells: { orderBy: [...CELL_ORDER] } } });
  const found = ({ sourceId, number }: (typeof wanted)[number]) => stored.find((table) => table.sourceId === sourceId && table.number === number);
  const changed = wanted.filter((table) => !holds(found(table), table));
  const stale = stored.filter(({ sourceId, number }) => !wanted.some((table) => table.sourceId === sourceId && table.number === number));
  if (changed.length + stale.length === 0) return 0;
  await db.sourceTable.deleteMany({ where: { id: { in: [...stale, ...changed.flatMap((table) => found(table) ?? [])].map(({ id }) => id) } } });
  for (const { cells, ...table } of changed) await db.sourceTable.create({ data: { ...table, cells: { createMany: { data: cells } } } });
  return changed.length + stale.length;
}

/** Numbers the rows, and what stands in one cell. */
const cellsOf = (rows: SourceTableRecord["rows"], organisationIds: ReadonlyMap<string, number>) =>
  rows.flatMap(({ line, cells }, index) =>
    cells.map(({ column, text, organisation }, order) => ({
      ...{ row: index + 1, column, line, text, position: cells.slice(0, order).filter((cell) => cell.column === column).length },
      organisationId: organisation === null ? null : organisationIds.get(organisation)!,
    })),
  );
