import "server-only";
import type { PublishedStatistic } from "@/domain/published/figure";
import { atRevision } from "../at-revision";
import { readRows } from "../read";

/** All figures, in the order of the sources and of the lines that give them. */
export const allStatistics: () => Promise<readonly PublishedStatistic[]> = atRevision(() =>
  readRows<PublishedStatistic>(
    `SELECT json_build_object('code', z."code", 'slug', z."slug", 'name', z."name") AS zone, f."field" AS measure, f."number" AS value, f."unit", f."about", f."moreThan", f."since",
       json_build_object('slug', s."slug", 'title', s."title", 'publishedOn', s."publishedOn") AS source, f."place", f."lineStart" AS line
     FROM "Statement" f JOIN "Zone" z ON z."id" = f."zoneId" JOIN "Source" s ON s."id" = f."sourceId"
     WHERE f."zoneId" IS NOT NULL AND f."withdrawnById" IS NULL ORDER BY s."position", f."lineStart", f."position", f."id"`,
    [],
  ),
);

/** The figures about one zone itself, not about what lies inside it. */
export const statisticsOfZone = async (code: string): Promise<PublishedStatistic[]> => (await allStatistics()).filter(({ zone }) => zone.code === code);
