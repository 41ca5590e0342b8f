-- What anybody proposes: of an entry, or a new one. It becomes a change set when staff accept it, and stays apart until then: what is typed is
-- checked by nobody yet, and who typed it may ask for it to be erased.
CREATE TABLE "Proposal" (
    "id" SERIAL PRIMARY KEY,
    "organisationId" INTEGER REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "fields" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "message" TEXT,
    "speaker" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "reach" TEXT,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "tokenDigest" TEXT NOT NULL,
    "question" TEXT,
    "answer" TEXT,
    "reason" TEXT,
    "accepted" TEXT[],
    "decidedById" INTEGER REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Proposal_speaker_check" CHECK ("speaker" IN ('member', 'partner', 'authority', 'researcher', 'other')),
    CONSTRAINT "Proposal_state_check" CHECK ("state" IN ('open', 'asked', 'accepted', 'refused')),
    CONSTRAINT "Proposal_decided_check" CHECK (("state" IN ('accepted', 'refused')) = ("decidedAt" IS NOT NULL))
);
CREATE UNIQUE INDEX "Proposal_tokenDigest_key" ON "Proposal"("tokenDigest");
CREATE INDEX "Proposal_state_createdAt_idx" ON "Proposal"("state", "createdAt");
CREATE INDEX "Proposal_organisationId_idx" ON "Proposal"("organisationId");
