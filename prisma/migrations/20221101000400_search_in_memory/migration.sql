-- Searching moves to the servers' memory: the database keeps one row for each organisation that the
-- public may see, what changed since, and one number that every server compares with its own.

DROP FUNCTION refresh_organisation_search(integer);
DROP FUNCTION effective_budget_tier("Organisation");
DROP FUNCTION fold_acronym(text);
DROP TABLE "organisation_search";
DROP EXTENSION IF EXISTS pg_trgm;

CREATE TABLE "organisation_search" (
    "organisationId" INTEGER NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "summary" JSONB NOT NULL,
    "facets" TEXT[] NOT NULL,
    "aliases" TEXT[] NOT NULL,
    "description" TEXT,

    CONSTRAINT "organisation_search_pkey" PRIMARY KEY ("organisationId"),
    CONSTRAINT "organisation_search_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE
);

CREATE TABLE "directory_revision" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "revision" BIGINT NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "rowsCurrent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "directory_revision_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "directory_revision_single" CHECK ("id" = 1)
);
INSERT INTO "directory_revision" DEFAULT VALUES;

CREATE TABLE "directory_change" (
    "revision" BIGINT NOT NULL,
    "organisationIds" INTEGER[],

    CONSTRAINT "directory_change_pkey" PRIMARY KEY ("revision")
);
