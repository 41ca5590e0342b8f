-- A value that is no longer said can be erased, for good: a name or a telephone number that puts somebody in danger. What happened
-- stays: who said it, when and from which source, who withdrew it, and who erased it.
ALTER TYPE "ChangeAction" ADD VALUE 'erased';

ALTER TABLE "Statement" ADD COLUMN "erasedById" INTEGER REFERENCES "ChangeSet" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RestrictedStatement" ADD COLUMN "erasedById" INTEGER REFERENCES "ChangeSet" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is left of an erased value: an empty text.
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_erased_check"
  CHECK ("erasedById" IS NULL OR ("withdrawnById" IS NOT NULL AND "text" = '' AND num_nonnulls("words", "since", "until") = 0));
ALTER TABLE "RestrictedStatement" ADD CONSTRAINT "RestrictedStatement_erased_check"
  CHECK ("erasedById" IS NULL OR ("withdrawnById" IS NOT NULL AND "text" = '' AND num_nonnulls("words", "since", "until") = 0));

-- A statement may be withdrawn; a withdrawn one may be erased, once; nothing else of it changes.
CREATE OR REPLACE FUNCTION only_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  content CONSTANT text[] := ARRAY['code', 'number', 'unit', 'text', 'language', 'date', 'valueZoneId', 'valueOrganisationId', 'channel', 'raw', 'usable',
    'contactState', 'since', 'until', 'about', 'moreThan', 'openList', 'words', 'erasedById'];
BEGIN
  IF OLD."withdrawnById" IS NULL AND NEW."withdrawnById" IS NOT NULL THEN
    OLD."withdrawnById" := NEW."withdrawnById";
    IF OLD IS NOT DISTINCT FROM NEW THEN RETURN NEW; END IF;
  ELSIF OLD."withdrawnById" IS NOT NULL AND OLD."erasedById" IS NULL AND NEW."erasedById" IS NOT NULL
    AND to_jsonb(OLD) - content = to_jsonb(NEW) - content THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: a statement may only be withdrawn, and then erased', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

-- In the history, the values of an item may be replaced by the mark of what was erased.
CREATE OR REPLACE FUNCTION keep_decided_item() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased CONSTANT jsonb := '{"erased": true}';
BEGIN
  IF (SELECT "state" FROM "ChangeSet" WHERE "id" = OLD."changeSetId") IN ('draft', 'proposed') THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW."before" IN (OLD."before", erased) IS NOT FALSE AND NEW."after" IN (OLD."after", erased) IS NOT FALSE
    AND num_nonnulls(OLD."before") = num_nonnulls(NEW."before") AND num_nonnulls(OLD."after") = num_nonnulls(NEW."after")
    AND to_jsonb(OLD) - ARRAY['before', 'after'] = to_jsonb(NEW) - ARRAY['before', 'after'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'An accepted change set is never altered: undo it by its inverse' USING ERRCODE = 'restrict_violation';
END
$$;
