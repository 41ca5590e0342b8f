-- Texts in our own words become rows, one for each language, so that a language more is no new column. Until here notes,
-- summaries and what is said of a community's actors stood in two columns each, for French and for English. Every text is
-- carried over; a column that was empty becomes no row. Rows are numbered by record, field and language, the order in which
-- an import writes and compares them.

CREATE TABLE "Text" (
    "id" SERIAL NOT NULL,
    "sourceId" INTEGER,
    "sourceNoteId" INTEGER,
    "zoneId" INTEGER,
    "communityId" INTEGER,
    "communityIndicatorId" INTEGER,
    "communityActorId" INTEGER,
    "communityNoteId" INTEGER,
    "field" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "Text_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Text_record_check" CHECK (
      num_nonnulls("sourceId", "sourceNoteId", "zoneId", "communityId", "communityIndicatorId", "communityActorId", "communityNoteId") = 1
    )
);

INSERT INTO "Text" ("sourceId", "field", "language", "text")
SELECT "id", written.field, written.language, written.text FROM "Source", LATERAL (VALUES (1, 'note', 'fr', "noteFr"), (2, 'note', 'en', "noteEn")) AS written(position, field, language, text)
WHERE written.text IS NOT NULL ORDER BY "id", written.position;

INSERT INTO "Text" ("sourceNoteId", "field", "language", "text")
SELECT "id", written.field, written.language, written.text FROM "SourceNote", LATERAL (VALUES (1, 'text', 'fr', "textFr"), (2, 'text', 'en', "textEn")) AS written(position, field, language, text)
WHERE written.text IS NOT NULL ORDER BY "id", written.position;

INSERT INTO "Text" ("zoneId", "field", "language", "text")
SELECT "id", written.field, written.language, written.text FROM "Zone", LATERAL (VALUES (1, 'note', 'fr', "noteFr"), (2, 'note', 'en', "noteEn")) AS written(position, field, language, text)
WHERE written.text IS NOT NULL ORDER BY "id", written.position;

INSERT INTO "Text" ("communityId", "field", "language", "text")
SELECT "id", written.field, written.language, written.text FROM "Community", LATERAL (VALUES
  (1, 'populationNote', 'fr', "populationNoteFr"), (2, 'populationNote', 'en', "populationNoteEn"),
  (3, 'summary', 'fr', "summaryFr"), (4, 'summary', 'en', "summaryEn")
) AS written(position, field, language, text)
WHERE written.text IS NOT NULL ORDER BY "id", written.position;

INSERT INTO "Text" ("communityIndicatorId", "field", "language", "text")
SELECT "id", written.field, written.language, written.text FROM "CommunityIndicator", LATERAL (VALUES (1, 'note', 'fr', "noteFr"), (2, 'note', 'en', "noteEn")) AS written(position, field, language, text)
WHERE written.text IS NOT NULL ORDER BY "id", written.position;

INSERT INTO "Text" ("communityActorId", "field", "language", "text")
SELECT "id", written.field, written.language, written.text FROM "CommunityActor", LATERAL (VALUES
  (1, 'activity', 'fr', "activityFr"), (2, 'activity', 'en', "activityEn"),
  (3, 'strengths', 'fr', "strengthsFr"), (4, 'strengths', 'en', "strengthsEn"),
  (5, 'weaknesses', 'fr', "weaknessesFr"), (6, 'weaknesses', 'en', "weaknessesEn")
) AS written(position, field, language, text)
WHERE written.text IS NOT NULL ORDER BY "id", written.position;

INSERT INTO "Text" ("communityNoteId", "field", "language", "text")
SELECT "id", written.field, written.language, written.text FROM "CommunityNote", LATERAL (VALUES (1, 'text', 'fr', "textFr"), (2, 'text', 'en', "textEn")) AS written(position, field, language, text)
WHERE written.text IS NOT NULL ORDER BY "id", written.position;

CREATE UNIQUE INDEX "Text_sourceId_field_language_key" ON "Text"("sourceId", "field", "language");
CREATE UNIQUE INDEX "Text_sourceNoteId_field_language_key" ON "Text"("sourceNoteId", "field", "language");
CREATE UNIQUE INDEX "Text_zoneId_field_language_key" ON "Text"("zoneId", "field", "language");
CREATE UNIQUE INDEX "Text_communityId_field_language_key" ON "Text"("communityId", "field", "language");
CREATE UNIQUE INDEX "Text_communityIndicatorId_field_language_key" ON "Text"("communityIndicatorId", "field", "language");
CREATE UNIQUE INDEX "Text_communityActorId_field_language_key" ON "Text"("communityActorId", "field", "language");
CREATE UNIQUE INDEX "Text_communityNoteId_field_language_key" ON "Text"("communityNoteId", "field", "language");

ALTER TABLE "Text" ADD CONSTRAINT "Text_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Text" ADD CONSTRAINT "Text_sourceNoteId_fkey" FOREIGN KEY ("sourceNoteId") REFERENCES "SourceNote"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Text" ADD CONSTRAINT "Text_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Text" ADD CONSTRAINT "Text_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Text" ADD CONSTRAINT "Text_communityIndicatorId_fkey" FOREIGN KEY ("communityIndicatorId") REFERENCES "CommunityIndicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Text" ADD CONSTRAINT "Text_communityActorId_fkey" FOREIGN KEY ("communityActorId") REFERENCES "CommunityActor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Text" ADD CONSTRAINT "Text_communityNoteId_fkey" FOREIGN KEY ("communityNoteId") REFERENCES "CommunityNote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Source" DROP COLUMN "noteFr", DROP COLUMN "noteEn";
ALTER TABLE "SourceNote" DROP COLUMN "textFr", DROP COLUMN "textEn";
ALTER TABLE "Zone" DROP COLUMN "noteFr", DROP COLUMN "noteEn";
ALTER TABLE "Community" DROP COLUMN "populationNoteFr", DROP COLUMN "populationNoteEn", DROP COLUMN "summaryFr", DROP COLUMN "summaryEn";
ALTER TABLE "CommunityIndicator" DROP COLUMN "noteFr", DROP COLUMN "noteEn";
ALTER TABLE "CommunityActor" DROP COLUMN "activityFr", DROP COLUMN "activityEn", DROP COLUMN "strengthsFr", DROP COLUMN "strengthsEn", DROP COLUMN "weaknessesFr", DROP COLUMN "weaknessesEn";
ALTER TABLE "CommunityNote" DROP COLUMN "textFr", DROP COLUMN "textEn";
