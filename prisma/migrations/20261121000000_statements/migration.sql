-- Statements become the truth of the directory, and change sets the only way to write them. Until here an organisation's
-- values stood in columns and join tables, with citations beside them; typologies and figures had tables of their own; the
-- history was a list of changes. All of it is carried over: each value with the citation that it rested on, each citation
-- with the change that made it, and what staff had taken away as withdrawn by the change that took it away.

ALTER TYPE "ChangeAction" ADD VALUE 'reverted';
CREATE TYPE "ChangeState" AS ENUM ('draft', 'proposed', 'accepted', 'refused', 'undone');

CREATE TABLE "Redirect" (
    "slug" TEXT NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Redirect_pkey" PRIMARY KEY ("slug")
);

CREATE TABLE "ChangeSet" (
    "id" SERIAL NOT NULL,
    "state" "ChangeState" NOT NULL,
    "action" "ChangeAction" NOT NULL,
    "actorId" INTEGER,
    "actorName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT,
    "undoesId" INTEGER,
    CONSTRAINT "ChangeSet_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ChangeItem" (
    "id" SERIAL NOT NULL,
    "changeSetId" INTEGER NOT NULL,
    "organisationId" INTEGER,
    "typology" "Typology",
    "zoneId" INTEGER,
    "sourceId" INTEGER,
    "userId" INTEGER,
    "field" TEXT,
    "before" JSONB,
    "after" JSONB,
    "version" INTEGER,
    CONSTRAINT "ChangeItem_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ChangeItem_record_check" CHECK (num_nonnulls("organisationId", "typology", "zoneId", "sourceId", "userId") = 1)
);

-- Problems and added values of organisations had this name.
ALTER TABLE "Statement" RENAME TO "OldStatement";
ALTER TABLE "OldStatement" RENAME CONSTRAINT "Statement_pkey" TO "OldStatement_pkey";

CREATE TABLE "Statement" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER,
    "typology" "Typology",
    "zoneId" INTEGER,
    "field" TEXT NOT NULL,
    "code" TEXT,
    "number" DOUBLE PRECISION,
    "unit" TEXT,
    "text" TEXT,
    "language" TEXT,
    "date" DATE,
    "valueZoneId" INTEGER,
    "valueOrganisationId" INTEGER,
    "channel" "ContactChannel",
    "raw" TEXT,
    "usable" TEXT,
    "contactState" "ContactState",
    "since" TEXT,
    "until" TEXT,
    "about" BOOLEAN NOT NULL DEFAULT false,
    "moreThan" BOOLEAN NOT NULL DEFAULT false,
    "openList" BOOLEAN NOT NULL DEFAULT false,
    "basis" "Basis" NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "place" TEXT,
    "lineStart" INTEGER,
    "lineEnd" INTEGER,
    "page" TEXT,
    "words" TEXT,
    "saidOn" DATE,
    "cited" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "madeById" INTEGER NOT NULL,
    "withdrawnById" INTEGER,
    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Statement_record_check" CHECK (num_nonnulls("organisationId", "typology", "zoneId") = 1),
    CONSTRAINT "Statement_value_check" CHECK (num_nonnulls("code", "number", "text", "date", "valueZoneId", "valueOrganisationId", "raw") = 1),
    CONSTRAINT "Statement_contact_check" CHECK (num_nonnulls("raw", "channel", "contactState") IN (0, 3) AND ("usable" IS NULL OR "contactState" IN ('ok', 'under_construction'))),
    CONSTRAINT "Statement_language_check" CHECK ("language" IS NULL OR ("text" IS NOT NULL AND "language" ~ '^[a-z]{2}$')),
    CONSTRAINT "Statement_unit_check" CHECK ("unit" IS NULL OR "number" IS NOT NULL),
    CONSTRAINT "Statement_period_check" CHECK ("since" ~ '^\d{4}(-\d{2}(-\d{2})?)?$' AND "until" ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    CONSTRAINT "Statement_self_check" CHECK ("valueOrganisationId" <> "organisationId")
);

CREATE TABLE "RestrictedStatement" (
    LIKE "Statement" INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
    "visibility" "Visibility" NOT NULL,
    CONSTRAINT "RestrictedStatement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RestrictedStatement_visibility_check" CHECK ("visibility" <> 'public')
);
ALTER TABLE "RestrictedStatement" DROP COLUMN "typology", DROP COLUMN "zoneId", ALTER COLUMN "organisationId" SET NOT NULL;
CREATE SEQUENCE "RestrictedStatement_id_seq" AS INTEGER OWNED BY "RestrictedStatement"."id";
ALTER TABLE "RestrictedStatement" ALTER COLUMN "id" SET DEFAULT nextval('"RestrictedStatement_id_seq"');

CREATE TABLE "OrganisationLink" (
    "organisationId" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "otherId" INTEGER NOT NULL,
    CONSTRAINT "OrganisationLink_pkey" PRIMARY KEY ("organisationId", "field", "otherId"),
    CONSTRAINT "OrganisationLink_self_check" CHECK ("organisationId" <> "otherId")
);

-- 1. The history: one set for each change, and one for all that an import brought at once.

CREATE TEMPORARY TABLE change_to_set AS
SELECT c."id" AS change_id,
  CASE WHEN c."actorId" IS NULL AND c."action" = 'imported' THEN min(c."id") OVER (PARTITION BY c."actorName", c."at", c."actorId" IS NULL AND c."action" = 'imported') ELSE c."id" END AS first_id
FROM "Change" c;
ALTER TABLE change_to_set ADD COLUMN set_id INTEGER;
UPDATE change_to_set SET set_id = numbered.number
FROM (SELECT first_id, row_number() OVER (ORDER BY first_id)::int AS number FROM (SELECT DISTINCT first_id FROM change_to_set) firsts) numbered
WHERE numbered.first_id = change_to_set.first_id;

INSERT INTO "ChangeSet" ("id", "state", "action", "actorId", "actorName", "at", "note")
SELECT t.set_id, 'accepted', c."action", c."actorId", c."actorName", c."at", c."note"
FROM (SELECT DISTINCT first_id, set_id FROM change_to_set) t JOIN "Change" c ON c."id" = t.first_id;

INSERT INTO "ChangeItem" ("changeSetId", "organisationId", "field", "before", "after")
SELECT t.set_id, c."organisationId", part.value ->> 'field', nullif(part.value -> 'before', 'null'), nullif(part.value -> 'after', 'null')
FROM change_to_set t JOIN "Change" c ON c."id" = t.change_id
LEFT JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(c."fields") = 'array' THEN c."fields" END) WITH ORDINALITY AS part(value, place) ON true
ORDER BY c."id", part.place;

SELECT setval('"ChangeSet_id_seq"', greatest((SELECT max("id") FROM "ChangeSet"), 1), EXISTS (SELECT FROM "ChangeSet"));

-- What stood there without any history came with the sources.
WITH made AS (
  INSERT INTO "ChangeSet" ("state", "action", "actorName", "at")
  SELECT 'accepted', 'imported', (SELECT "slug" FROM "Source" ORDER BY "position", "id" LIMIT 1), (SELECT "changedAt" FROM directory_revision)
  WHERE EXISTS (SELECT FROM "Source")
    AND (EXISTS (SELECT FROM "Organisation" o WHERE NOT EXISTS (SELECT FROM "Change" c WHERE c."organisationId" = o."id"))
      OR EXISTS (SELECT FROM "TypologyStatement") OR EXISTS (SELECT FROM "Statistic")) AND NOT EXISTS (SELECT FROM "ChangeSet" WHERE "action" = 'imported')
  RETURNING "id"
)
INSERT INTO "ChangeItem" ("changeSetId", "organisationId")
SELECT made."id", o."id" FROM made, "Organisation" o WHERE NOT EXISTS (SELECT FROM "Change" c WHERE c."organisationId" = o."id");

CREATE TEMPORARY TABLE first_import AS SELECT min("id") AS id FROM "ChangeSet" WHERE "action" = 'imported';

-- 2. Which change made each citation. Those of one correction share their position; a correction that said something is
-- the next change of the organisation that gave a field a value.

CREATE TEMPORARY TABLE citation_set AS
WITH saying AS (
  SELECT t.set_id, c."organisationId", row_number() OVER (PARTITION BY c."organisationId" ORDER BY c."id") AS number
  FROM "Change" c JOIN change_to_set t ON t.change_id = c."id"
  WHERE c."action" IN ('created', 'updated') AND EXISTS (
    SELECT FROM jsonb_array_elements(c."fields") part
    WHERE part ->> 'field' NOT IN ('visibility', 'restricted', 'verified_at') AND CASE
      WHEN part ->> 'field' = 'zones' THEN jsonb_typeof(part -> 'after') = 'array' AND part -> 'after' <> '[]'
      WHEN jsonb_typeof(part -> 'after') = 'array' THEN EXISTS (
        SELECT FROM jsonb_array_elements(part -> 'after') item WHERE NOT coalesce(part -> 'before' @> jsonb_build_array(item), false))
      ELSE jsonb_typeof(part -> 'after') <> 'null' END)
), batches AS (
  SELECT "id", "organisationId", dense_rank() OVER (PARTITION BY "organisationId" ORDER BY "position") AS number
  FROM "Citation" WHERE "saidOn" IS NOT NULL
)
SELECT c."id" AS citation_id, coalesce(
  saying.set_id,
  CASE WHEN c."saidOn" IS NOT NULL THEN (SELECT max(i."changeSetId") FROM "ChangeItem" i WHERE i."organisationId" = c."organisationId") END,
  (SELECT min(i."changeSetId") FROM "ChangeItem" i JOIN "ChangeSet" s ON s."id" = i."changeSetId" WHERE i."organisationId" = c."organisationId"),
  (SELECT id FROM first_import)) AS set_id
FROM "Citation" c
LEFT JOIN batches ON batches."id" = c."id"
LEFT JOIN saying ON saying."organisationId" = batches."organisationId" AND saying.number = batches.number;
CREATE UNIQUE INDEX ON citation_set (citation_id);

-- 3. Which change took a value away: the last one that touched its field.

CREATE TEMPORARY TABLE last_touch AS
SELECT i."organisationId", i."field", max(i."changeSetId") AS set_id
FROM "ChangeItem" i WHERE i."organisationId" IS NOT NULL AND i."field" IS NOT NULL GROUP BY 1, 2;
CREATE INDEX ON last_touch ("organisationId", "field");
CREATE TEMPORARY TABLE last_change AS SELECT i."organisationId", max(i."changeSetId") AS set_id FROM "ChangeItem" i WHERE i."organisationId" IS NOT NULL GROUP BY 1;

-- 4. Descriptions: the text that stood there after each change that touched it, by counting back from the present one.

CREATE TEMPORARY TABLE description_at AS
WITH touching AS (
  SELECT i."organisationId", i."changeSetId" AS set_id,
    (array_agg(i."before" #>> '{}') FILTER (WHERE i."field" = 'description_fr'))[1] AS fr_before, bool_or(i."field" = 'description_fr') AS fr_touched,
    (array_agg(i."before" #>> '{}') FILTER (WHERE i."field" = 'description_en'))[1] AS en_before, bool_or(i."field" = 'description_en') AS en_touched
  FROM "ChangeItem" i WHERE i."field" IN ('description_fr', 'description_en') AND i."organisationId" IS NOT NULL GROUP BY 1, 2
)
SELECT c."id" AS citation_id,
  CASE WHEN next_fr.set_id IS NULL THEN o."descriptionFr" ELSE next_fr.fr_before END AS fr,
  CASE WHEN next_en.set_id IS NULL THEN o."descriptionEn" ELSE next_en.en_before END AS en
FROM "Citation" c JOIN "Organisation" o ON o."id" = c."organisationId" JOIN citation_set m ON m.citation_id = c."id"
LEFT JOIN LATERAL (SELECT * FROM touching t WHERE t."organisationId" = o."id" AND t.fr_touched AND t.set_id > m.set_id ORDER BY t.set_id LIMIT 1) next_fr ON true
LEFT JOIN LATERAL (SELECT * FROM touching t WHERE t."organisationId" = o."id" AND t.en_touched AND t.set_id > m.set_id ORDER BY t.set_id LIMIT 1) next_en ON true
WHERE c."field" = 'description';

-- 5. Statements about organisations.

CREATE TEMPORARY TABLE contact_said AS
SELECT DISTINCT ON (i."organisationId", item ->> 'raw') i."organisationId", item ->> 'raw' AS raw, item ->> 'channel' AS channel, item ->> 'state' AS state
FROM "ChangeItem" i, jsonb_array_elements(CASE WHEN jsonb_typeof(i."before") = 'array' THEN i."before" END) item
WHERE i."field" = 'contacts' ORDER BY 1, 2, i."id" DESC;

INSERT INTO "Statement" ("organisationId", "field", "code", "number", "text", "valueZoneId", "valueOrganisationId", "channel", "raw", "usable", "contactState",
  "basis", "sourceId", "place", "lineStart", "lineEnd", "words", "saidOn", "position", "madeById", "withdrawnById")
SELECT c."organisationId",
  CASE WHEN c."field" = 'partners' AND partner."id" IS NULL THEN 'partner_classes' ELSE c."field" END,
  CASE WHEN c."field" IN ('kind', 'typology', 'perimeter', 'legal_status', 'budget_tier', 'network_scope', 'interviewed', 'themes', 'needs')
    OR (c."field" = 'partners' AND partner."id" IS NULL) THEN c."value" END,
  CASE WHEN c."field" IN ('member_count', 'founded_year') THEN c."value"::float8 END,
  CASE WHEN c."field" IN ('name', 'acronym', 'alias', 'problems', 'added_values') THEN c."value" END,
  z."id",
  CASE WHEN c."field" IN ('partners', 'networks') THEN partner."id" END,
  CASE WHEN c."field" = 'contacts' THEN coalesce(contact."channel"::text, said.channel,
    CASE WHEN c."value" LIKE '+%' THEN 'phone' WHEN c."value" LIKE 'http%' THEN 'website' WHEN c."value" LIKE '%@%' THEN 'email' ELSE 'address' END)::"ContactChannel" END,
  CASE WHEN c."field" = 'contacts' THEN c."text" END,
  CASE WHEN c."field" = 'contacts' THEN c."value" END,
  CASE WHEN c."field" = 'contacts' THEN coalesce(contact."state"::text, said.state, CASE WHEN c."value" IS NULL THEN 'invalid' ELSE 'ok' END)::"ContactState" END,
  c."basis", c."sourceId", c."place", c."lineStart", c."lineEnd",
  CASE WHEN c."field" <> 'contacts' THEN c."text" END, c."saidOn", c."position", m.set_id,
  CASE WHEN NOT CASE c."field"
      WHEN 'name' THEN true WHEN 'kind' THEN true
      WHEN 'acronym' THEN o."acronym" IS NOT NULL
      WHEN 'typology' THEN o."typology" IS NOT NULL
      WHEN 'perimeter' THEN o."perimeter" IS NOT NULL
      WHEN 'legal_status' THEN o."legalStatus" IS NOT NULL
      WHEN 'budget_tier' THEN o."budgetTier" IS NOT NULL
      WHEN 'network_scope' THEN o."networkScope" IS NOT NULL
      WHEN 'interviewed' THEN o."interviewed" IS NOT NULL
      WHEN 'member_count' THEN o."memberCount" IS NOT NULL
      WHEN 'founded_year' THEN o."foundedYear" IS NOT NULL
      WHEN 'alias' THEN EXISTS (SELECT FROM "Alias" a WHERE a."organisationId" = o."id" AND a."name" = c."value")
      WHEN 'zones' THEN EXISTS (SELECT FROM "OrganisationZone" oz WHERE oz."organisationId" = o."id" AND oz."zoneId" = z."id")
      WHEN 'themes' THEN EXISTS (SELECT FROM "OrganisationTheme" t WHERE t."organisationId" = o."id" AND t."theme" = c."value")
      WHEN 'needs' THEN EXISTS (SELECT FROM "OrganisationNeed" n WHERE n."organisationId" = o."id" AND n."need" = c."value")
      WHEN 'partners' THEN EXISTS (SELECT FROM "Partner" p WHERE p."organisationId" = o."id" AND (p."partnerId" = partner."id" OR p."partnerClass" = c."value"))
      WHEN 'networks' THEN EXISTS (SELECT FROM "Membership" p WHERE p."memberId" = o."id" AND p."networkId" = partner."id")
      WHEN 'contacts' THEN contact."id" IS NOT NULL
      ELSE EXISTS (SELECT FROM "OldStatement" s WHERE s."organisationId" = o."id" AND s."field" = c."field" AND s."text" = c."value")
    END THEN coalesce((SELECT max(t.set_id) FROM last_touch t WHERE t."organisationId" = o."id" AND (t."field" = c."field" OR (c."field" = 'partners' AND t."field" = 'partner_classes'))),
      gone.set_id, m.set_id) END
FROM "Citation" c
JOIN "Organisation" o ON o."id" = c."organisationId"
JOIN citation_set m ON m.citation_id = c."id"
LEFT JOIN last_change gone ON gone."organisationId" = o."id"
LEFT JOIN "Zone" z ON c."field" = 'zones' AND z."code" = c."value"
LEFT JOIN "Organisation" partner ON c."field" IN ('partners', 'networks') AND partner."slug" = c."value"
LEFT JOIN LATERAL (SELECT * FROM "Contact" k WHERE c."field" = 'contacts' AND k."organisationId" = o."id" AND k."raw" = c."text" ORDER BY k."position" LIMIT 1) contact ON true
LEFT JOIN contact_said said ON c."field" = 'contacts' AND said."organisationId" = o."id" AND said.raw = c."text"
WHERE c."field" <> 'description' ORDER BY c."id";

-- A description in each language; what nobody wrote in French is cited in English.
INSERT INTO "Statement" ("organisationId", "field", "text", "language", "basis", "sourceId", "place", "lineStart", "lineEnd", "words", "saidOn", "cited", "position", "madeById", "withdrawnById")
SELECT c."organisationId", 'description', worded."text", worded."language", c."basis", c."sourceId", c."place", c."lineStart", c."lineEnd", c."text", c."saidOn",
  worded."language" = 'fr' OR d.fr IS NULL, c."position", m.set_id,
  CASE WHEN CASE worded."language" WHEN 'fr' THEN o."descriptionFr" ELSE o."descriptionEn" END IS NULL
    THEN (SELECT t.set_id FROM last_touch t WHERE t."organisationId" = o."id" AND t."field" = 'description_' || worded."language") END
FROM "Citation" c JOIN "Organisation" o ON o."id" = c."organisationId" JOIN citation_set m ON m.citation_id = c."id" JOIN description_at d ON d.citation_id = c."id"
CROSS JOIN LATERAL (VALUES (d.fr, 'fr'), (d.en, 'en')) AS worded("text", "language")
WHERE worded."text" IS NOT NULL ORDER BY c."id";

-- What goes with another value: the scale of a perimeter, the words around a number of members.
INSERT INTO "Statement" ("organisationId", "field", "code", "basis", "sourceId", "place", "lineStart", "lineEnd", "saidOn", "cited", "position", "madeById")
SELECT DISTINCT ON (o."id") o."id", 'perimeter_scale', o."perimeterScale"::text, s."basis", s."sourceId", s."place", s."lineStart", s."lineEnd", s."saidOn", false, s."position", s."madeById"
FROM "Organisation" o JOIN "Statement" s ON s."organisationId" = o."id" AND s."field" = 'perimeter' AND s."code" = o."perimeter"::text
WHERE o."perimeterScale" IS NOT NULL ORDER BY o."id", s."saidOn" DESC NULLS LAST, array_position(ARRAY['verified', 'self_declared', 'stated', 'inferred', 'typology'], s."basis"::text), s."position", s."id";
INSERT INTO "Statement" ("organisationId", "field", "text", "basis", "sourceId", "place", "lineStart", "lineEnd", "saidOn", "cited", "position", "madeById")
SELECT DISTINCT ON (o."id") o."id", 'member_note', o."memberNote", s."basis", s."sourceId", s."place", s."lineStart", s."lineEnd", s."saidOn", false, s."position", s."madeById"
FROM "Organisation" o JOIN "Statement" s ON s."organisationId" = o."id" AND s."field" = 'member_count' AND s."withdrawnById" IS NULL
WHERE o."memberNote" IS NOT NULL ORDER BY o."id", s."saidOn" DESC NULLS LAST, (s."words" = o."memberNote") DESC NULLS LAST, s."position", s."id";

-- 6. What is shown without a citation that says it would be lost: it is kept as the directory's own inference.

CREATE TEMPORARY TABLE uncited AS
SELECT * FROM (
  SELECT o."id" AS organisation, v.field, v.code, v.number, v.text, v.language, NULL::int AS zone, NULL::int AS other, NULL::"ContactChannel" AS channel, NULL::text AS raw, NULL::text AS usable, NULL::"ContactState" AS state
  FROM "Organisation" o CROSS JOIN LATERAL (VALUES
    ('name', NULL, NULL::float8, o."name", NULL), ('acronym', NULL, NULL, o."acronym", NULL), ('kind', o."kind"::text, NULL, NULL, NULL),
    ('typology', o."typology"::text, NULL, NULL, NULL), ('perimeter', o."perimeter"::text, NULL, NULL, NULL), ('perimeter_scale', o."perimeterScale"::text, NULL, NULL, NULL),
    ('legal_status', o."legalStatus"::text, NULL, NULL, NULL), ('budget_tier', o."budgetTier"::text, NULL, NULL, NULL), ('network_scope', o."networkScope"::text, NULL, NULL, NULL),
    ('interviewed', o."interviewed"::text, NULL, NULL, NULL), ('member_count', NULL, o."memberCount"::float8, NULL, NULL), ('founded_year', NULL, o."foundedYear"::float8, NULL, NULL),
    ('member_note', NULL, NULL, o."memberNote", NULL), ('description', NULL, NULL, o."descriptionFr", 'fr'), ('description', NULL, NULL, o."descriptionEn", 'en')) AS v(field, code, number, text, language)
  UNION ALL SELECT "organisationId", 'alias', NULL, NULL, "name", NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM "Alias"
  UNION ALL SELECT "organisationId", 'zones', NULL, NULL, NULL, NULL, "zoneId", NULL, NULL, NULL, NULL, NULL FROM "OrganisationZone"
  UNION ALL SELECT "organisationId", 'themes', "theme", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM "OrganisationTheme"
  UNION ALL SELECT "organisationId", 'needs', "need", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM "OrganisationNeed"
  UNION ALL SELECT "organisationId", 'partner_classes', "partnerClass", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM "Partner" WHERE "partnerClass" IS NOT NULL
  UNION ALL SELECT "organisationId", 'partners', NULL, NULL, NULL, NULL, NULL, "partnerId", NULL, NULL, NULL, NULL FROM "Partner" WHERE "partnerId" IS NOT NULL
  UNION ALL SELECT "memberId", 'networks', NULL, NULL, NULL, NULL, NULL, "networkId", NULL, NULL, NULL, NULL FROM "Membership"
  UNION ALL SELECT "organisationId", "field", NULL, NULL, "text", NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM "OldStatement"
  UNION ALL SELECT "organisationId", 'contacts', NULL, NULL, NULL, NULL, NULL, NULL, "channel", "raw", "value", "state" FROM "Contact"
) shown
WHERE num_nonnulls(code, number, text, zone, other, raw) = 1 AND NOT EXISTS (
  SELECT FROM "Statement" s WHERE s."organisationId" = shown.organisation AND s."field" = shown.field AND s."withdrawnById" IS NULL
    AND (s."code" = shown.code OR s."number" = shown.number OR s."text" = shown.text OR s."valueZoneId" = shown.zone OR s."valueOrganisationId" = shown.other
      OR (s."raw" = shown.raw AND s."channel" = shown.channel AND s."contactState" = shown.state)));

INSERT INTO "Source" ("slug", "title", "publisher", "kind", "noteFr", "noteEn", "position")
SELECT 'correction-consortium', 'Correction du consortium', 'Consortium', 'correction',
  'Ce que les équipes du consortium ont corrigé ou complété, avec la date de chaque correction.',
  'What the consortium’s teams have corrected or added, with the date of each correction.', 1000
WHERE EXISTS (SELECT FROM uncited UNION ALL SELECT FROM "RestrictedValue") ON CONFLICT ("slug") DO NOTHING;

INSERT INTO "Statement" ("organisationId", "field", "code", "number", "text", "language", "valueZoneId", "valueOrganisationId", "channel", "raw", "usable", "contactState",
  "basis", "sourceId", "cited", "position", "madeById")
SELECT u.organisation, u.field, u.code, u.number, u.text, u.language, u.zone, u.other, u.channel, u.raw, u.usable, u.state, 'inferred',
  coalesce((SELECT s."sourceId" FROM "Statement" s WHERE s."organisationId" = u.organisation ORDER BY s."position", s."id" LIMIT 1),
    (SELECT "id" FROM "Source" WHERE "slug" = 'correction-consortium')),
  u.field NOT IN ('perimeter_scale', 'member_note') AND u.language IS DISTINCT FROM 'en', 1000000,
  coalesce((SELECT max(t.set_id) FROM last_touch t WHERE t."organisationId" = u.organisation AND t."field" IN (u.field, 'description_' || u.language)),
    (SELECT min(i."changeSetId") FROM "ChangeItem" i WHERE i."organisationId" = u.organisation), (SELECT id FROM first_import))
FROM uncited u;

-- 7. Restricted values. What was a text stays a text: nobody may guess which telephone it was.

INSERT INTO "RestrictedStatement" ("organisationId", "field", "text", "basis", "sourceId", "saidOn", "visibility", "position", "madeById")
SELECT r."organisationId", r."field", CASE WHEN jsonb_typeof(r."payload" -> 'text') = 'string' THEN r."payload" ->> 'text' ELSE r."payload"::text END,
  'stated', (SELECT "id" FROM "Source" WHERE "slug" = 'correction-consortium'), r."createdAt"::date, r."visibility", row_number() OVER (PARTITION BY r."organisationId" ORDER BY r."id"),
  coalesce(
    (SELECT min(i."changeSetId") FROM "ChangeItem" i JOIN "ChangeSet" s ON s."id" = i."changeSetId"
      WHERE i."organisationId" = r."organisationId" AND i."field" = 'restricted' AND s."at" >= r."createdAt" - interval '1 minute' AND s."actorId" IS NOT DISTINCT FROM r."createdById"),
    (SELECT max(i."changeSetId") FROM "ChangeItem" i WHERE i."organisationId" = r."organisationId"), (SELECT id FROM first_import))
FROM "RestrictedValue" r ORDER BY r."id";

-- 8. Typologies and figures. The English of a statement about a typology goes with its French.

INSERT INTO "Statement" ("typology", "field", "code", "text", "language", "basis", "sourceId", "place", "lineStart", "lineEnd", "words", "cited", "position", "madeById")
SELECT t."typology", t."field", worded.code, worded.text, worded.language, 'stated', t."sourceId", t."place", t."lineStart", t."lineEnd", worded.words, worded.cited, t."position", (SELECT id FROM first_import)
FROM "TypologyStatement" t CROSS JOIN LATERAL (VALUES
  (t."code", CASE WHEN t."code" IS NULL THEN t."text" END, CASE WHEN t."code" IS NULL THEN 'fr' END, CASE WHEN t."code" IS NOT NULL THEN t."text" END, true),
  (NULL, t."textEn", 'en', NULL, false)) AS worded(code, text, language, words, cited)
ORDER BY t."id", worded.cited DESC;

INSERT INTO "Statement" ("zoneId", "field", "number", "unit", "basis", "sourceId", "place", "lineStart", "lineEnd", "position", "madeById")
SELECT f."zoneId", f."measure", f."value", f."unit", 'stated', f."sourceId", f."place", f."line", f."line", f."id", (SELECT id FROM first_import) FROM "Statistic" f ORDER BY f."id";

-- 9. The old shape goes; what SQL still joins by stays as a projection, which is written again at the next start.

INSERT INTO "OrganisationLink" SELECT "organisationId", 'partners', "partnerId" FROM "Partner" WHERE "partnerId" IS NOT NULL;
INSERT INTO "OrganisationLink" SELECT "memberId", 'networks', "networkId" FROM "Membership";
DROP TABLE "Citation", "Change", "RestrictedValue", "TypologyStatement", "Statistic", "OldStatement", "OrganisationZone", "OrganisationTheme", "OrganisationNeed", "Partner", "Membership", "Contact";

ALTER TABLE "Alias" DROP CONSTRAINT "Alias_pkey", DROP COLUMN "id";
DROP INDEX "Alias_organisationId_name_key";
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_pkey" PRIMARY KEY ("organisationId", "name");
ALTER TABLE "Organisation" DROP COLUMN "typology", DROP COLUMN "perimeter", DROP COLUMN "perimeterScale", DROP COLUMN "legalStatus", DROP COLUMN "budgetTier",
  DROP COLUMN "memberNote", DROP COLUMN "foundedYear", DROP COLUMN "interviewed", DROP COLUMN "descriptionFr", DROP COLUMN "descriptionEn";
DROP TYPE "Perimeter", "PerimeterScale", "LegalStatus", "BudgetTier";

TRUNCATE organisation_search;
ALTER TABLE organisation_search ADD COLUMN "details" JSON NOT NULL;
UPDATE directory_revision SET "rowsCurrent" = false;
DELETE FROM directory_change;

-- Indexes and foreign keys; no deletion reaches what was said or changed.
ALTER TABLE "Alias" DROP CONSTRAINT "Alias_organisationId_fkey";
ALTER TABLE "organisation_search" DROP CONSTRAINT "organisation_search_organisationId_fkey";
CREATE INDEX "Alias_nameKey_idx" ON "Alias"("nameKey");
CREATE INDEX "ChangeItem_changeSetId_idx" ON "ChangeItem"("changeSetId");
CREATE INDEX "ChangeItem_organisationId_id_idx" ON "ChangeItem"("organisationId", "id");
CREATE INDEX "ChangeSet_undoesId_idx" ON "ChangeSet"("undoesId");
CREATE INDEX "OrganisationLink_otherId_field_idx" ON "OrganisationLink"("otherId", "field");
CREATE INDEX "Redirect_organisationId_idx" ON "Redirect"("organisationId");
CREATE INDEX "RestrictedStatement_organisationId_idx" ON "RestrictedStatement"("organisationId");
CREATE INDEX "Statement_organisationId_idx" ON "Statement"("organisationId");
CREATE INDEX "Statement_sourceId_place_organisationId_lineStart_idx" ON "Statement"("sourceId", "place", "organisationId", "lineStart");
CREATE INDEX "Statement_field_place_idx" ON "Statement"("field", "place");
CREATE INDEX "Statement_valueOrganisationId_idx" ON "Statement"("valueOrganisationId");
CREATE INDEX "Statement_madeById_idx" ON "Statement"("madeById");
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChangeSet" ADD CONSTRAINT "ChangeSet_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChangeSet" ADD CONSTRAINT "ChangeSet_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "ChangeSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChangeItem" ADD CONSTRAINT "ChangeItem_changeSetId_fkey" FOREIGN KEY ("changeSetId") REFERENCES "ChangeSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChangeItem" ADD CONSTRAINT "ChangeItem_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChangeItem" ADD CONSTRAINT "ChangeItem_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChangeItem" ADD CONSTRAINT "ChangeItem_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChangeItem" ADD CONSTRAINT "ChangeItem_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_valueZoneId_fkey" FOREIGN KEY ("valueZoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_valueOrganisationId_fkey" FOREIGN KEY ("valueOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "ChangeSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "ChangeSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RestrictedStatement" ADD CONSTRAINT "RestrictedStatement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RestrictedStatement" ADD CONSTRAINT "RestrictedStatement_valueZoneId_fkey" FOREIGN KEY ("valueZoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RestrictedStatement" ADD CONSTRAINT "RestrictedStatement_valueOrganisationId_fkey" FOREIGN KEY ("valueOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RestrictedStatement" ADD CONSTRAINT "RestrictedStatement_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RestrictedStatement" ADD CONSTRAINT "RestrictedStatement_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "ChangeSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RestrictedStatement" ADD CONSTRAINT "RestrictedStatement_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "ChangeSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OrganisationLink" ADD CONSTRAINT "OrganisationLink_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OrganisationLink" ADD CONSTRAINT "OrganisationLink_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "organisation_search" ADD CONSTRAINT "organisation_search_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A figure is said once by a source for a period; another source may say another.
CREATE UNIQUE INDEX "Statement_figure_key" ON "Statement"("zoneId", "field", "sourceId", "since", "until") NULLS NOT DISTINCT
  WHERE "zoneId" IS NOT NULL AND "withdrawnById" IS NULL;
-- Staff look organisations up by their acronym.
CREATE INDEX "Organisation_acronym_idx" ON "Organisation"(fold("acronym"));
CREATE INDEX "Statement_typology_idx" ON "Statement"("typology") WHERE "typology" IS NOT NULL;

-- Append-only. A statement may be withdrawn, once; an accepted set may be marked as undone; all else stays as it is.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: make a change set that says otherwise', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION only_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."withdrawnById" IS NULL AND NEW."withdrawnById" IS NOT NULL THEN
    OLD."withdrawnById" := NEW."withdrawnById";
    IF OLD IS NOT DISTINCT FROM NEW THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: a statement may only be withdrawn', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION keep_decided_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" IN ('draft', 'proposed') THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
  IF TG_OP = 'UPDATE' AND OLD."state" = 'accepted' AND NEW."state" = 'undone' THEN
    OLD."state" := NEW."state";
    IF OLD IS NOT DISTINCT FROM NEW THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'An accepted change set is never altered: undo it by its inverse' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION keep_decided_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "state" FROM "ChangeSet" WHERE "id" = OLD."changeSetId") IN ('draft', 'proposed') THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'An accepted change set is never altered: undo it by its inverse' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "Statement_append_only" BEFORE UPDATE ON "Statement" FOR EACH ROW EXECUTE FUNCTION only_withdrawn();
CREATE TRIGGER "Statement_no_delete" BEFORE DELETE ON "Statement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RestrictedStatement_append_only" BEFORE UPDATE ON "RestrictedStatement" FOR EACH ROW EXECUTE FUNCTION only_withdrawn();
CREATE TRIGGER "RestrictedStatement_no_delete" BEFORE DELETE ON "RestrictedStatement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ChangeSet_append_only" BEFORE UPDATE OR DELETE ON "ChangeSet" FOR EACH ROW EXECUTE FUNCTION keep_decided_set();
CREATE TRIGGER "ChangeItem_append_only" BEFORE UPDATE OR DELETE ON "ChangeItem" FOR EACH ROW EXECUTE FUNCTION keep_decided_item();
