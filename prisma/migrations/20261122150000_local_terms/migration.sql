-- Terms that the consortium adds to the vocabularies of the mapping. A code begins with x_, so that it is never one of the domain's (decision 28).
-- A term that was merged or removed stays: the history names it, and an old address still means the other.
CREATE TABLE "LocalTerm" (
    "id" SERIAL NOT NULL,
    "vocabulary" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "fr" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "mergedInto" TEXT,
    "wasPublic" BOOLEAN NOT NULL DEFAULT false,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LocalTerm_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "LocalTerm_vocabulary_check" CHECK ("vocabulary" IN ('theme', 'need', 'partner_class')),
    CONSTRAINT "LocalTerm_code_check" CHECK ("code" ~ '^x_[a-z0-9_]{1,80}$'),
    CONSTRAINT "LocalTerm_labels_check" CHECK ("fr" <> '' AND "en" <> ''),
    CONSTRAINT "LocalTerm_end_check" CHECK (num_nonnulls("mergedInto", "removedAt") <= 1 AND "mergedInto" <> "code")
);
CREATE UNIQUE INDEX "LocalTerm_vocabulary_code_key" ON "LocalTerm"("vocabulary", "code");

-- Which statements say a term of the consortium is asked at each revision of the directory.
CREATE INDEX "Statement_local_code_idx" ON "Statement"("code") WHERE "code" LIKE 'x\_%' AND "withdrawnById" IS NULL;

ALTER TABLE "ChangeItem" ADD COLUMN "termId" INTEGER REFERENCES "LocalTerm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "ChangeItem_term_idx" ON "ChangeItem"("termId") WHERE "termId" IS NOT NULL;
ALTER TABLE "ChangeItem" DROP CONSTRAINT "ChangeItem_record_check",
  ADD CONSTRAINT "ChangeItem_record_check" CHECK (num_nonnulls("organisationId", "typology", "zoneId", "sourceId", "userId", "entityId", "termId") = 1);

-- A place that staff added, and the document in which they found it; what the sources load has neither.
ALTER TABLE "Zone" ADD COLUMN "local" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "sourceId" INTEGER REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "Zone_local_check" CHECK (("local" AND "sourceId" IS NOT NULL AND num_nonnulls("lat", "lng", "coordinatesSource") = 0) OR (NOT "local" AND "sourceId" IS NULL));
