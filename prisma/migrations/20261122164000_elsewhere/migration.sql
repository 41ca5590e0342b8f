-- What is read beside the entries stays in memory while changes concern nothing but the own values of entries: see docs/decisions/0009-cached-answers.md.
ALTER TABLE "directory_revision" ADD COLUMN "ownAt" BIGINT NOT NULL DEFAULT 0, ADD COLUMN "elsewhere" BIGINT NOT NULL DEFAULT 0;
