import "server-only";
import type { SourceTable } from "@/domain/published/source";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { read } from "../read";

/** `shown`: not about an organisation that the public may not see; `withdrawn`: staff took what this row says of it off its entry. */
type Cell = { row: number; column: number; line: number; text: string; slug: string | null; shown: boolean; withdrawn: boolean };

/** The cells of a document's tables. Contacts are no part of them, so one that is taken off an entry withdraws nothing here. */
const cellsOf = (db: Db, slug: string): Promise<(Cell & { number: number })[]> =>
  db.$queryRaw(Prisma.sql`
  SELECT t."number", c."row", c."column", c."line", c."text", o."slug",
    o."id" IS NULL OR (o."visibility" = 'public' AND o."publishedAt" IS NOT NULL) AS shown,
    EXISTS (
      SELECT FROM "Statement" gone JOIN "ChangeSet" w ON w."id" = gone."withdrawnById"
      WHERE gone."organisationId" = o."id" AND w."actorId" IS NOT NULL AND gone."field" <> 'contacts' AND gone."sourceId" = t."sourceId" AND gone."place" = t."place"
        AND c."line" BETWEEN gone."lineStart" AND coalesce(gone."lineEnd", gone."lineStart")
        AND NOT EXISTS (
          SELECT FROM "Statement" said
          WHERE said."organisationId" = o."id" AND said."withdrawnById" IS NULL AND said."field" = gone."field" AND said."sourceId" = gone."sourceId"
            AND said."place" = gone."place" AND said."lineStart" = gone."lineStart"
            AND (said."code", said."number", said."text", said."language", said."date", said."valueZoneId", said."valueOrganisationId", said."raw")
              IS NOT DISTINCT FROM (gone."code", gone."number", gone."text", gone."language", gone."date", gone."valueZoneId", gone."valueOrganisationId", gone."raw"))) AS withdrawn
  FROM "Source" s JOIN "SourceTable" t ON t."sourceId" = s."id" JOIN "SourceCell" c ON c."tableId" = t."id"
    LEFT JOIN "Organisation" o ON o."id" = c."organisationId"
  WHERE s."slug" = ${slug} ORDER BY t."number", c."row", c."column", c."position"`);

/** The tables of a document as they were transcribed, without what is said of a hidden organisation, nor a row that is about such alone. */
export function tablesOfSource(slug: string): Promise<SourceTable[]> {
  return read(async (db) => {
    const [tables, cells] = await Promise.all([
      db.sourceTable.findMany({
        where: { source: { slug } },
        orderBy: { number: "asc" },
        select: { number: true, place: true, caption: true, heads: true, page: true, line: true },
      }),
      cellsOf(db, slug),
    ]);
    return tables.map((table) => ({
      ...table,
      rows: rowsOf(
        cells.filter(({ number }) => number === table.number),
        table.heads.length,
      ),
    }));
  });
}

function rowsOf(cells: readonly Cell[], columns: number): SourceTable["rows"] {
  return [...new Set(cells.map(({ row }) => row))].flatMap((row) => {
    const all = cells.filter((cell) => cell.row === row);
    const about = all.filter(({ slug }) => slug !== null);
    if (about.length > 0 && !about.some(({ shown }) => shown)) return [];
    // The first thing that a row says of an organisation is its name.
    const names = new Set([...new Set(about.map(({ slug }) => slug))].map((slug) => about.find((cell) => cell.slug === slug)));
    const inColumn = (column: number) =>
      all
        .filter((cell) => cell.column === column && cell.shown)
        .map((cell) => (cell.withdrawn ? { text: null, organisation: null } : { text: cell.text, organisation: names.has(cell) ? cell.slug : null }));
    return [{ row, line: all[0]!.line, cells: Array.from({ length: columns }, (_, column) => inColumn(column)) }];
  });
}
