import "server-only";
import { publishedLimits, type PublishedLimits } from "@/domain/published/limits";
import { atRevision } from "../at-revision";
import { readRows } from "../read";

/**
 * The imported limits that hold on a day: of each level those that began last.
 * @param day ISO 8601
 */
export async function limitsOn(day: string): Promise<PublishedLimits[]> {
  const rows = await readRows<PublishedLimits>(
    `SELECT DISTINCT ON (l."level") l."level"::text, l."source", l."licence", l."validFrom"::text, l."validTo"::text, l."lines",
       (SELECT coalesce(json_agg(json_build_object('code', z."code", 'given', d."code", 'shape', d."shape") ORDER BY z."id"), '[]')
        FROM "ZoneLimit" d JOIN "Zone" z ON z."id" = d."zoneId" WHERE d."limitsId" = l."id") AS zones
     FROM "Limits" l WHERE l."validFrom" <= $1::date AND (l."validTo" IS NULL OR l."validTo" > $1::date)
     ORDER BY l."level", l."validFrom" DESC`,
    [day],
  );
  return publishedLimits.array().parse(rows);
}

let kept: { day: string; limits: () => Promise<PublishedLimits[]> } | null = null;

/** The imported limits that hold today, which maps draw instead of the built-in ones; none when nothing was imported. */
export function presentLimits(): Promise<PublishedLimits[]> {
  const day = new Date().toISOString().slice(0, 10);
  if (kept?.day !== day) kept = { day, limits: atRevision(() => limitsOn(day)) };
  return kept.limits();
}
