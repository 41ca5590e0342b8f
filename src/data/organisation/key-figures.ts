import "server-only";
import type { TableCount } from "@/domain/published/figure";
import { read } from "../read";
import { CITED } from "./hidden";
import type { CitedField } from "@/domain/fields";
import type { SourcePart } from "@/domain/vocabularies";

/** The parts of a source that list organisations, told by what only they say. */
const LISTS = { mapped: "kind", networks: "network_scope", interviewed: "interviewed" } as const satisfies Partial<Record<SourcePart, CitedField>>;

export type KeyList = keyof typeof LISTS;

type Row = Omit<TableCount, "source"> & { slug: string; title: string };

/** Counts of public organisations; a list that no source gives is null. */
export function keyLists(): Promise<Record<KeyList, TableCount | null>> {
  return read(async (db) => {
    const count = async (key: KeyList): Promise<TableCount | null> => {
      // Should two sources have such a list, the first of them is meant.
      const [found] = await db.$queryRaw<Row[]>`
        SELECT s."slug", s."title", p."place" AS "table", count(DISTINCT c."organisationId")::int AS count,
          min(c."lineStart") AS "lineStart", max(coalesce(c."lineEnd", c."lineStart")) AS "lineEnd"
        FROM "Statement" c JOIN "Source" s ON s."id" = c."sourceId"
        JOIN "SourcePart" p ON p."sourceId" = s."id" AND p."part" = ${key} AND p."place" = c."place"
        JOIN "Organisation" o ON o."id" = c."organisationId" AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
        WHERE c."field" = ${LISTS[key]} AND ${CITED}
        GROUP BY s."id", p."place" HAVING min(c."lineStart") IS NOT NULL ORDER BY s."position", s."id" LIMIT 1`;
      if (!found) return null;
      const { slug, title, ...lines } = found;
      return { ...lines, source: { slug, title } };
    };
    const [mapped, networks, interviewed] = await Promise.all([count("mapped"), count("networks"), count("interviewed")]);
    return { mapped, networks, interviewed };
  });
}
