-- By what means an entry was last verified; of what was verified before, nobody noted it.
CREATE TYPE "VerificationMeans" AS ENUM ('visit', 'call', 'mail', 'document');
ALTER TABLE "Organisation" ADD COLUMN "verifiedHow" "VerificationMeans",
  ADD CONSTRAINT "Organisation_verified_check" CHECK ("verifiedHow" IS NULL OR "verifiedAt" IS NOT NULL);

-- Rows tell how an entry was verified, and whether something changed since.
UPDATE directory_revision SET "rowsCurrent" = false;
