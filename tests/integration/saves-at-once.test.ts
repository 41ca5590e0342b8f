import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { projectEverything } from "@/data/change/project";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { editingFromNothing } from "../support/editing";
import { digests } from "../support/whole-database";

/** Many save at once entries that name one another, and what readers find is what the statements say. */

const { made, create, change, current, searchRow } = editingFromNothing();
let watcher: pg.Client;
beforeAll(async () => {
  watcher = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await watcher.connect();
});
afterAll(() => watcher.end());

/** The rows that pages and search read, each table as one digest. */
async function shown(): Promise<Record<string, unknown>> {
  const { organisation_search, organisation_key, likely_pair, OrganisationLink, Alias, Organisation } = await digests(watcher);
  return { organisation_search, organisation_key, likely_pair, OrganisationLink, Alias, Organisation };
}

it("shows every name anew and loses nothing, whoever saves what at the same time", async () => {
  const slugs: string[] = [];
  for (const name of ["Essai Un", "Essai Deux", "Essai Trois", "Essai Quatre", "Essai Cinq", "Essai Six"]) {
    const slug = await create({ name, acronym: name.split(" ")[1]!.toUpperCase() });
    await setPublished(made.actor, slug, true);
    slugs.push(slug);
  }
  const [one, two, three, four, five, six] = slugs as [string, string, string, string, string, string];
  await change(two, { partners: [one] });
  await change(three, { partners: [one] });
  for (let round = 1; round <= 6; round++) {
    const results = await Promise.all([
      // Named by two entries; named by nobody, until another names it in the same moment.
      change(one, { acronym: `UN${round}` }),
      change(four, { acronym: `QUATRE${round}` }),
      change(two, { founded_year: 1990 + round }),
      change(three, { contacts: [{ channel: "phone", raw: `20 24 11 ${10 + round}`, state: "ok" }] }),
      change(five, { partners: round % 2 ? [four] : [one] }),
      change(six, { partners: round % 2 ? [one, four] : [] }),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual(slugs.map(() => true));
    expect(JSON.stringify((await searchRow(one))!.summary)).toContain(`UN${round}`);
    const before = await shown();
    await projectEverything(database());
    expect(await shown()).toEqual(before);
  }
  expect((await current(two)).version).toBe(8);
}, 60_000);

it("waits for a save under way only to write the rows of other entries", async () => {
  const [one, two] = [await create({ name: "Essai Attente" }), await create({ name: "Essai Suite" })];
  // As a save that has written the row of its entry, and not yet taken the revision.
  await watcher.query("BEGIN; SELECT pg_advisory_xact_lock_shared(hashtextextended('own rows', 0))");
  await watcher.query(`UPDATE "Organisation" SET "updatedAt" = now() WHERE "slug" = $1`, [one]);
  expect(await change(two, { founded_year: 1990 })).toMatchObject({ ok: true });
  // Who names another waits until that save is over: its rows may be among those to be written anew.
  const naming = change(two, { partners: [one] });
  await expect
    .poll(async () => (await database().$queryRaw<unknown[]>`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`).length, { interval: 5 })
    .toBe(1);
  await watcher.query("COMMIT");
  expect(await naming).toMatchObject({ ok: true });
});
