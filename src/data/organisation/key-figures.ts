import "server-only";
import type { TableCount } from "@/domain/published/figure";
import type { Db } from "../client";
import { read } from "../read";
import { CITED } from "./hidden";
import type { CitedField } from "@/domain/fields";

/** The tables of the Mali mapping that list organisations, told by what only they say. */
const LISTS = {
  mapped: { place: "Tableau 2", field: "kind" },
  networks: { place: "Tableau 11", field: "network_scope" },
  interviewed: { place: "Tableau 13", field: "interviewed" },
} as const satisfies Record<string, { place: string; field: CitedField }>;

export type KeyList = keyof typeof LISTS;

type Row = Omit<TableCount, "source" | "table"> & { slug: string; title: string };

/** Counts of public organisations; a list that no source gives is null. */
export function keyLists(given?: Db): Promise<Record<KeyList, TableCount | null>> {
  return read(async (db) => {
    const count = async (key: KeyList): Promise<TableCount | null> => {
      const { place, field } = LISTS[key];
      // Should two sources have such a table, the first of them is meant.
      const [found] = await db.$queryRaw<Row[]>`
        SELECT s."slug", s."title", count(DISTINCT c."organisationId")::int AS count,
          min(c."lineStart") AS "lineStart", max(coalesce(c."lineEnd", c."lineStart")) AS "lineEnd"
        FROM "Statement" c JOIN "Source" s ON s."id" = c."sourceId"
        JOIN "Organisation" o ON o."id" = c."organisationId" AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
        WHERE c."field" = ${field} AND c."place" = ${place} AND ${CITED}
        GROUP BY s."id" HAVING min(c."lineStart") IS NOT NULL ORDER BY s."position", s."id" LIMIT 1`;
      if (!found) return null;
      const { slug, title, ...lines } = found;
      return { ...lines, source: { slug, title }, table: place };
    };
    const [mapped, networks, interviewed] = await Promise.all([count("mapped"), count("networks"), count("interviewed")]);
    return { mapped, networks, interviewed };
  }, given);
}
