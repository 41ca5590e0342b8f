import "server-only";
import { limitsInDegrees, publishedLimits, type LimitLevel, type LimitsInDegrees, type PublishedLimits } from "@/domain/published/limits";
import { besideEntries } from "../at-revision";
import { readRows } from "../read";

/** Of each level the limits that hold on the day $1 and began last. @param columns of "Limits" @param zone a JSON of the zone z with its limits d */
const onDay = (columns: string, zone: string) => `
  SELECT DISTINCT ON (l."level") l."level"::text, l."source", l."licence", l."validFrom"::text, l."validTo"::text, ${columns},
    (SELECT coalesce(json_agg(${zone} ORDER BY z."id"), '[]') FROM "ZoneLimit" d JOIN "Zone" z ON z."id" = d."zoneId" WHERE d."limitsId" = l."id") AS zones
  FROM "Limits" l WHERE l."validFrom" <= $1::date AND (l."validTo" IS NULL OR l."validTo" > $1::date)`;
const LAST = `ORDER BY l."level", l."validFrom" DESC`;
const DRAWN = `${onDay(`l."lines"->>'path' AS outline`, `jsonb_build_object('code', z."code") || (d."shape" - 'coordinates')`)} ${LAST}`;
const IN_DEGREES = `${onDay(
  `l."lines"->'outline' AS outline, l."lines"->'inner' AS inner`,
  `jsonb_build_object('code', z."code", 'given', d."code", 'coordinates', d."shape"->'coordinates')`,
)} AND l."level"::text = $2 ${LAST}`;

/**
 * The imported limits of each level that hold on a day, as maps draw them.
 * @param day ISO 8601
 */
export const limitsOn = async (day: string): Promise<PublishedLimits[]> => publishedLimits.array().parse(await readRows<PublishedLimits>(DRAWN, [day]));

/** Those of one level in degrees; null when there are none. They may be large: they are read each time. */
export async function limitsInDegreesOn(day: string, level: LimitLevel): Promise<LimitsInDegrees | null> {
  const [row] = await readRows<LimitsInDegrees>(IN_DEGREES, [day, level]);
  return row ? limitsInDegrees.parse(row) : null;
}

/** By day: some hold from one on. */
const kept = besideEntries(async () => new Map<string, Promise<PublishedLimits[]>>());

/** The imported limits that hold today, which maps draw instead of the built-in ones; none when nothing was imported. */
export async function presentLimits(): Promise<PublishedLimits[]> {
  const day = new Date().toISOString().slice(0, 10);
  const byDay = await kept();
  const limits = byDay.get(day) ?? limitsOn(day);
  byDay.set(day, limits);
  limits.catch(() => byDay.delete(day));
  return limits;
}
