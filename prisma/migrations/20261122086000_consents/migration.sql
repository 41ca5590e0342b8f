-- Who agreed that a contact is published, when and how, for staff alone. A consent that is withdrawn stays as an event; what it says of a person can
-- be erased.
CREATE TABLE "Consent" (
    "id" SERIAL PRIMARY KEY,
    "organisationId" INTEGER NOT NULL REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "channel" "ContactChannel" NOT NULL,
    "raw" TEXT NOT NULL,
    "agreedBy" TEXT NOT NULL,
    "agreedOn" DATE NOT NULL,
    "how" TEXT NOT NULL,
    "recordedById" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "withdrawnById" INTEGER REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_how_check" CHECK ("how" IN ('visit', 'call', 'mail', 'document', 'meeting')),
    CONSTRAINT "Consent_withdrawn_check" CHECK (("withdrawnById" IS NULL) = ("withdrawnAt" IS NULL))
);
CREATE INDEX "Consent_organisationId_idx" ON "Consent"("organisationId");
-- One that holds for each contact.
CREATE UNIQUE INDEX "Consent_holds" ON "Consent"("organisationId", "channel", "raw") WHERE "withdrawnAt" IS NULL;
