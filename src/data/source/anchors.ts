import "server-only";
import { sourceAnchor } from "@/domain/source-anchor";
import type { Db } from "../client";

/** Where what a source says stands on the page of that source; null when its place is no transcribed table. */
export type AnchorOf = (said: { source: string; place: string | null; lineStart: number | null }) => string | null;

type Row = { source: string; place: string; number: number; rows: Record<string, number> | null };

export async function readAnchors(db: Db): Promise<AnchorOf> {
  const tables = await db.$queryRaw<Row[]>`
    SELECT s."slug" AS source, t."place", t."number",
      (SELECT json_object_agg(line, row) FROM (SELECT DISTINCT c."line", c."row" FROM "SourceCell" c WHERE c."tableId" = t."id") AS of_table (line, row)) AS rows
    FROM "SourceTable" t JOIN "Source" s ON s."id" = t."sourceId"`;
  const byPlace = new Map(tables.map((table) => [`${table.source} ${table.place}`, table]));
  return ({ source, place, lineStart }) => {
    const table = byPlace.get(`${source} ${place}`);
    // What stands in a caption or a footnote leads to the table.
    return table ? sourceAnchor(table.number, lineStart === null ? undefined : table.rows?.[lineStart]) : null;
  };
}
