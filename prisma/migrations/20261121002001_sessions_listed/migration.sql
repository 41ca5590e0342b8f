-- A person sees where they are signed in, and ends what is not theirs: each session tells its browser, in two names that the sign-in read
-- from what the browser says of itself, and when it was last used. What is open now was last used when its idle time last began.
ALTER TABLE "Session" ADD COLUMN "browser" TEXT;
ALTER TABLE "Session" ADD COLUMN "system" TEXT;
ALTER TABLE "Session" ADD COLUMN "usedAt" TIMESTAMPTZ(3);
UPDATE "Session" SET "usedAt" = greatest("createdAt", "expiresAt" - interval '12 hours');
ALTER TABLE "Session" ALTER COLUMN "usedAt" SET NOT NULL, ALTER COLUMN "usedAt" SET DEFAULT CURRENT_TIMESTAMP;
