import "server-only";
import { fold } from "@/domain/fold";
import type { CellProblem } from "@/domain/import";
import { referenceKey } from "@/domain/reference-line";
import { ZONE_LEVELS, type ZoneLevel } from "@/domain/vocabularies";
import type { Db } from "../client";

type Row = { id: number; code: string; slug: string; name: string; level: ZoneLevel; path: string; keys: string[]; meansId: number };

export type ZoneReader = {
  /** The zone that a typed text means, or what is wrong with it. */
  read: (typed: string) => { code: string } | Pick<CellProblem, "reason" | "choices">;
  ids: ReadonlyMap<string, number>;
};

/**
 * Reads zones by code, slug, or any name that documents give them. A name that a zone shares with what lies inside it means the zone: "Kayes"
 * is the region. A name of two places that have nothing to do with each other is ambiguous: a file says which. A place
 * that was merged means the one that took its place.
 */
export async function zoneReader(db: Db): Promise<ZoneReader> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT z."id", z."code", z."slug", z."name", z."level"::text AS level, z."path", ARRAY(SELECT n."key" FROM "ZoneName" n WHERE n."zoneId" = z."id") AS keys,
      coalesce(z."mergedIntoId", z."id") AS "meansId" FROM "Zone" z WHERE z."removedAt" IS NULL`;
  const standing = new Map(rows.map((row) => [row.id, row]));
  const meant = ({ meansId }: Row): Row => standing.get(meansId)!;
  const byKey = new Map<string, Row>();
  for (const row of rows) for (const key of [row.slug.toLowerCase(), row.code.toLowerCase()]) byKey.set(key, row);
  const byName = new Map<string, Row[]>();
  for (const row of rows) for (const key of new Set([...row.keys, fold(row.name)])) byName.set(key, [...(byName.get(key) ?? []), row]);

  const read: ZoneReader["read"] = (typed) => {
    const key = referenceKey(typed);
    const own = byKey.get(key.toLowerCase());
    if (own) return { code: meant(own).code };
    const named = [...new Set((byName.get(fold(key)) ?? []).map(meant))].toSorted(
      (a, b) => ZONE_LEVELS.indexOf(a.level) - ZONE_LEVELS.indexOf(b.level) || a.id - b.id,
    );
    const [widest] = named;
    if (!widest) return { reason: "unknown_zone" };
    if (named.every(({ path }) => path.startsWith(widest.path))) return { code: widest.code };
    return { reason: "ambiguous_zone", choices: named.map(({ name, slug }) => `${name} [${slug}]`) };
  };
  return { read, ids: new Map(rows.map(({ code, meansId }) => [code, meansId])) };
}
