-- Limits that staff import from official files, each with its source, its licence and the time for which it holds (decision 27). The drawing
-- that comes with the code stays for what no import covers.
ALTER TABLE "Zone" ADD COLUMN "pcode" TEXT,
  ADD COLUMN "pcodeSource" TEXT,
  ADD COLUMN "validFrom" DATE,
  ADD COLUMN "validTo" DATE,
  ADD CONSTRAINT "Zone_pcode_check" CHECK (("pcode" IS NULL) = ("pcodeSource" IS NULL)),
  ADD CONSTRAINT "Zone_validity_check" CHECK ("validFrom" < "validTo");
CREATE UNIQUE INDEX "Zone_pcode_key" ON "Zone"("pcode");

CREATE TABLE "Limits" (
    "id" SERIAL NOT NULL,
    "level" "ZoneLevel" NOT NULL,
    "source" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "digest" TEXT NOT NULL,
    "lines" JSONB NOT NULL,

    CONSTRAINT "Limits_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Limits_level_check" CHECK ("level" IN ('region', 'cercle', 'commune')),
    CONSTRAINT "Limits_words_check" CHECK ("source" <> '' AND "licence" <> ''),
    CONSTRAINT "Limits_validity_check" CHECK ("validFrom" < "validTo")
);
CREATE UNIQUE INDEX "Limits_level_validFrom_key" ON "Limits"("level", "validFrom");

CREATE TABLE "ZoneLimit" (
    "limitsId" INTEGER NOT NULL,
    "zoneId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "shape" JSONB NOT NULL,

    CONSTRAINT "ZoneLimit_pkey" PRIMARY KEY ("limitsId", "zoneId")
);
CREATE INDEX "ZoneLimit_zoneId_idx" ON "ZoneLimit"("zoneId");
CREATE UNIQUE INDEX "ZoneLimit_limitsId_code_key" ON "ZoneLimit"("limitsId", "code");
ALTER TABLE "ZoneLimit" ADD CONSTRAINT "ZoneLimit_limitsId_fkey" FOREIGN KEY ("limitsId") REFERENCES "Limits"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ZoneLimit" ADD CONSTRAINT "ZoneLimit_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "Zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
