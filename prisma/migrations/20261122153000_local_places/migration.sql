-- A place that staff added can be merged into another place or removed (decision 28). It stays: statements of the past name it, and an old address
-- still means the other.
ALTER TABLE "Zone" ADD COLUMN "mergedIntoId" INTEGER, ADD COLUMN "removedAt" TIMESTAMPTZ(3);
ALTER TABLE "Zone" ADD CONSTRAINT "Zone_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Zone" ADD CONSTRAINT "Zone_end_check"
  CHECK (num_nonnulls("mergedIntoId", "removedAt") = 0 OR ("local" AND num_nonnulls("mergedIntoId", "removedAt") = 1 AND "mergedIntoId" IS DISTINCT FROM "id"));
