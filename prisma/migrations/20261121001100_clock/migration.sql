-- Times of changes come from the database's clock, which all servers share. Prisma fills a plain now() in by itself, from the clock of the server that
-- writes; it leaves any other default to the database.
ALTER TABLE "ChangeSet" ALTER COLUMN "at" SET DEFAULT clock_timestamp();
ALTER TABLE "Organisation" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp(), ALTER COLUMN "updatedAt" SET DEFAULT clock_timestamp();
ALTER TABLE "Redirect" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();
ALTER TABLE "Session" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();
ALTER TABLE "User" ALTER COLUMN "createdAt" SET DEFAULT clock_timestamp();
ALTER TABLE "directory_revision" ALTER COLUMN "changedAt" SET DEFAULT clock_timestamp();
