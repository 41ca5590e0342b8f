-- The first tables of the directory, then the states that must not exist.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('cso', 'network', 'public_institution', 'donor', 'company', 'research', 'media', 'programme');

-- CreateEnum
CREATE TYPE "Typology" AS ENUM ('local_organisation', 'national_ngo', 'international_ngo', 'diaspora_organisation', 'return_migrant_association', 'network_platform');

-- CreateEnum
CREATE TYPE "Perimeter" AS ENUM ('local', 'national', 'international');

-- CreateEnum
CREATE TYPE "PerimeterScale" AS ENUM ('village', 'commune', 'intercommunal', 'cercle', 'regional');

-- CreateEnum
CREATE TYPE "LegalStatus" AS ENUM ('declared', 'approved', 'framework_agreement', 'public_utility', 'de_facto');

-- CreateEnum
CREATE TYPE "BudgetTier" AS ENUM ('low', 'medium', 'high', 'variable');

-- CreateEnum
CREATE TYPE "NetworkScope" AS ENUM ('national', 'african', 'international');

-- CreateEnum
CREATE TYPE "Basis" AS ENUM ('stated', 'typology', 'inferred', 'self_declared', 'verified');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('public', 'consortium', 'confidential');

-- CreateEnum
CREATE TYPE "ZoneLevel" AS ENUM ('country', 'region', 'cercle', 'commune', 'locality');

-- CreateEnum
CREATE TYPE "ContactChannel" AS ENUM ('address', 'phone', 'email', 'website', 'facebook');

-- CreateEnum
CREATE TYPE "ContactState" AS ENUM ('ok', 'invalid', 'none', 'not_working', 'under_construction');

-- CreateEnum
CREATE TYPE "UserRole" AS ENUM ('admin', 'editor');

-- CreateEnum
CREATE TYPE "ChangeAction" AS ENUM ('imported', 'created', 'updated', 'published', 'unpublished', 'verified');

-- CreateTable
CREATE TABLE "Source" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "publisher" TEXT,
    "publishedOn" TEXT,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "url" TEXT,
    "licence" TEXT,
    "noteFr" TEXT,
    "noteEn" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceEntry" (
    "id" SERIAL NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "heading" TEXT,
    "label" TEXT,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "place" TEXT,
    "line" INTEGER,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SourceEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Zone" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" "ZoneLevel" NOT NULL,
    "parentId" INTEGER,
    "path" TEXT NOT NULL,
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "coordinatesSource" TEXT,
    "noteFr" TEXT,
    "noteEn" TEXT,

    CONSTRAINT "Zone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ZoneName" (
    "id" SERIAL NOT NULL,
    "zoneId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "ZoneName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "acronym" TEXT,
    "kind" "OrganisationKind" NOT NULL,
    "typology" "Typology",
    "perimeter" "Perimeter",
    "perimeterScale" "PerimeterScale",
    "legalStatus" "LegalStatus",
    "budgetTier" "BudgetTier",
    "networkScope" "NetworkScope",
    "memberCount" INTEGER,
    "memberNote" TEXT,
    "foundedYear" INTEGER,
    "interviewed" BOOLEAN,
    "descriptionFr" TEXT,
    "descriptionEn" TEXT,
    "visibility" "Visibility" NOT NULL DEFAULT 'public',
    "publishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verifiedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alias" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "channel" "ContactChannel" NOT NULL,
    "raw" TEXT NOT NULL,
    "value" TEXT,
    "state" "ContactState" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationZone" (
    "organisationId" INTEGER NOT NULL,
    "zoneId" INTEGER NOT NULL,

    CONSTRAINT "OrganisationZone_pkey" PRIMARY KEY ("organisationId","zoneId")
);

-- CreateTable
CREATE TABLE "OrganisationTheme" (
    "organisationId" INTEGER NOT NULL,
    "theme" TEXT NOT NULL,

    CONSTRAINT "OrganisationTheme_pkey" PRIMARY KEY ("organisationId","theme")
);

-- CreateTable
CREATE TABLE "OrganisationNeed" (
    "organisationId" INTEGER NOT NULL,
    "need" TEXT NOT NULL,

    CONSTRAINT "OrganisationNeed_pkey" PRIMARY KEY ("organisationId","need")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Partner" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "partnerId" INTEGER,
    "partnerClass" TEXT,

    CONSTRAINT "Partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "memberId" INTEGER NOT NULL,
    "networkId" INTEGER NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("memberId","networkId")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT,
    "text" TEXT,
    "basis" "Basis" NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "place" TEXT,
    "lineStart" INTEGER,
    "lineEnd" INTEGER,
    "saidOn" DATE,
    "agrees" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TypologyStatement" (
    "id" SERIAL NOT NULL,
    "typology" "Typology" NOT NULL,
    "field" TEXT NOT NULL,
    "code" TEXT,
    "text" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "place" TEXT,
    "lineStart" INTEGER NOT NULL,
    "lineEnd" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "TypologyStatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statistic" (
    "id" SERIAL NOT NULL,
    "zoneId" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "place" TEXT,
    "line" INTEGER NOT NULL,

    CONSTRAINT "Statistic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RestrictedValue" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" INTEGER,

    CONSTRAINT "RestrictedValue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "UserRole" NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "mustChange" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "actorId" INTEGER,
    "actorName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" "ChangeAction" NOT NULL,
    "fields" JSONB NOT NULL,
    "note" TEXT,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_search" (
    "organisationId" INTEGER NOT NULL,
    "document" tsvector NOT NULL,
    "facets" TEXT[],
    "nameKey" TEXT NOT NULL,
    "acronymKey" TEXT,
    "aliasKeys" TEXT[],
    "words" TEXT[],

    CONSTRAINT "organisation_search_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "search_label" (
    "code" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "search_label_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "SourceEntry_sourceId_section_position_key" ON "SourceEntry"("sourceId", "section", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Zone_code_key" ON "Zone"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Zone_slug_key" ON "Zone"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Zone_path_key" ON "Zone"("path");

-- CreateIndex
CREATE INDEX "Zone_parentId_idx" ON "Zone"("parentId");

-- CreateIndex
CREATE INDEX "ZoneName_key_idx" ON "ZoneName"("key");

-- CreateIndex
CREATE UNIQUE INDEX "ZoneName_zoneId_name_key" ON "ZoneName"("zoneId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE INDEX "Organisation_kind_idx" ON "Organisation"("kind");

-- CreateIndex
CREATE UNIQUE INDEX "Alias_organisationId_name_key" ON "Alias"("organisationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_organisationId_channel_raw_key" ON "Contact"("organisationId", "channel", "raw");

-- CreateIndex
CREATE INDEX "OrganisationZone_zoneId_idx" ON "OrganisationZone"("zoneId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_organisationId_field_text_key" ON "Statement"("organisationId", "field", "text");

-- CreateIndex
CREATE INDEX "Partner_partnerId_idx" ON "Partner"("partnerId");

-- CreateIndex
CREATE UNIQUE INDEX "Partner_organisationId_partnerId_key" ON "Partner"("organisationId", "partnerId");

-- CreateIndex
CREATE UNIQUE INDEX "Partner_organisationId_partnerClass_key" ON "Partner"("organisationId", "partnerClass");

-- CreateIndex
CREATE INDEX "Membership_networkId_idx" ON "Membership"("networkId");

-- CreateIndex
CREATE INDEX "Citation_organisationId_field_idx" ON "Citation"("organisationId", "field");

-- CreateIndex
CREATE INDEX "Citation_sourceId_idx" ON "Citation"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "TypologyStatement_typology_field_position_key" ON "TypologyStatement"("typology", "field", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Statistic_zoneId_measure_key" ON "Statistic"("zoneId", "measure");

-- CreateIndex
CREATE INDEX "RestrictedValue_organisationId_idx" ON "RestrictedValue"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Change_organisationId_at_idx" ON "Change"("organisationId", "at");

-- CreateIndex
CREATE INDEX "organisation_search_document_idx" ON "organisation_search" USING GIN ("document");

-- CreateIndex
CREATE INDEX "organisation_search_facets_idx" ON "organisation_search" USING GIN ("facets");

-- AddForeignKey
ALTER TABLE "SourceEntry" ADD CONSTRAINT "SourceEntry_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Zone" ADD CONSTRAINT "Zone_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Zone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ZoneName" ADD CONSTRAINT "ZoneName_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationZone" ADD CONSTRAINT "OrganisationZone_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationZone" ADD CONSTRAINT "OrganisationZone_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationTheme" ADD CONSTRAINT "OrganisationTheme_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationNeed" ADD CONSTRAINT "OrganisationNeed_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partner" ADD CONSTRAINT "Partner_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Partner" ADD CONSTRAINT "Partner_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TypologyStatement" ADD CONSTRAINT "TypologyStatement_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statistic" ADD CONSTRAINT "Statistic_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statistic" ADD CONSTRAINT "Statistic_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RestrictedValue" ADD CONSTRAINT "RestrictedValue_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RestrictedValue" ADD CONSTRAINT "RestrictedValue_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- A zone has both coordinates or neither: half a position would draw a marker in the wrong place,
-- and (0, 0) is the usual trace of a missing one.
ALTER TABLE "Zone" ADD CONSTRAINT "Zone_position_check" CHECK (
  ("lat" IS NULL AND "lng" IS NULL)
  OR ("lat" BETWEEN -90 AND 90 AND "lng" BETWEEN -180 AND 180 AND NOT ("lat" = 0 AND "lng" = 0))
);

-- A scale refines a local perimeter; it means nothing on another.
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_scale_check" CHECK (
  "perimeterScale" IS NULL OR "perimeter" = 'local'
);
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_member_count_check" CHECK ("memberCount" IS NULL OR "memberCount" >= 0);
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_founded_check" CHECK ("foundedYear" IS NULL OR "foundedYear" BETWEEN 1800 AND 2200);
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- A partner is an organisation or a class of actors, never both, never itself.
ALTER TABLE "Partner" ADD CONSTRAINT "Partner_one_check" CHECK (
  num_nonnulls("partnerId", "partnerClass") = 1 AND "partnerId" IS DISTINCT FROM "organisationId"
);
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_self_check" CHECK ("memberId" <> "networkId");

-- What is public does not belong in the restricted table.
ALTER TABLE "RestrictedValue" ADD CONSTRAINT "RestrictedValue_visibility_check" CHECK ("visibility" <> 'public');

-- An unusable contact has no value that could become a link.
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_value_check" CHECK ("state" IN ('ok', 'under_construction') OR "value" IS NULL);
