-- The backups that were taken of this database, so that administrators see how old the last one is. A backup holds none of
-- these rows: where the copies of one database lie says nothing of another.
CREATE TABLE "Backup" (
    "id" SERIAL NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "Backup_pkey" PRIMARY KEY ("id")
);
