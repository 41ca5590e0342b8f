#!/bin/sh
# PgBouncer before one database. DATABASE_HOST names it, DATABASE_PASSWORD is that of the account "directory".
set -eu
umask 077
folder=$(mktemp -d)
printf '"directory" "%s"\n' "$DATABASE_PASSWORD" > "$folder/users"
{
  echo "[databases]"
  echo "directory = host=$DATABASE_HOST port=5432 dbname=directory connect_query='SET statement_timeout = 5000'"
  echo "[pgbouncer]"
  echo "listen_addr = *"
  echo "listen_port = ${LISTEN_PORT:-6432}"
  echo "unix_socket_dir ="
  echo "auth_file = $folder/users"
  cat "${SHARED_SETTINGS:-/etc/pgbouncer/shared.ini}"
} > "$folder/pgbouncer.ini"
exec pgbouncer "$folder/pgbouncer.ini"
