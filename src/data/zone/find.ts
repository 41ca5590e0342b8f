import "server-only";
import type { ZoneRecord } from "@/domain/published/zone";
import { besideEntries, besideLists } from "../at-revision";
import { readRows } from "../read";
import { isPublicSourceSql } from "../source/public";
import { textOf, type TextRow } from "../texts";
import { IS_STANDING } from "./standing";

type Row = Omit<ZoneRecord, "note" | "otherNames" | "added"> & { otherNames: string[]; texts: TextRow[]; merged: string[] };

/** By code and by slug, also of the places that were merged into them. */
const records: () => Promise<ReadonlyMap<string, ZoneRecord>> = besideEntries(async () => {
  const rows = await readRows<Row>(
    `SELECT z."code", z."slug", z."name", z."level", z."coordinatesSource", z."pcode", z."pcodeSource", z."validFrom"::text, z."validTo"::text,
       (SELECT coalesce(json_agg(json_build_object('code', d."code", 'source', l."source", 'licence', l."licence", 'validFrom', l."validFrom", 'validTo', l."validTo")
          ORDER BY l."validFrom" DESC), '[]') FROM "ZoneLimit" d JOIN "Limits" l ON l."id" = d."limitsId" WHERE d."zoneId" = z."id") AS limits,
       array_remove(coalesce(n.names, '{}'), z."name") AS "otherNames", coalesce(m.keys, '{}') AS merged, coalesce(t.texts, '[]') AS texts
     FROM "Zone" z
       LEFT JOIN (SELECT coalesce(own."mergedIntoId", own."id") AS id, array_agg(DISTINCT name."name" ORDER BY name."name") AS names
         FROM "ZoneName" name JOIN "Zone" own ON own."id" = name."zoneId" GROUP BY 1) n ON n.id = z."id"
       LEFT JOIN (SELECT "mergedIntoId" AS id, array_agg("code") || array_agg("slug") AS keys FROM "Zone" WHERE "mergedIntoId" IS NOT NULL GROUP BY 1) m ON m.id = z."id"
       LEFT JOIN (SELECT "zoneId" AS id, json_agg(note ORDER BY note."id") AS texts FROM "Text" note WHERE "zoneId" IS NOT NULL GROUP BY 1) t ON t.id = z."id"
     WHERE ${IS_STANDING}`,
    [],
  );
  return new Map(
    rows.flatMap(({ texts, merged, ...row }) => [row.code, row.slug, ...merged].map((key) => [key, { ...row, note: textOf(texts, "note"), added: null }])),
  );
});

/** Of the places that the consortium added, by code. An entry alone may make their source public. */
const additions: () => Promise<ReadonlyMap<string, ZoneRecord["added"]>> = besideLists(async () => {
  const rows = await readRows<{ code: string; added: ZoneRecord["added"] }>(
    `SELECT z."code", json_build_object('source', (
       SELECT json_build_object('slug', d."slug", 'title', d."title") FROM "Source" d WHERE d."id" = z."sourceId" AND ${isPublicSourceSql("d")})) AS added
     FROM "Zone" z WHERE z."local"`,
    [],
  );
  return new Map(rows.map(({ code, added }) => [code, added]));
});

/**
 * What is known of a zone beside its place in the tree.
 * @param key its code or its slug, in any case, or that of a place that was merged into it
 */
export async function findZone(key: string): Promise<ZoneRecord | null> {
  const [all, added] = await Promise.all([records(), additions()]);
  const record = all.get(key) ?? all.get(key.toUpperCase()) ?? all.get(key.toLowerCase());
  return record ? { ...record, added: added.get(record.code) ?? null } : null;
}
