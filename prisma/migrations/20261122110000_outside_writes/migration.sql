-- A version of an entry can be said again as it was, and what is written around the application is noticed.
ALTER TYPE "ChangeAction" ADD VALUE 'restored';
ALTER TYPE "ChangeAction" ADD VALUE 'outside';

-- The one writer sets directory.change_set for its transaction (src/data/change/change-set.ts). Whoever writes without it, with psql or a script
-- of their own, makes a change set of action 'outside', one a transaction, with the role that they connected as.
-- A restore, and a migration that writes values, set it too: SELECT set_config('directory.change_set', 'migration', true);
CREATE FUNCTION outside_change_set() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  number integer := nullif(current_setting('directory.outside_set', true), '')::integer;
BEGIN
  IF number IS NULL THEN
    INSERT INTO "ChangeSet" ("state", "action", "actorName") VALUES ('accepted', 'outside', session_user) RETURNING "id" INTO number;
    PERFORM set_config('directory.outside_set', number::text, true);
  END IF;
  RETURN number;
END
$$;

-- Immediate: what is said or withdrawn outside belongs to that set, so that versions and undoing are right.
CREATE FUNCTION note_outside_statement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own CONSTANT integer := outside_change_set();
  said CONSTANT jsonb := to_jsonb(NEW);
  hidden CONSTANT boolean := TG_TABLE_NAME = 'RestrictedStatement';
  value jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW."madeById" := own;
  ELSIF NEW."erasedById" IS DISTINCT FROM OLD."erasedById" THEN
    NEW."erasedById" := own;
  ELSE
    NEW."withdrawnById" := own;
  END IF;
  IF NOT hidden AND NEW."erasedById" IS NULL THEN
    value := CASE WHEN NEW."raw" IS NOT NULL THEN jsonb_build_object('channel', NEW."channel", 'raw', NEW."raw", 'state', NEW."contactState")
      ELSE coalesce(to_jsonb(NEW."code"), to_jsonb(NEW."text"), to_jsonb(NEW."number"), to_jsonb(NEW."date"),
        (SELECT to_jsonb("code") FROM "Zone" WHERE "id" = NEW."valueZoneId"), (SELECT to_jsonb("slug") FROM "Organisation" WHERE "id" = NEW."valueOrganisationId"),
        (SELECT to_jsonb("slug") FROM "Entity" WHERE "id" = (said ->> 'valueEntityId')::integer)) END;
  END IF;
  INSERT INTO "ChangeItem" ("changeSetId", "organisationId", "typology", "zoneId", "entityId", "field", "before", "after")
  VALUES (own, NEW."organisationId", (said ->> 'typology')::"Typology", (said ->> 'zoneId')::integer, (said ->> 'entityId')::integer,
    CASE WHEN hidden THEN 'restricted' ELSE NEW."field" || coalesce('_' || NEW."language", '') END,
    CASE WHEN TG_OP = 'UPDATE' THEN value END, CASE WHEN TG_OP = 'INSERT' THEN value END);
  RETURN NEW;
END
$$;

CREATE TRIGGER "Statement_outside" BEFORE INSERT OR UPDATE ON "Statement" FOR EACH ROW
  WHEN (coalesce(current_setting('directory.change_set', true), '') = '') EXECUTE FUNCTION note_outside_statement();
CREATE TRIGGER "RestrictedStatement_outside" BEFORE INSERT OR UPDATE ON "RestrictedStatement" FOR EACH ROW
  WHEN (coalesce(current_setting('directory.change_set', true), '') = '') EXECUTE FUNCTION note_outside_statement();

-- At the end of the transaction: the application makes a record before the set that tells of it. Columns that repeat statements are no truth.
CREATE FUNCTION note_outside_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  columns CONSTANT text[] := ARRAY['slug', 'visibility', 'publishedAt', 'verifiedAt', 'archivedAt'];
BEGIN
  IF coalesce(current_setting('directory.change_set', true), '') <> '' THEN RETURN NULL; END IF;
  IF TG_OP = 'DELETE' THEN
    -- An item cannot lead to what is no more.
    INSERT INTO "ChangeSet" ("state", "action", "actorName", "note") VALUES ('accepted', 'outside', session_user, concat_ws(' ', 'DELETE', TG_TABLE_NAME, OLD."slug"));
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO "ChangeItem" ("changeSetId", "organisationId", "entityId")
    VALUES (outside_change_set(), CASE TG_TABLE_NAME WHEN 'Organisation' THEN NEW."id" END, CASE TG_TABLE_NAME WHEN 'Entity' THEN NEW."id" END);
  ELSE
    INSERT INTO "ChangeItem" ("changeSetId", "organisationId", "entityId", "field", "before", "after")
    SELECT outside_change_set(), CASE TG_TABLE_NAME WHEN 'Organisation' THEN NEW."id" END, CASE TG_TABLE_NAME WHEN 'Entity' THEN NEW."id" END,
      lower(regexp_replace("key", '([A-Z])', '_\1', 'g')), nullif(was."value", 'null'), nullif(becomes."value", 'null')
    FROM jsonb_each(to_jsonb(OLD)) was JOIN jsonb_each(to_jsonb(NEW)) becomes USING ("key")
    WHERE "key" = ANY (columns) AND was."value" <> becomes."value";
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "Organisation_outside" AFTER INSERT OR DELETE OR UPDATE OF "slug", "visibility", "publishedAt", "verifiedAt", "archivedAt" ON "Organisation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (coalesce(current_setting('directory.change_set', true), '') = '') EXECUTE FUNCTION note_outside_record();
CREATE CONSTRAINT TRIGGER "Entity_outside" AFTER INSERT OR DELETE OR UPDATE OF "slug", "visibility", "publishedAt" ON "Entity"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (coalesce(current_setting('directory.change_set', true), '') = '') EXECUTE FUNCTION note_outside_record();
