-- As the other times: by the database's clock, and not by that of the server that writes.
ALTER TABLE "User" ALTER COLUMN "passwordSetAt" SET DEFAULT clock_timestamp();
ALTER TABLE "Session" ALTER COLUMN "usedAt" SET DEFAULT clock_timestamp();
