-- What proves a source that staff cite: at most 10 MB a file, of a kind that its first bytes tell.
CREATE TABLE "SourceFile" (
    "id" SERIAL PRIMARY KEY,
    "sourceId" INTEGER NOT NULL REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "addedById" INTEGER NOT NULL REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "SourceFile_type_check" CHECK ("type" IN ('application/pdf', 'image/jpeg', 'image/png')),
    CONSTRAINT "SourceFile_visibility_check" CHECK ("visibility" IN ('public', 'consortium')),
    CONSTRAINT "SourceFile_size_check" CHECK ("size" = octet_length("bytes") AND "size" BETWEEN 1 AND 10485760)
);
-- Files are compressed by themselves.
ALTER TABLE "SourceFile" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
CREATE INDEX "SourceFile_sourceId_idx" ON "SourceFile"("sourceId");
