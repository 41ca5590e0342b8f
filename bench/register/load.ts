// node --conditions=react-server --import tsx bench/register/load.ts <size>
// Loads a made-up register beside the cartography of DATABASE_URL, as the site's own import loads a source. Says how many seconds the
// imports took, and how many MB the process held at most.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/data/generated/prisma/client";
import { loadSources } from "@/data/import/load";
import { NO_CONTENT, type SourceAdapter, type SourceContent, type ZoneRecord } from "@/data/sources/adapter";
import { fieldOf } from "@/domain/fields";
import { searchLabels } from "../../prisma/search-labels";
import { makeOrganisation, REGISTER, type MadeUp } from "./organisation";
import { byRank, chanceOf } from "./random";
import { makeTerritory, type Zone } from "./territory";

const SEED = 2017;

/** Organisations in one import: one change set and one revision. */
const PART = 50_000;

const SOURCE: SourceContent["sources"][number] = {
  slug: REGISTER,
  title: "Registre d'essai, données inventées",
  author: null,
  publisher: null,
  publishedOn: null,
  kind: "register",
  language: "fr",
  url: null,
  licence: null,
  note: { fr: "Aucune de ces organisations n'existe.", en: null },
};

/** As many networks as a register of that size may have; each stands in the facet of all answers. */
const networkCount = (size: number) => Math.max(3, Math.round(Math.sqrt(size) / 1.5));

/** One part of the register, as an adapter hands over what it has read. `slugs` by number: those that others name. */
function adapterOf(part: readonly MadeUp[], zones: ZoneRecord[], slugs: ReadonlyMap<string, string>): SourceAdapter {
  const statements = () =>
    part.flatMap(({ said }) =>
      said.map((statement) => (fieldOf(statement.field).shape === "organisation" ? { ...statement, value: slugs.get(statement.value)! } : statement)),
    );
  const content = { ...NO_CONTENT, sources: [SOURCE], zones, organisations: part.map(({ organisation }) => organisation), statements };
  return { slug: REGISTER, title: SOURCE.title, release: { on: "2022-08-30", digest: "" }, read: () => Promise.resolve({ problems: [], content }) };
}

/** An import is of its day; a register is not: its dates are spread as its lines say. */
async function spreadDates(client: pg.Client, part: readonly MadeUp[]): Promise<void> {
  const rows = part.map(({ organisation, updatedAt, verifiedAt }) => ({ slug: organisation.slug, updatedAt, verifiedAt }));
  await client.query(
    `UPDATE "Organisation" o SET "createdAt" = w."updatedAt", "publishedAt" = w."updatedAt", "updatedAt" = w."updatedAt", "verifiedAt" = w."verifiedAt"
     FROM json_populate_recordset(null::"Organisation", $1) w WHERE o."slug" = w."slug"`,
    [JSON.stringify(rows)],
  );
}

/**
 * Adds made-up organisations until there are `size`. The same size gives the same register. The database at `url` is migrated and
 * holds the cartography and nothing else; the projection is to be written anew afterwards, for the dates.
 * @returns the seconds that the imports took
 */
async function loadRegister(url: string, size: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  await client.connect();
  // The dates belong to the register: the history need not tell of them.
  await client.query("SELECT set_config('directory.change_set', 'register', false)");
  try {
    const { rows: present } = await client.query<Zone>('SELECT "code", "level"::text, "path" FROM "Zone" ORDER BY "id"');
    const { rows } = await client.query<{ count: number; last: number }>('SELECT count(*)::int AS count, max("id")::int AS last FROM "Organisation"');
    const { count, last } = rows[0]!;
    const chance = chanceOf(SEED);
    const territory = makeTerritory(present, chance);
    const numbers = (many: number) => Array.from({ length: many }, (_, index) => last + 1 + index);
    const named = numbers(networkCount(size) * 2);
    const networks = numbers(networkCount(size));
    const register = { ...territory, lastNetwork: networks.at(-1)!, drawNetwork: byRank(networks), drawPartner: byRank(named) };

    const slugs = new Map<string, string>();
    const end = last + size - count;
    let seconds = 0;
    for (let first = last + 1; first <= end; first += PART) {
      const part = Array.from({ length: Math.min(PART, end + 1 - first) }, (_, index) => makeOrganisation(chance, first + index, register));
      part.slice(0, named.length).forEach(({ organisation }, index) => first === last + 1 && slugs.set(String(first + index), organisation.slug));
      const adapter = adapterOf(part, first === last + 1 ? territory.made : [], slugs);
      const begun = performance.now();
      await loadSources(prisma, { sources: [{ adapter, folder: "" }], searchLabels: searchLabels() });
      seconds += (performance.now() - begun) / 1000;
      await spreadDates(client, part);
    }
    await client.query("ANALYZE");
    return seconds;
  } finally {
    await prisma.$disconnect();
    await client.end();
  }
}

const seconds = await loadRegister(process.env.DATABASE_URL!, Number(process.argv[2]));
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
