// The floor's own tables.

export const MAKE = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  DROP SCHEMA IF EXISTS floor CASCADE;
  CREATE SCHEMA floor;
  -- One narrow row an organisation, numbered and stored in the order of names: counting reads nothing wide.
  CREATE UNLOGGED TABLE floor.organisation (id int4 NOT NULL, organisation_id int4 NOT NULL, packed int4 NOT NULL, place int4 NOT NULL, shown int4, more int4[]);
  CREATE UNLOGGED TABLE floor.document (id int4 NOT NULL, words tsvector NOT NULL);
  ALTER TABLE floor.document ALTER COLUMN words SET STORAGE EXTERNAL;
  CREATE UNLOGGED TABLE floor.name (key text COLLATE "C" NOT NULL, id int4 NOT NULL);
  CREATE UNLOGGED TABLE floor.acronym (key text COLLATE "C" NOT NULL, id int4 NOT NULL);
  CREATE UNLOGGED TABLE floor.word (word text COLLATE "C" NOT NULL, stem text COLLATE "C" NOT NULL);
  CREATE UNLOGGED TABLE floor.stem (stem text COLLATE "C" NOT NULL, uses int4 NOT NULL, in_names int4 NOT NULL);
  CREATE UNLOGGED TABLE floor.facet (number int4 NOT NULL, facet text NOT NULL, shown int4 NOT NULL);
  CREATE UNLOGGED TABLE floor.profile (slug text COLLATE "C" PRIMARY KEY, body text NOT NULL);
`;

/** Columns of what is copied in, in the order of the rows. */
export const COPIED = {
  "floor.organisation": "id organisation_id packed place shown more",
  "floor.document": "id words",
  "floor.name": "key id",
  "floor.acronym": "key id",
};

export const INDEX = `
  ALTER TABLE floor.organisation ADD PRIMARY KEY (id);
  ALTER TABLE floor.document ADD PRIMARY KEY (id);
  CREATE UNIQUE INDEX ON floor.organisation (shown) WHERE shown IS NOT NULL;
  CREATE INDEX ON floor.name (key, id);
  CREATE INDEX ON floor.acronym (key, id);
  CREATE UNIQUE INDEX ON floor.word (word);
  CREATE UNIQUE INDEX ON floor.stem (stem);
  CREATE INDEX ON floor.word USING gin (word gin_trgm_ops);
  -- The index of the narrow table is over the words of the wide one, so that a search touches only narrow
  -- rows. The function is no true constant: these tables are written once and never changed.
  CREATE FUNCTION floor.words_of(int4) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT
    AS 'SELECT d.words FROM floor.document d WHERE d.id = $1';
  CREATE INDEX ON floor.organisation USING gin (floor.words_of(id)) WITH (fastupdate = off);
  VACUUM ANALYZE floor.organisation; VACUUM ANALYZE floor.document; VACUUM ANALYZE floor.name;
  VACUUM ANALYZE floor.acronym; VACUUM ANALYZE floor.word; VACUUM ANALYZE floor.stem;
`;
