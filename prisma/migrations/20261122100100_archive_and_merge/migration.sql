-- Nothing is deleted: an entry that should not be there is archived, and one that stands twice is merged into the other. Either can be taken back.
ALTER TYPE "ChangeAction" ADD VALUE 'archived';
ALTER TYPE "ChangeAction" ADD VALUE 'unarchived';
ALTER TYPE "ChangeAction" ADD VALUE 'merged';

ALTER TABLE "Organisation"
  ADD COLUMN "archivedAt" TIMESTAMPTZ(3),
  ADD COLUMN "mergedIntoId" INTEGER REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN "publishedBefore" TIMESTAMPTZ(3),
  ADD CONSTRAINT "Organisation_gone_check" CHECK (
    num_nonnulls("archivedAt", "mergedIntoId") <= 1 AND "mergedIntoId" <> "id"
    AND CASE WHEN num_nonnulls("archivedAt", "mergedIntoId") = 1 THEN "publishedAt" IS NULL ELSE "publishedBefore" IS NULL END);
CREATE INDEX "Organisation_mergedIntoId_idx" ON "Organisation" ("mergedIntoId");

-- What is said of a merged entry is said again of the other one: by whom and when it was said first stays known.
ALTER TABLE "Statement" ADD COLUMN "saidById" INTEGER REFERENCES "ChangeSet" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RestrictedStatement" ADD COLUMN "saidById" INTEGER REFERENCES "ChangeSet" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rows tell the state of an organisation.
UPDATE directory_revision SET "rowsCurrent" = false;
