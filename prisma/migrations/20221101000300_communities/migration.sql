-- Communities to which migrants return, as a study describes them, and what a reader of a source must know.

-- CreateEnum
CREATE TYPE "MunicipalityType" AS ENUM ('urban', 'rural');

-- CreateTable
CREATE TABLE "Community" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameAsWritten" TEXT NOT NULL,
    "municipalityType" "MunicipalityType" NOT NULL,
    "studyArea" "MunicipalityType" NOT NULL,
    "cercle" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "zoneId" INTEGER,
    "languages" TEXT[],
    "population" INTEGER,
    "populationApproximate" BOOLEAN NOT NULL DEFAULT false,
    "populationYear" INTEGER,
    "populationNoteFr" TEXT,
    "populationNoteEn" TEXT,
    "summaryFr" TEXT NOT NULL,
    "summaryEn" TEXT NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "identityLines" TEXT NOT NULL,
    "summaryLines" TEXT NOT NULL,
    "lineStart" INTEGER NOT NULL,
    "lineEnd" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Community_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommunityIndicator" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "rank" INTEGER,
    "mean" DOUBLE PRECISION,
    "noteFr" TEXT,
    "noteEn" TEXT,
    "lineStart" INTEGER NOT NULL,
    "lineEnd" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "CommunityIndicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommunityActor" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "organisationId" INTEGER,
    "marks" INTEGER NOT NULL,
    "activityFr" TEXT NOT NULL,
    "activityEn" TEXT NOT NULL,
    "strengthsFr" TEXT,
    "strengthsEn" TEXT,
    "weaknessesFr" TEXT,
    "weaknessesEn" TEXT,
    "lineStart" INTEGER NOT NULL,
    "lineEnd" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "CommunityActor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommunityNote" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "dimension" TEXT,
    "textFr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "CommunityNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceNote" (
    "id" SERIAL NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SourceNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Community_slug_key" ON "Community"("slug");

-- CreateIndex
CREATE INDEX "Community_zoneId_idx" ON "Community"("zoneId");

-- CreateIndex
CREATE UNIQUE INDEX "CommunityIndicator_communityId_group_code_key" ON "CommunityIndicator"("communityId", "group", "code");

-- CreateIndex
CREATE INDEX "CommunityActor_organisationId_idx" ON "CommunityActor"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "CommunityActor_communityId_position_key" ON "CommunityActor"("communityId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "CommunityNote_communityId_position_key" ON "CommunityNote"("communityId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "SourceNote_sourceId_position_key" ON "SourceNote"("sourceId", "position");

-- AddForeignKey
ALTER TABLE "Community" ADD CONSTRAINT "Community_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Community" ADD CONSTRAINT "Community_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommunityIndicator" ADD CONSTRAINT "CommunityIndicator_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommunityActor" ADD CONSTRAINT "CommunityActor_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommunityActor" ADD CONSTRAINT "CommunityActor_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommunityNote" ADD CONSTRAINT "CommunityNote_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceNote" ADD CONSTRAINT "SourceNote_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A figure without a rank and without a value says nothing.
ALTER TABLE "CommunityIndicator" ADD CONSTRAINT "CommunityIndicator_content_check" CHECK (num_nonnulls("value", "rank") > 0);

-- The study ticks at most four dimensions for an actor.
ALTER TABLE "CommunityActor" ADD CONSTRAINT "CommunityActor_marks_check" CHECK ("marks" BETWEEN 0 AND 4);

-- An opportunity or a constraint belongs to a dimension; nothing else has one.
ALTER TABLE "CommunityNote" ADD CONSTRAINT "CommunityNote_kind_check" CHECK (
  "kind" IN ('opportunity', 'constraint', 'fact', 'contradiction')
  AND (("dimension" IS NOT NULL) = ("kind" IN ('opportunity', 'constraint')))
);
ALTER TABLE "SourceNote" ADD CONSTRAINT "SourceNote_kind_check" CHECK ("kind" IN ('method', 'missing', 'fault'));
