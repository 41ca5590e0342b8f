-- Entries that may be one organisation: the keys by which two are compared, the pairs that share one, both made anew from what is said
-- whenever an entry changes, and the pairs of which staff said that they are two.
CREATE TABLE organisation_key (
    "organisationId" INTEGER NOT NULL REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    CONSTRAINT "organisation_key_pkey" PRIMARY KEY ("organisationId", "kind", "key"),
    CONSTRAINT "organisation_key_kind_check" CHECK ("kind" IN ('name', 'acronym', 'phone', 'email', 'website'))
);
CREATE INDEX "organisation_key_kind_key_idx" ON organisation_key ("kind", "key");

CREATE TABLE likely_pair (
    "firstId" INTEGER NOT NULL REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "secondId" INTEGER NOT NULL REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "reasons" TEXT[],
    "weight" INTEGER NOT NULL,
    CONSTRAINT "likely_pair_pkey" PRIMARY KEY ("firstId", "secondId"),
    CONSTRAINT "likely_pair_order_check" CHECK ("firstId" < "secondId")
);
CREATE INDEX "likely_pair_secondId_idx" ON likely_pair ("secondId");
CREATE INDEX "likely_pair_weight_firstId_secondId_idx" ON likely_pair ("weight" DESC, "firstId", "secondId");

CREATE TABLE "DistinctPair" (
    "firstId" INTEGER NOT NULL REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "secondId" INTEGER NOT NULL REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "saidById" INTEGER NOT NULL REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "DistinctPair_pkey" PRIMARY KEY ("firstId", "secondId"),
    CONSTRAINT "DistinctPair_order_check" CHECK ("firstId" < "secondId")
);

-- Written with the next rows.
UPDATE directory_revision SET "rowsCurrent" = false;
