-- What a country itself calls an administrative level or a legal status. The codes keep their meaning; a name that is not
-- here is that of the catalogues.
CREATE TABLE "OwnName" (
    "country" TEXT NOT NULL CHECK ("country" ~ '^[A-Z]{2}$'),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('level', 'legal_status')),
    "code" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL CHECK ("name" <> ''),

    CONSTRAINT "OwnName_pkey" PRIMARY KEY ("country", "kind", "code", "language")
);

-- Which place of a source holds what the directory counts by itself: only the source's adapter knows how it is headed.
CREATE TABLE "SourcePart" (
    "sourceId" INTEGER NOT NULL,
    "part" TEXT NOT NULL CHECK ("part" IN ('mapped', 'networks', 'interviewed', 'reintegration_scores', 'community_profiles', 'community_actors')),
    "place" TEXT NOT NULL,

    CONSTRAINT "SourcePart_pkey" PRIMARY KEY ("sourceId", "part"),
    CONSTRAINT "SourcePart_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The sources that an existing database holds; an empty one is told by the adapters.
INSERT INTO "SourcePart" ("sourceId", "part", "place")
SELECT s."id", p."part", p."place" FROM "Source" s JOIN (VALUES
    ('cartographie-osc-mali-2022', 'mapped', 'Tableau 2'),
    ('cartographie-osc-mali-2022', 'networks', 'Tableau 11'),
    ('cartographie-osc-mali-2022', 'interviewed', 'Tableau 13'),
    ('oim-samuel-hall-mali-2018', 'reintegration_scores', 'Tableau 1'),
    ('oim-samuel-hall-mali-2018', 'community_profiles', 'Profils communautaires'),
    ('oim-samuel-hall-mali-2018', 'community_actors', 'Cartographie des acteurs')
) AS p ("slug", "part", "place") ON p."slug" = s."slug";
