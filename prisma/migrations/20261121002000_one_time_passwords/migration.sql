-- A one-time password is passed on by voice or on paper, and must not open an account months later: it ends some days after it was set,
-- by the clock of the database. Those that are out now count from today.
ALTER TABLE "User" ADD COLUMN "passwordSetAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
