-- The tables of a source as they were transcribed, so that what is said can be followed to its row: `/sources/{slug}#t2-11`. The next load fills them.
CREATE TABLE "SourceTable" (
    "id" SERIAL NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "caption" TEXT NOT NULL,
    "heads" TEXT[],
    "page" INTEGER,
    "line" INTEGER NOT NULL,

    CONSTRAINT "SourceTable_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SourceCell" (
    "tableId" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "organisationId" INTEGER,

    CONSTRAINT "SourceCell_pkey" PRIMARY KEY ("tableId","row","column","position")
);

CREATE UNIQUE INDEX "SourceTable_sourceId_number_key" ON "SourceTable"("sourceId", "number");
CREATE UNIQUE INDEX "SourceTable_sourceId_place_key" ON "SourceTable"("sourceId", "place");
CREATE INDEX "SourceCell_organisationId_idx" ON "SourceCell"("organisationId");

ALTER TABLE "SourceTable" ADD CONSTRAINT "SourceTable_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SourceCell" ADD CONSTRAINT "SourceCell_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "SourceTable"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SourceCell" ADD CONSTRAINT "SourceCell_organisationId_fkey"
  FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A row has an address from 1 on; an empty cell is no row here.
ALTER TABLE "SourceCell" ADD CONSTRAINT "SourceCell_check" CHECK ("row" > 0 AND "column" >= 0 AND "position" >= 0 AND "line" > 0 AND "text" <> '');

-- A citation says where it stands on the page of its source.
UPDATE directory_revision SET "rowsCurrent" = false;
