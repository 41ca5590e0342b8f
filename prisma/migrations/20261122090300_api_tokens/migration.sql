-- A program of a person of staff reads what the consortium keeps for itself by a token: of a role not above theirs, for a year at most, known here by
-- its digest alone.
CREATE TABLE "ApiToken" (
    "id" SERIAL PRIMARY KEY,
    "userId" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "name" TEXT NOT NULL,
    "role" "UserRole" NOT NULL,
    "tokenDigest" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_year_check" CHECK ("endsAt" <= "createdAt" + interval '366 days')
);
CREATE UNIQUE INDEX "ApiToken_tokenDigest_key" ON "ApiToken"("tokenDigest");
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");
