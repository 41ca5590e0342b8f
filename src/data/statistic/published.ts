import "server-only";
import type { PublishedStatistic } from "@/domain/published/figure";
import { limitsAfter } from "@/domain/limits-time";
import { besideEntries } from "../at-revision";
import { presentLimits } from "../limits/present";
import { readRows } from "../read";

type Row = Omit<PublishedStatistic, "limitsSince"> & { zoneSince: string | null };

/** All figures, in the order of the sources and of the lines that give them. */
export const allStatistics: () => Promise<readonly PublishedStatistic[]> = besideEntries(async () => {
  const [rows, limits] = await Promise.all([
    readRows<Row>(
      `SELECT json_build_object('code', z."code", 'slug', z."slug", 'name', z."name") AS zone, f."field" AS measure, f."number" AS value, f."unit", f."about", f."moreThan", f."since",
         json_build_object('slug', s."slug", 'title', s."title", 'publishedOn', s."publishedOn") AS source, f."place", f."lineStart" AS line, z."validFrom"::text AS "zoneSince"
       FROM "Statement" f JOIN "Zone" z ON z."id" = f."zoneId" JOIN "Source" s ON s."id" = f."sourceId"
       WHERE f."zoneId" IS NOT NULL AND f."withdrawnById" IS NULL ORDER BY s."position", f."lineStart", f."position", f."id"`,
      [],
    ),
    presentLimits(),
  ]);
  const drawnSince = new Map(limits.flatMap(({ validFrom, zones }) => zones.map(({ code }) => [code, validFrom])));
  return rows.map(({ zoneSince, ...row }) => ({
    ...row,
    limitsSince: limitsAfter(row.since ?? row.source.publishedOn, [zoneSince, drawnSince.get(row.zone.code)]),
  }));
});

/** The figures about one zone itself, not about what lies inside it. */
export const statisticsOfZone = async (code: string): Promise<PublishedStatistic[]> => (await allStatistics()).filter(({ zone }) => zone.code === code);
