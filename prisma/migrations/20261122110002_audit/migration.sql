-- What the log says of people, kept where it can be asked: sign-ins, refusals, files that staff took. Changes, and those of accounts, stand in
-- ChangeSet, which is append-only too. An account is named by the digest of its address of mail, whoever comes by the class of theirs.
CREATE TABLE "AuditEvent" (
    "id" SERIAL PRIMARY KEY,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "kind" TEXT NOT NULL,
    "account" TEXT,
    "network" TEXT,
    "detail" TEXT,
    CONSTRAINT "AuditEvent_kind_check" CHECK ("kind" IN ('signed_in', 'password_proved', 'sign_in_failed', 'sign_in_slowed', 'refused', 'exported'))
);
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");
CREATE INDEX "AuditEvent_account_at_idx" ON "AuditEvent"("account", "at");
CREATE INDEX "ChangeSet_at_idx" ON "ChangeSet"("at");

-- Only appended to. What is older than a year may be deleted by who runs the database; the account of the site has no right to delete.
CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."at" < now() - interval '1 year' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'AuditEvent is append-only: an event may be deleted when it is a year old' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION keep_audit();
