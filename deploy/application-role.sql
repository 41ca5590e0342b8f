-- What the site's own account may do: read and write rows, and nothing else. It owns nothing, so that whoever got hold of it could not change a
-- table, take a trigger away, or delete what was said. Run by the owner of the tables, after each migration:
--   CREATE ROLE directory_site LOGIN PASSWORD '…';                 -- once
--   psql "$OWNER_URL" --single-transaction -f deploy/application-role.sql
GRANT USAGE ON SCHEMA public TO directory_site;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO directory_site;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO directory_site;
-- What later migrations add.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO directory_site;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO directory_site;

-- What was said and decided is never deleted; triggers, which this account cannot take away, bound how it may be updated.
REVOKE DELETE ON "Statement", "RestrictedStatement", "ChangeSet", "ChangeItem" FROM directory_site;
REVOKE UPDATE, DELETE ON "AuditEvent" FROM directory_site;
REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM directory_site;
-- The right to make tables, which everybody had in a database made by PostgreSQL 14 or before, and temporary ones.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
