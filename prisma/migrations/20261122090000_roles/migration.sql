-- Besides administrators and editors: contributors, who write drafts that editors accept, and readers of what the consortium keeps for itself. An
-- editor may be limited to zones, and anybody may be given single entries to edit. Those who are editors now edit everything, as before.
ALTER TYPE "UserRole" ADD VALUE 'contributor';
ALTER TYPE "UserRole" ADD VALUE 'reader';

CREATE TABLE "UserZone" (
    "userId" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "zoneId" INTEGER NOT NULL REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    PRIMARY KEY ("userId", "zoneId")
);
CREATE TABLE "UserOrganisation" (
    "userId" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "organisationId" INTEGER NOT NULL REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    PRIMARY KEY ("userId", "organisationId")
);

-- What a contributor writes waits in the queue of proposals, under their name: who speaks is then the person who signed in.
ALTER TABLE "Proposal" ADD COLUMN "authorId" INTEGER REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Proposal" DROP CONSTRAINT "Proposal_speaker_check";
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_speaker_check" CHECK ("speaker" IN ('member', 'partner', 'authority', 'researcher', 'other', 'staff')),
    ADD CONSTRAINT "Proposal_author_check" CHECK (("speaker" = 'staff') = ("authorId" IS NOT NULL));
CREATE INDEX "Proposal_authorId_idx" ON "Proposal"("authorId");
