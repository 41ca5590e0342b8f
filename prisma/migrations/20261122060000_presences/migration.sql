-- What a document says of an actor in one place is said value by value as of other records; the files of the study bring it back.
ALTER TYPE "Noun" ADD VALUE 'presence';
ALTER TYPE "Noun" ADD VALUE 'chain';
ALTER TABLE "Text" DROP CONSTRAINT "Text_record_check";
DELETE FROM "Text" WHERE "communityActorId" IS NOT NULL;
ALTER TABLE "Text" DROP COLUMN "communityActorId",
  ADD CONSTRAINT "Text_record_check"
    CHECK (num_nonnulls("sourceId", "sourceNoteId", "zoneId", "communityId", "communityIndicatorId", "communityNoteId") = 1);
DROP TABLE "CommunityActor";
DELETE FROM "SourcePart" WHERE "part" = 'community_actors';
ALTER TABLE "SourcePart" DROP CONSTRAINT "SourcePart_part_check",
  ADD CONSTRAINT "SourcePart_part_check" CHECK ("part" IN ('mapped', 'networks', 'interviewed', 'reintegration_scores', 'community_profiles'));

-- What the study sums up of a community: challenges, priorities, what the diaspora gives, who informs.
ALTER TABLE "CommunityNote" DROP CONSTRAINT "CommunityNote_kind_check",
  ADD CONSTRAINT "CommunityNote_kind_check" CHECK (
    ("kind" IN ('opportunity', 'constraint') AND "dimension" IN ('economic', 'social', 'psychosocial'))
    OR ("kind" IN ('fact', 'contradiction', 'economic_challenge', 'social_challenge', 'priority', 'diaspora', 'communication') AND "dimension" IS NULL)
  );

-- A name of which no document says what it is.
ALTER TYPE "OrganisationKind" ADD VALUE 'unspecified';

-- Which organisations have sections: few, and asked for at each revision.
CREATE INDEX "OrganisationLink_whole_idx" ON "OrganisationLink"("otherId") WHERE "field" = 'part_of';

-- Rows hold value chains, groups of partners, and the bodies, programmes and communities by which they are found.
UPDATE directory_revision SET "rowsCurrent" = false;
