-- Every revision is shown at once again: holding some back helped no reader, see docs/decisions/0009-cached-answers.md.
DROP TRIGGER "show_revision" ON "directory_revision";
DROP FUNCTION show_revision();
ALTER TABLE "directory_revision" DROP COLUMN "shownFrom", DROP COLUMN "heldRevision", DROP COLUMN "heldChangedAt", DROP COLUMN "burst";
