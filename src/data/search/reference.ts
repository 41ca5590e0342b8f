import "server-only";
import type { ClientBase } from "pg";
import { FILTER_OF_VOCABULARY } from "@/domain/filters";
import { fold } from "@/domain/fold";
import { FacetLabels } from "@/search/labels";
import type { FacetNumbers } from "@/search/facet-numbers";
import { VOCABULARY_NAMES } from "@/domain/terms";
import type { ZoneLevel } from "@/domain/vocabularies";
import type { NamedZone } from "@/domain/zone-name";
import { isPublicSql, named } from "../entity/link";
import { TERM_IS_SAID_PUBLICLY } from "../term/present";
import { isPublicSourceSql } from "../source/public";
import { IS_STANDING } from "../zone/standing";

export type ReferenceZone = NamedZone & { name: string; parentSlug: string | null; level: ZoneLevel };

/** The names of what facets stand for: small tables, cached whole beside the index. */
export type Reference = {
  zones: ReferenceZone[];
  zoneByCode: Map<string, ReferenceZone>;
  /** Source slug → title. */
  sources: Map<string, string>;
  /** Communities, bodies and programmes: "group:slug" → name. */
  records: Map<string, string>;
  /** Networks and partners that some organisation names: slug → name, with the acronym. */
  organisations: Map<string, string>;
  /** "group:code" → the folded words of its labels in every language. */
  labels: Map<string, string>;
};

const FACET_OF_TERM = `CASE t."vocabulary" ${VOCABULARY_NAMES.map((name) => `WHEN '${name}' THEN '${FILTER_OF_VOCABULARY[name]}:'`).join(" ")} END || t."code"`;

type ZoneRow = Omit<ReferenceZone, "keys"> & { keys: string[]; names: string[] };

const languages = ["fr", "en"].map((language) => new Intl.DisplayNames([language], { type: "region", fallback: "none" }));

/** How a country is called in the languages of the site: documents name it in one. */
const countryNames = (code: string): string[] => (/^[A-Z]{2}$/.test(code) ? languages.flatMap((names) => names.of(code) ?? []) : []);

/**
 * Reads the names of all facets, and indexes the words by which a reader may refer to them.
 * @param facets known so far: those of labels and zones are added
 */
export async function loadReference(client: ClientBase, facets: FacetNumbers): Promise<{ reference: Reference; labels: FacetLabels }> {
  const slugs = facets.names.filter((facet) => /^(network|partner):/.test(facet)).map((facet) => facet.slice(facet.indexOf(":") + 1));
  // A merged place lends its names, its code and its address, folded as what is typed is, to the one that took its place.
  const zones = await client.query<ZoneRow>(`
    SELECT z."id", z."code", z."slug", z."name", z."level", p."slug" AS "parentSlug",
      coalesce(n.keys, '{}') || coalesce(m.keys, '{}') AS keys, n.names
    FROM "Zone" z LEFT JOIN "Zone" p ON p."id" = z."parentId"
      LEFT JOIN (
        SELECT coalesce(own."mergedIntoId", own."id") AS id, array_agg(name."key") AS keys, array_agg(name."name") AS names
        FROM "ZoneName" name JOIN "Zone" own ON own."id" = name."zoneId" GROUP BY 1) n ON n.id = z."id"
      LEFT JOIN (
        SELECT "mergedIntoId" AS id, array_agg(fold("code")) || array_agg(fold("slug")) AS keys FROM "Zone" WHERE "mergedIntoId" IS NOT NULL GROUP BY 1) m ON m.id = z."id"
    WHERE ${IS_STANDING} ORDER BY z."path"`);
  // A term of the consortium has words once something public says it.
  const words = await client.query<{ code: string; words: string }>(`
    SELECT "code", "words" FROM search_label
    UNION ALL SELECT ${FACET_OF_TERM}, fold(t."fr" || ' ' || t."en") FROM "LocalTerm" t WHERE t."mergedInto" IS NULL AND ${TERM_IS_SAID_PUBLICLY}`);
  const sources = await client.query<{ slug: string; title: string }>(
    `SELECT d."slug", d."title" FROM "Source" d WHERE ${isPublicSourceSql("d")} ORDER BY d."slug"`,
  );
  const records = await client.query<{ key: string; name: string }>(`
    SELECT e."noun" || ':' || e."slug" AS key, ${named("e", "fr")} AS name FROM "Entity" e
    WHERE e."noun" IN ('body', 'programme', 'community') AND ${isPublicSql("e")}`);
  const organisations = await client.query<{ slug: string; label: string }>(
    `SELECT "slug", "name" || coalesce(' (' || "acronym" || ')', '') AS label FROM "Organisation"
     WHERE "slug" = ANY ($1::text[]) AND "visibility" = 'public' AND "publishedAt" IS NOT NULL`,
    [slugs],
  );

  const labels = new FacetLabels();
  const all = zones.rows.map(({ names, keys, ...zone }) => {
    const known = [...(names ?? [zone.name]), ...(zone.level === "country" ? countryNames(zone.code) : [])];
    for (const name of known) labels.add(facets.of(`zone:${zone.code}`), name);
    return { ...zone, keys: [...new Set([...keys, ...known.map(fold)])] };
  });
  for (const label of words.rows) labels.add(facets.of(label.code), label.words);
  return {
    labels,
    reference: {
      zones: all,
      zoneByCode: new Map(all.map((zone) => [zone.code, zone])),
      sources: new Map(sources.rows.map((row) => [row.slug, row.title])),
      records: new Map(records.rows.filter(({ name }) => name !== null).map((row) => [row.key, row.name])),
      organisations: new Map(organisations.rows.map((row) => [row.slug, row.label])),
      labels: new Map(words.rows.map((row) => [row.code, row.words])),
    },
  };
}
