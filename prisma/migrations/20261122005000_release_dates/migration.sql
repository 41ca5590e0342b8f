-- An entry that nobody edited carried the minute in which the database was filled, as if it had been changed then. It carries the day on
-- which the files that it comes from were last released, as every database filled from now on.
UPDATE "Organisation" o SET "updatedAt" = '2026-11-21T00:00:00Z'
WHERE EXISTS (
    SELECT FROM "Statement" s JOIN "Source" d ON d."id" = s."sourceId"
    WHERE s."organisationId" = o."id" AND d."slug" = 'cartographie-osc-mali-2022' AND s."saidOn" IS NULL
  )
  -- Verifying and publishing change no value, and what is restricted never moved the date that the public reads.
  AND NOT EXISTS (
    SELECT FROM "ChangeItem" i JOIN "ChangeSet" c ON c."id" = i."changeSetId"
    WHERE i."organisationId" = o."id" AND c."actorId" IS NOT NULL AND c."action" NOT IN ('verified', 'published', 'unpublished')
      AND i."field" IS DISTINCT FROM 'restricted'
  );

-- What is read of every entry now tells of what year its information is, and what staff corrected.
UPDATE directory_revision SET "rowsCurrent" = false;
