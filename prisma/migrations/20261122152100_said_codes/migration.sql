-- Staff find entries by the label of a code (a theme, a legal status), and filter by it: which entries say a code is read from the index alone.
CREATE INDEX "Statement_said_code_idx" ON "Statement" ("code", "field", "organisationId") WHERE "withdrawnById" IS NULL AND "organisationId" IS NOT NULL AND "code" IS NOT NULL;
