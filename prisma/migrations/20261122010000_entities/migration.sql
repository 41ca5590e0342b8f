-- Bodies of dialogue, programmes, events, sheets, recommendations and findings: records of which sources say something, value by value, as of organisations.
CREATE TYPE "Noun" AS ENUM ('body', 'programme', 'event', 'sheet', 'recommendation', 'finding');

CREATE TABLE "Entity" (
    "id" SERIAL NOT NULL,
    "noun" "Noun" NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "visibility" "Visibility" NOT NULL DEFAULT 'public',
    "publishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Entity_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Entity_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

CREATE UNIQUE INDEX "Entity_noun_slug_key" ON "Entity"("noun", "slug");

ALTER TABLE "Statement" ADD COLUMN "entityId" INTEGER, ADD COLUMN "valueEntityId" INTEGER;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_valueEntityId_fkey" FOREIGN KEY ("valueEntityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Statement" DROP CONSTRAINT "Statement_record_check",
  ADD CONSTRAINT "Statement_record_check" CHECK (num_nonnulls("organisationId", "typology", "zoneId", "entityId") = 1);
ALTER TABLE "Statement" DROP CONSTRAINT "Statement_value_check",
  ADD CONSTRAINT "Statement_value_check"
    CHECK (num_nonnulls("code", "number", "text", "date", "valueZoneId", "valueOrganisationId", "valueEntityId", "raw") = 1);
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_entity_check" CHECK ("valueEntityId" <> "entityId");
-- Most statements are of organisations: these indexes hold the others alone.
CREATE INDEX "Statement_entityId_idx" ON "Statement"("entityId") WHERE "entityId" IS NOT NULL;
CREATE INDEX "Statement_valueEntityId_idx" ON "Statement"("valueEntityId") WHERE "valueEntityId" IS NOT NULL;

ALTER TABLE "ChangeItem" ADD COLUMN "entityId" INTEGER;
ALTER TABLE "ChangeItem" ADD CONSTRAINT "ChangeItem_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ChangeItem" DROP CONSTRAINT "ChangeItem_record_check",
  ADD CONSTRAINT "ChangeItem_record_check" CHECK (num_nonnulls("organisationId", "typology", "zoneId", "sourceId", "userId", "entityId") = 1);
CREATE INDEX "ChangeItem_entityId_idx" ON "ChangeItem"("entityId");

-- What a document holds that the directory does not take up, and why.
ALTER TABLE "SourceNote" DROP CONSTRAINT "SourceNote_kind_check",
  ADD CONSTRAINT "SourceNote_kind_check" CHECK ("kind" IN ('method', 'missing', 'fault', 'left_out'));
