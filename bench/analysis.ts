// npm run bench:analysis [-- --size 42150] [--filled] [--seconds 5] [--port 3720]
// What donors and researchers wait for on a made-up register: coverage, relations, comparison and the map, each under an address that was never asked
// for, beside a few hand-written statements that count the same. One run; everything is thrown away. With --filled the register is that of
// DATABASE_URL, of the size given, and stays.
import { parseArgs } from "node:util";
import type { Client } from "pg";
import { ensureBuild, ensureClient } from "../scripts/runtime/build";
import { withClient } from "../scripts/runtime/connection";
import { run } from "../scripts/runtime/lifetime";
import { step } from "../scripts/runtime/steps";
import { askMany } from "./run/load";
import { SMALLER } from "./run/kinds";
import { fillDatabase, sizedEnvironment, startSite } from "./run/stage";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: String(SMALLER) },
    filled: { type: "boolean", default: false },
    seconds: { type: "string", default: "5" },
    port: { type: "string", default: "3720" },
  },
});
const size = Number(values.size);
/** Milliseconds at the median, for one reader. */
const GOAL = size > SMALLER ? 400 : 60;

type Kind = { label: string; paths: string[]; statement: string; values: unknown[][] };

/** How many have each pair of facets of two groups: what a table of coverage needs at least. */
const CROSSED = `SELECT down, across, count(*) FROM organisation_search s, unnest(s."facets") down, unnest(s."facets") across
  WHERE down LIKE $1 AND across LIKE $2 AND s."facets" && ARRAY['kind:cso', 'kind:network'] AND ($3::text IS NULL OR $3 = ANY (s."facets")) GROUP BY 1, 2`;
/** Whom one organisation names or is named by, and whom those name. */
const NEIGHBOURS = `WITH near AS (
    SELECT "otherId" AS id FROM "OrganisationLink" WHERE "organisationId" = $1 UNION SELECT "organisationId" FROM "OrganisationLink" WHERE "otherId" = $1)
  SELECT o."slug", o."name", l."field", l."otherId" FROM near JOIN "Organisation" o USING (id) LEFT JOIN "OrganisationLink" l ON l."organisationId" = o."id"
  WHERE o."visibility" = 'public' AND o."publishedAt" IS NOT NULL`;
const SUMMARIES = `SELECT s."summary", s."details" FROM organisation_search s JOIN "Organisation" o ON o."id" = s."organisationId" WHERE o."slug" = ANY ($1)`;
const IN_ZONES = `SELECT facet, count(*) FROM organisation_search s, unnest(s."facets") facet
  WHERE facet LIKE 'zone:%' AND s."facets" && ARRAY['kind:cso', 'kind:network'] AND ($1::text IS NULL OR $1 = ANY (s."facets")) GROUP BY 1`;

const THEMES = ["women_rights", "local_development", "youth_support", "child_rights"];
const TYPOLOGIES = ["local_organisation", "national_ngo", "diaspora_organisation"];

/** What is asked of the site and of the statements, taken from the register itself. */
async function kindsOf(client: Client): Promise<Kind[]> {
  const { rows } = await client.query<{ id: number; slug: string }>(
    `SELECT o."id", o."slug" FROM "Organisation" o
     WHERE o."visibility" = 'public' AND o."publishedAt" IS NOT NULL AND EXISTS (SELECT FROM "OrganisationLink" l WHERE l."organisationId" = o."id")
     ORDER BY md5(o."id"::text) LIMIT 80`,
  );
  const fours = rows.flatMap((_, index) => (index % 4 === 0 && index + 4 <= rows.length ? [rows.slice(index, index + 4).map(({ slug }) => slug)] : []));
  return [
    {
      label: "coverage, theme × region, under a typology",
      paths: ["", ...TYPOLOGIES].map((typology) => `/couverture${typology && `?typology=${typology}`}`),
      statement: CROSSED,
      values: [null, ...TYPOLOGIES].map((typology) => ["theme:%", "zone:%", typology && `typology:${typology}`]),
    },
    {
      label: "coverage, typology × region, under a theme",
      paths: THEMES.map((theme) => `/couverture?table=typology_zone&theme=${theme}`),
      statement: CROSSED,
      values: THEMES.map((theme) => ["typology:%", "zone:%", `theme:${theme}`]),
    },
    { label: "relations around one", paths: rows.map(({ slug }) => `/reseaux?focus=${slug}`), statement: NEIGHBOURS, values: rows.map(({ id }) => [id]) },
    {
      label: "comparison of four",
      paths: fours.map((slugs) => `/comparer?organisations=${slugs}`),
      statement: SUMMARIES,
      values: fours.map((slugs) => [slugs]),
    },
    {
      label: "map, under a theme",
      paths: ["/carte", ...THEMES.map((theme) => `/carte?theme=${theme}`)],
      statement: IN_ZONES,
      values: [[null], ...THEMES.map((theme) => [`theme:${theme}`])],
    },
    {
      label: "map with the panel of a region",
      paths: ["kayes", "sikasso", "gao"].map((region) => `/carte?region=${region}`),
      statement: IN_ZONES,
      values: [[null]],
    },
  ];
}

/** The median of one statement after the other, in milliseconds. */
async function medianOf(client: Client, { statement, values: sets }: Kind, times = 40): Promise<number> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const begun = performance.now();
    await client.query(statement, sets[index % sets.length]);
    taken.push(performance.now() - begun);
  }
  return taken.sort((a, b) => a - b)[times / 2]!;
}

await run(async () => {
  await ensureClient();
  await ensureBuild();
  const url = values.filled ? (process.env.DATABASE_URL ?? "") : (await fillDatabase(size)).url;
  const kinds = await withClient(url, kindsOf);
  const { origin } = await step("Starting the site", () => startSite({ databaseUrl: url, port: Number(values.port), env: sizedEnvironment(size) }));
  const lines = [];
  for (const kind of kinds) {
    await askMany({ origin, paths: kind.paths, cold: true, connections: 1, seconds: 1 });
    const { p50, p975, failed, answered } = await askMany({ origin, paths: kind.paths, cold: true, connections: 1, seconds: Number(values.seconds) });
    const floor = await withClient(url, (client) => medianOf(client, kind));
    const verdict = failed > 0 || answered === 0 ? `**${failed} failed**` : p50 <= GOAL ? "met" : "**not met**";
    lines.push(`| ${kind.label} | ${floor.toFixed(1)} | ${p50.toFixed(1)}, ${p975.toFixed(1)} | ${verdict} |`);
  }
  console.log(
    `\n| ${size.toLocaleString("en")} organisations, one reader, ms | statements alone, p50 | page, p50, p97.5 | at most ${GOAL} |\n|---|---|---|---|`,
  );
  console.log(lines.join("\n"));
});
