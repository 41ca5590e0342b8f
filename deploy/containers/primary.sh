#!/bin/sh
# Run once by the image of PostgreSQL, in a primary whose data has just been made: accounts, database, slots.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=database="$DATABASE_PASSWORD" --set=replication="$REPLICATION_PASSWORD" <<'SQL'
CREATE ROLE directory LOGIN PASSWORD :'database';
CREATE ROLE replicator LOGIN REPLICATION PASSWORD :'replication';
CREATE DATABASE directory OWNER directory;
SELECT pg_create_physical_replication_slot(slot) FROM unnest(ARRAY['replica_1', 'replica_2']) slot;
SQL
echo "host replication replicator all scram-sha-256" >> "$PGDATA/pg_hba.conf"
