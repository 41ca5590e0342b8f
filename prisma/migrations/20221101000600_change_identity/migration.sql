-- Revisions are numbers that begin again where a backup ends: after a restore, or when a replica that lacked the last
-- changes is promoted, the same number names another change. A server that remembers revision n, or reads a search index
-- that was saved at revision n, compares the id of that change before it applies what came later.
ALTER TABLE "directory_change" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();
