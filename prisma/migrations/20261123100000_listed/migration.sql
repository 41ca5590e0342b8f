-- What is read of lists, and the responses that show other entries, stay while changes move no entry in any list: see docs/decisions/0009-cached-answers.md.
ALTER TABLE "directory_revision" ADD COLUMN "listed" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "directory_change" ADD COLUMN "foundBy" TEXT[] NOT NULL DEFAULT '{}';
