-- What a study says of a community is said value by value, as of other records; its files bring it back.
ALTER TYPE "Noun" ADD VALUE 'community';
ALTER TABLE "Text" DROP CONSTRAINT "Text_record_check";
DELETE FROM "Text" WHERE num_nonnulls("communityId", "communityIndicatorId", "communityNoteId") > 0;
ALTER TABLE "Text" DROP COLUMN "communityId", DROP COLUMN "communityIndicatorId", DROP COLUMN "communityNoteId",
  ADD CONSTRAINT "Text_record_check" CHECK (num_nonnulls("sourceId", "sourceNoteId", "zoneId") = 1);
DROP TABLE "CommunityNote", "CommunityIndicator", "Community";
DROP TYPE "MunicipalityType";

-- Which communities there are in a zone.
UPDATE directory_revision SET "rowsCurrent" = false;

-- Where the figures of communities stand is said with each of them.
DELETE FROM "SourcePart" WHERE "part" IN ('reintegration_scores', 'community_profiles');
ALTER TABLE "SourcePart" DROP CONSTRAINT "SourcePart_part_check",
  ADD CONSTRAINT "SourcePart_part_check" CHECK ("part" IN ('mapped', 'networks', 'interviewed'));

-- Which files of a document are loaded: a start loads those that have changed.
ALTER TABLE "Source" ADD COLUMN "filesDigest" TEXT;

-- The last change of a zone or of a typology is what its form was opened on; few changes are about either.
CREATE INDEX "ChangeItem_zone_idx" ON "ChangeItem"("zoneId") WHERE "zoneId" IS NOT NULL;
CREATE INDEX "ChangeItem_typology_idx" ON "ChangeItem"("typology") WHERE "typology" IS NOT NULL;
-- So are the statements of zones.
CREATE INDEX "Statement_zone_idx" ON "Statement"("zoneId") WHERE "zoneId" IS NOT NULL;
