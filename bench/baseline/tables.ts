// The tables of the baseline, filled from the site's own by PostgreSQL alone.
import { withClient } from "../../scripts/runtime/connection";

const TABLES = `
  CREATE EXTENSION IF NOT EXISTS unaccent;
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  DROP SCHEMA IF EXISTS baseline CASCADE;
  CREATE SCHEMA baseline;
  CREATE TEXT SEARCH CONFIGURATION baseline.french (COPY = pg_catalog.french);
  ALTER TEXT SEARCH CONFIGURATION baseline.french ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;

  -- How a facet is called: "zone:ML-1" by the names of the zone, "theme:paix" by its labels in both languages.
  CREATE TABLE baseline.label AS
    SELECT 'zone:' || z."code" AS facet, string_agg(n."name", ' ') AS words FROM "Zone" z JOIN "ZoneName" n ON n."zoneId" = z."id" GROUP BY 1
    UNION ALL SELECT "code", "words" FROM search_label;
  CREATE UNIQUE INDEX ON baseline.label (facet);

  CREATE TABLE baseline.organisation AS
    SELECT s."organisationId" AS id, s."nameKey" COLLATE "C" AS name_key, s."summary"->>'slug' AS slug, s."facets", s."summary",
      to_tsvector('baseline.french', concat_ws(' ', o."name", o."acronym", array_to_string(s."aliases", ' '), s."description", l.words)) AS words
    FROM organisation_search s JOIN "Organisation" o ON o."id" = s."organisationId"
    LEFT JOIN LATERAL (SELECT string_agg(label.words, ' ') AS words FROM baseline.label WHERE label.facet = ANY (s."facets")) l ON true;
  CREATE INDEX ON baseline.organisation USING gin (words);
  CREATE INDEX ON baseline.organisation USING gin (facets);
  CREATE INDEX ON baseline.organisation (name_key);
  CREATE UNIQUE INDEX ON baseline.organisation (slug);

  CREATE TABLE baseline.word AS SELECT DISTINCT word FROM baseline.organisation, regexp_split_to_table(name_key, '[^a-z0-9]+') word WHERE word <> '';
  CREATE INDEX ON baseline.word USING gin (word gin_trgm_ops);
  CREATE TABLE baseline.profile (slug text PRIMARY KEY, body text NOT NULL);
  ANALYZE;
`;

/** Builds the tables in the database at `url`, whose search rows are written. */
export const buildBaseline = (url: string) => withClient(url, async (client) => void (await client.query(TABLES)));

/** Stores the answers of the site at `origin` as the profiles of the baseline: the least that a profile costs is one row. */
export const storeProfiles = (url: string, origin: string, paths: readonly string[]) =>
  withClient(url, async (client) => {
    for (const path of paths) {
      const body = await (await fetch(origin + path)).text();
      await client.query("INSERT INTO baseline.profile VALUES ($1, $2) ON CONFLICT DO NOTHING", [path.slice(path.lastIndexOf("/") + 1), body]);
    }
    await client.query("ANALYZE baseline.profile");
  });
