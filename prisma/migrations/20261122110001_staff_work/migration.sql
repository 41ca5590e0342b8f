-- What staff tell each other of an entry, and what is to be done: never public, and deleted for good when asked.
CREATE TABLE "StaffNote" (
    "id" SERIAL PRIMARY KEY,
    "organisationId" INTEGER NOT NULL REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "text" TEXT NOT NULL,
    "authorId" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX "StaffNote_organisationId_idx" ON "StaffNote"("organisationId");

CREATE TABLE "StaffTask" (
    "id" SERIAL PRIMARY KEY,
    "organisationId" INTEGER NOT NULL REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "text" TEXT NOT NULL,
    "assigneeId" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "dueOn" DATE,
    "authorId" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "doneAt" TIMESTAMPTZ(3),
    "doneById" INTEGER REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "bulkId" UUID,
    CONSTRAINT "StaffTask_done_check" CHECK (("doneAt" IS NULL) = ("doneById" IS NULL))
);
CREATE INDEX "StaffTask_organisationId_idx" ON "StaffTask"("organisationId");
CREATE INDEX "StaffTask_assigneeId_doneAt_dueOn_idx" ON "StaffTask"("assigneeId", "doneAt", "dueOn");
CREATE INDEX "StaffTask_bulkId_idx" ON "StaffTask"("bulkId");

-- What a person is about to do to many entries, between the preview and the confirmation.
CREATE TABLE "BulkPreview" (
    "id" UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    "actorId" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "deed" JSONB NOT NULL,
    "organisationIds" INTEGER[] NOT NULL,
    "marks" BIGINT[] NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "BulkPreview_marks_check" CHECK (cardinality("organisationIds") = cardinality("marks"))
);
