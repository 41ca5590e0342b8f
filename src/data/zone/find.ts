import "server-only";
import type { ZoneRecord } from "@/domain/published/zone";
import { atRevision } from "../at-revision";
import { readRows } from "../read";
import { isPublicSourceSql } from "../source/public";
import { textOf, type TextRow } from "../texts";

type Row = Omit<ZoneRecord, "note" | "otherNames"> & { otherNames: string[]; texts: TextRow[] };

/** By code and by slug. */
const records: () => Promise<ReadonlyMap<string, ZoneRecord>> = atRevision(async () => {
  const rows = await readRows<Row>(
    `SELECT z."code", z."slug", z."name", z."level", z."coordinatesSource", z."pcode", z."pcodeSource", z."validFrom"::text, z."validTo"::text,
       (SELECT coalesce(json_agg(json_build_object('code', d."code", 'source', l."source", 'licence', l."licence", 'validFrom', l."validFrom", 'validTo', l."validTo")
          ORDER BY l."validFrom" DESC), '[]') FROM "ZoneLimit" d JOIN "Limits" l ON l."id" = d."limitsId" WHERE d."zoneId" = z."id") AS limits,
       CASE WHEN z."local" THEN json_build_object('source', (
         SELECT json_build_object('slug', d."slug", 'title', d."title") FROM "Source" d WHERE d."id" = z."sourceId" AND ${isPublicSourceSql("d")})) END AS added,
       ARRAY(SELECT n."name" FROM "ZoneName" n WHERE n."zoneId" = z."id" AND n."name" <> z."name" ORDER BY n."name") AS "otherNames",
       coalesce((SELECT json_agg(t ORDER BY t."id") FROM "Text" t WHERE t."zoneId" = z."id"), '[]') AS texts
     FROM "Zone" z`,
    [],
  );
  return new Map(rows.flatMap(({ texts, ...row }) => [row.code, row.slug].map((key) => [key, { ...row, note: textOf(texts, "note") }])));
});

/**
 * What is known of a zone beside its place in the tree.
 * @param key its code or its slug, in any case
 */
export async function findZone(key: string): Promise<ZoneRecord | null> {
  const all = await records();
  return all.get(key) ?? all.get(key.toUpperCase()) ?? all.get(key.toLowerCase()) ?? null;
}
