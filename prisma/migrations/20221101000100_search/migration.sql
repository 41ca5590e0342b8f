-- Search: how a text is folded, and the row that each public organisation has.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- No accents, no ligatures, lower case, and one space for each run of anything else. The same
-- rule stands in src/domain/fold.ts; a test holds the two together.
CREATE FUNCTION fold(input text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN trim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, input)), '[^[:alnum:]]+', ' ', 'g'));

-- Acronyms are looked for with or without their dots.
CREATE FUNCTION fold_acronym(input text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(public.fold(input), ' ', '');

-- The budget tier that counts for an organisation: its own, else that of its typology.
CREATE FUNCTION effective_budget_tier(organisation "Organisation") RETURNS text
LANGUAGE sql STABLE
RETURN coalesce(
  organisation."budgetTier"::text,
  (SELECT s."code" FROM "TypologyStatement" s
    WHERE s."typology" = organisation."typology" AND s."field" = 'budget_tier' AND s."code" IS NOT NULL
    ORDER BY s."position" LIMIT 1)
);

-- Writes, or removes, the search row of one organisation. An organisation that the public may
-- not see has none, so no search, facet or suggestion can betray it; a slug of such an
-- organisation never stands in another's facets either.
CREATE FUNCTION refresh_organisation_search(target integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  organisation "Organisation";
  alias_names text[];
  place_names text[];
  facet_values text[];
  label_words text;
  address_words text;
  texts text;
BEGIN
  SELECT * INTO organisation FROM "Organisation"
    WHERE "id" = target AND "visibility" = 'public' AND "publishedAt" IS NOT NULL;
  IF NOT FOUND THEN
    DELETE FROM organisation_search WHERE "organisationId" = target;
    RETURN;
  END IF;

  SELECT coalesce(array_agg(a."name"), '{}') INTO alias_names FROM "Alias" a WHERE a."organisationId" = target;

  WITH covering AS (
    SELECT DISTINCT z."id", z."code", z."level"
    FROM "OrganisationZone" oz
    JOIN "Zone" own ON own."id" = oz."zoneId"
    JOIN "Zone" z ON z."code" = ANY (string_to_array(own."path", '/'))
    WHERE oz."organisationId" = target
  )
  SELECT
    (SELECT coalesce(array_agg(DISTINCT n."name"), '{}') FROM covering c JOIN "ZoneName" n ON n."zoneId" = c."id"),
    array(
      SELECT 'zone:' || c."code" FROM covering c
      UNION ALL SELECT 'country:' || c."code" FROM covering c WHERE c."level" = 'country'
      UNION ALL SELECT 'theme:' || t."theme" FROM "OrganisationTheme" t WHERE t."organisationId" = target
      UNION ALL SELECT 'need:' || n."need" FROM "OrganisationNeed" n WHERE n."organisationId" = target
      UNION ALL SELECT 'partner:' || coalesce(p."partnerClass", o."slug")
        FROM "Partner" p LEFT JOIN "Organisation" o
          ON o."id" = p."partnerId" AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
        WHERE p."organisationId" = target AND coalesce(p."partnerClass", o."slug") IS NOT NULL
      UNION ALL SELECT 'network:' || o."slug"
        FROM "Membership" m JOIN "Organisation" o ON o."id" = m."networkId"
        WHERE m."memberId" = target AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
      UNION SELECT 'source:' || s."slug"
        FROM "Citation" c JOIN "Source" s ON s."id" = c."sourceId" WHERE c."organisationId" = target
      UNION ALL SELECT 'kind:' || organisation."kind"
      UNION ALL SELECT 'typology:' || organisation."typology" WHERE organisation."typology" IS NOT NULL
      UNION ALL SELECT 'perimeter:' || organisation."perimeter" WHERE organisation."perimeter" IS NOT NULL
      UNION ALL SELECT 'status:' || organisation."legalStatus" WHERE organisation."legalStatus" IS NOT NULL
      UNION ALL SELECT 'formality:' || CASE organisation."legalStatus" WHEN 'de_facto' THEN 'informal' ELSE 'formal' END
        WHERE organisation."legalStatus" IS NOT NULL
      UNION ALL SELECT 'budget:' || effective_budget_tier(organisation) WHERE effective_budget_tier(organisation) IS NOT NULL
    )
  INTO place_names, facet_values;

  SELECT string_agg(l."words", ' ') INTO label_words FROM search_label l WHERE l."code" = ANY (facet_values);

  -- A quarter of the town of the head office helps to find who is there; it makes no zone.
  SELECT string_agg(c."raw", ' ') INTO address_words
    FROM "Contact" c WHERE c."organisationId" = target AND c."channel" = 'address';

  texts := concat_ws(' ', organisation."name", organisation."acronym", array_to_string(alias_names, ' '),
    array_to_string(place_names, ' '), label_words, organisation."descriptionFr", organisation."descriptionEn", address_words);

  INSERT INTO organisation_search ("organisationId", "document", "facets", "nameKey", "acronymKey", "aliasKeys", "words")
  VALUES (
    target,
    setweight(to_tsvector('french', fold(concat_ws(' ', organisation."name", organisation."acronym"))), 'A')
      || setweight(to_tsvector('simple', fold(concat_ws(' ', organisation."name", organisation."acronym"))), 'A')
      || setweight(to_tsvector('french', fold(array_to_string(alias_names, ' '))), 'B')
      || setweight(to_tsvector('french', fold(concat_ws(' ', array_to_string(place_names, ' '), label_words))), 'C')
      || setweight(to_tsvector('french', fold(concat_ws(' ', organisation."descriptionFr", organisation."descriptionEn", address_words))), 'D'),
    facet_values,
    fold(organisation."name"),
    fold_acronym(organisation."acronym"),
    array(SELECT fold(a) FROM unnest(alias_names) a),
    array(SELECT DISTINCT w FROM regexp_split_to_table(fold(texts), ' ') w WHERE length(w) >= 3)
  )
  ON CONFLICT ("organisationId") DO UPDATE SET
    "document" = excluded."document", "facets" = excluded."facets", "nameKey" = excluded."nameKey",
    "acronymKey" = excluded."acronymKey", "aliasKeys" = excluded."aliasKeys", "words" = excluded."words";
END
$$;
