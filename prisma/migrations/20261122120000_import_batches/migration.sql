-- Files that staff bring. Their rows wait here, apart from what is said, until a person has seen what would become of each; they are removed some days
-- later, because a file may hold what nobody meant to keep. What is kept for good is by which key a source knows an entry.
CREATE TABLE "ImportBatch" (
    "id" SERIAL PRIMARY KEY,
    "fileName" TEXT NOT NULL,
    "heads" TEXT[],
    "headsKey" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'staged',
    "mapping" TEXT[],
    "settings" JSONB,
    "rowCount" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "beatAt" TIMESTAMPTZ(3),
    "run" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "changeSetId" INTEGER REFERENCES "ChangeSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "actorId" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "emptiedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportBatch_state_check" CHECK ("state" IN ('staged', 'reading', 'ready', 'writing', 'written', 'undone')),
    CONSTRAINT "ImportBatch_written_check" CHECK (("state" IN ('written', 'undone')) = ("changeSetId" IS NOT NULL))
);
CREATE INDEX "ImportBatch_headsKey_idx" ON "ImportBatch"("headsKey");

CREATE TABLE "ImportRow" (
    "batchId" INTEGER NOT NULL REFERENCES "ImportBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    "line" INTEGER NOT NULL,
    "cells" TEXT[],
    "kind" TEXT,
    "organisationId" INTEGER REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "plan" JSONB,
    "decision" TEXT,
    "taken" TEXT[],

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("batchId", "line"),
    CONSTRAINT "ImportRow_kind_check" CHECK ("kind" IN ('new', 'changed', 'unchanged', 'duplicate', 'rejected', 'skipped'))
);
CREATE INDEX "ImportRow_batchId_kind_line_idx" ON "ImportRow"("batchId", "kind", "line");

CREATE TABLE "ImportKey" (
    "sourceId" INTEGER NOT NULL REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "column" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "organisationId" INTEGER NOT NULL REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "changeSetId" INTEGER NOT NULL REFERENCES "ChangeSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE,

    CONSTRAINT "ImportKey_pkey" PRIMARY KEY ("sourceId", "column", "key")
);
CREATE INDEX "ImportKey_organisationId_idx" ON "ImportKey"("organisationId");
