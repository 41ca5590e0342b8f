#!/bin/sh
# A replica: copied from the primary at its first start, then following it. SLOT is its slot on the primary; what
# follows the script's name goes to PostgreSQL.
set -eu
data=${REPLICA_DATA:-/var/lib/postgresql/data/replica}
if [ ! -e "$data/standby.signal" ]; then
  rm -rf "$data"
  PGPASSWORD="$REPLICATION_PASSWORD" pg_basebackup \
    --dbname "host=${PRIMARY_HOST:-primary} port=${PRIMARY_PORT:-5432} user=replicator application_name=$SLOT" \
    --pgdata "$data" --slot "$SLOT" --write-recovery-conf --wal-method=stream --checkpoint=fast
fi
exec postgres -D "$data" "$@"
