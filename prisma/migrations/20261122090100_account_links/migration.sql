-- A person chooses their password by a link that works once and for some days: who opens an account, or helps one who forgot, never knows it. Only
-- the digest of a link is kept. An account that was opened and not yet entered has no password.
ALTER TABLE "User" ALTER COLUMN "passwordHash" DROP NOT NULL;

CREATE TABLE "AccountLink" (
    "id" SERIAL PRIMARY KEY,
    "userId" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "tokenDigest" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "endedAt" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "AccountLink_tokenDigest_key" ON "AccountLink"("tokenDigest");
CREATE INDEX "AccountLink_userId_idx" ON "AccountLink"("userId");
