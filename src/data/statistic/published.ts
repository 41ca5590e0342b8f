import "server-only";
import type { PublishedStatistic } from "@/domain/published/figure";
import type { Db } from "../client";
import type { Prisma } from "../generated/prisma/client";
import { read } from "../read";

async function published(db: Db, where: Prisma.StatementWhereInput): Promise<PublishedStatistic[]> {
  const rows = await db.statement.findMany({
    where: { zoneId: { not: null }, withdrawnById: null, ...where },
    orderBy: [{ lineStart: "asc" }, { position: "asc" }, { id: "asc" }],
    include: { zone: { select: { code: true, slug: true, name: true } }, source: { select: { slug: true, title: true } } },
  });
  return rows.map(({ zone, field, number, unit, source, place, lineStart }) => ({
    zone: zone!,
    measure: field,
    value: number!,
    unit: unit!,
    source,
    place,
    line: lineStart!,
  }));
}

/** All figures, in the order of the lines that give them. */
export function allStatistics(): Promise<PublishedStatistic[]> {
  return read((db) => published(db, {}));
}

/** The figures about one zone itself, not about what lies inside it. */
export function statisticsOfZone(code: string): Promise<PublishedStatistic[]> {
  return read((db) => published(db, { zone: { code } }));
}
