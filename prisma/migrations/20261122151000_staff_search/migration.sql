-- Staff find an entry by every value that they may see, published or not, and order entries by what is not known of them.
-- Both are asked of the statements themselves: no search row may hold what the public may not see.

-- The words of a value, folded. A number is also one word, whatever its spacing, and stands again from its end, behind an x: who
-- types it without the prefix of its country finds it.
CREATE FUNCTION said_words("text" text, "words" text, "raw" text, "usable" text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('pg_catalog.simple',
  public.fold(coalesce("text", '') || ' ' || coalesce("words", '') || ' ' || coalesce("raw", '') || ' ' || coalesce("usable", ''))
  || CASE WHEN "raw" ~ '[0-9]'
       THEN ' ' || regexp_replace("raw", '[^0-9]', '', 'g') || ' x' || reverse(regexp_replace(coalesce("usable", "raw"), '[^0-9]', '', 'g'))
       ELSE '' END);

CREATE INDEX "Statement_said_words_idx" ON "Statement" USING gin (said_words("text", "words", "raw", "usable"))
  WHERE "withdrawnById" IS NULL AND "organisationId" IS NOT NULL AND ("text" IS NOT NULL OR "raw" IS NOT NULL OR "words" IS NOT NULL);
CREATE INDEX "RestrictedStatement_said_words_idx" ON "RestrictedStatement" USING gin (said_words("text", "words", "raw", "usable"))
  WHERE "withdrawnById" IS NULL;

-- The entries of a zone that is looked for by its name, or chosen as a filter.
CREATE INDEX "Statement_valueZoneId_idx" ON "Statement" ("valueZoneId", "organisationId") WHERE "withdrawnById" IS NULL AND "organisationId" IS NOT NULL;

-- Which fields of an entry are known: read from the index alone. A contact that cannot be used is not one.
CREATE INDEX "Statement_known_idx" ON "Statement" ("organisationId", "field")
  WHERE "withdrawnById" IS NULL AND "organisationId" IS NOT NULL AND ("field" <> 'contacts' OR "usable" IS NOT NULL);

-- When a person was last told of the proposals that wait: once a day at most, whichever server does it.
ALTER TABLE "User" ADD COLUMN "remindedAt" TIMESTAMPTZ(3);
