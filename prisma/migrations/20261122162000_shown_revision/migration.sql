-- Under many changes a second, readers are shown a new revision once a second: see docs/decisions/0009-cached-answers.md.
ALTER TABLE "directory_revision"
  ADD COLUMN "shownFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  ADD COLUMN "heldRevision" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "heldChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  ADD COLUMN "burst" REAL NOT NULL DEFAULT 5;

-- Runs while the row is locked, so that two transactions never decide at once. `burst` is how many revisions may still be shown at
-- once, five at most and one more each second; without it the revision and all that follow wait for the end of a second.
CREATE FUNCTION show_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present timestamptz := clock_timestamp();
BEGIN
  -- A clock that was set back holds nothing for longer than a second.
  IF OLD."shownFrom" > present AND OLD."shownFrom" <= present + interval '1 second' THEN
    RETURN NEW;
  END IF;
  NEW."burst" := least(5, OLD."burst" + greatest(0, extract(epoch FROM present - OLD."shownFrom")));
  -- The column has milliseconds: rounded up, the revision would be held for a part of one.
  NEW."shownFrom" := date_trunc('milliseconds', present);
  IF NEW."burst" >= 1 THEN
    NEW."burst" := NEW."burst" - 1;
  ELSE
    NEW."shownFrom" := present + interval '1 second';
    NEW."heldRevision" := OLD."revision";
    NEW."heldChangedAt" := OLD."changedAt";
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "show_revision" BEFORE UPDATE OF "revision" ON "directory_revision"
  FOR EACH ROW EXECUTE FUNCTION show_revision();

-- What pages read of an entry now says since when it is in its state wherever a statement tells it.
UPDATE "directory_revision" SET "rowsCurrent" = false;
