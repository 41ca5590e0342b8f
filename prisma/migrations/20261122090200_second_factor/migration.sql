-- A code of a person's own telephone besides their password (RFC 6238), with ten codes on paper for the day when it is lost. The secret is kept as it
-- is, because codes are computed from it; a recovery code as a digest. The step of the last code is kept, so that none is used twice.
CREATE TABLE "SecondFactor" (
    "userId" INTEGER PRIMARY KEY REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "secret" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE "RecoveryCode" (
    "userId" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "digest" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    PRIMARY KEY ("userId", "digest")
);
-- The roles that must have a second factor; administrators say which.
CREATE TABLE "SecondFactorRole" (
    "role" "UserRole" PRIMARY KEY
);
-- A session whose password was right, and whose code is still to come.
ALTER TABLE "Session" ADD COLUMN "awaitsCode" BOOLEAN NOT NULL DEFAULT false;
