import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { projectEverything } from "@/data/change/project";
import { database, type Db } from "@/data/client";
import { Prisma } from "@/data/generated/prisma/client";
import { citationsAnswer, csvAnswer } from "@/features/open-data/list";
import { emptyDatabase } from "../support/cartography";
import { makeSource } from "../support/factories";
import { quietly, say, type Saying } from "../support/statements";

// An index of so many is built in a thread, which the test runner gives no TypeScript: it is built in this one.
vi.mock("@/data/search/build-in-thread", async () => ({ buildInThread: (await import("@/data/search/build-base")).buildBase }));

/** More than a file once held. */
const COUNT = 50_002;
const slug = (number: number) => `essai-${number}`;
const file = (name: string) => new Request(`http://annuaire.example/api/v1/${name}.csv`);
const rowsOf = (text: string) => parse(text, { columns: true, bom: true }) as Record<string, string>[];

// Other files need no register of this size.
afterAll(emptyDatabase);

const CITED = [1, 40_000, COUNT];
/** One that is not cited, whose rows are copied for all others. */
const PATTERN = 2;

const insert = (tx: Db, numbers: Prisma.Sql) => tx.$executeRaw`
  INSERT INTO "Organisation" ("slug", "name", "kind", "publishedAt", "updatedAt")
  SELECT 'essai-' || n, 'Essai ' || lpad(n::text, 6, '0'), 'cso', now(), now() FROM ${numbers} n ON CONFLICT DO NOTHING`;

/** Organisations with the names of their numbers; the first, the last and one between are cited. */
beforeAll(async () => {
  await emptyDatabase();
  const db = database();
  const { id: sourceId } = await makeSource();
  await quietly((tx) => insert(tx, Prisma.sql`unnest(${[...CITED, PATTERN]}::int[])`));
  const organisations = await db.organisation.findMany({ select: { id: true, slug: true, name: true } });
  const cited = new Set(CITED.map(slug));
  const sayings = organisations.flatMap(({ id: organisationId, slug: own, name }): Saying[] => [
    { organisationId, sourceId, field: "name", text: name, cited: cited.has(own) },
    { organisationId, sourceId, field: "kind", code: "cso", cited: false },
  ]);
  await say(db, sayings);
  await projectEverything(db);
  // To project each of the others would take twenty seconds, and write the same.
  await quietly(async (tx) => {
    await insert(tx, Prisma.sql`generate_series(1, ${COUNT}::int)`);
    await tx.$executeRaw`
      INSERT INTO organisation_search ("organisationId", "nameKey", "summary", "details", "facets", "aliases")
      SELECT o."id", replace(p."nameKey", '000002', right(o."name", 6)),
        replace(replace(p."summary"::text, 'Essai 000002', o."name"), ${JSON.stringify(slug(PATTERN))}, '"' || o."slug" || '"')::jsonb,
        p."details", p."facets", p."aliases"
      FROM "Organisation" o, organisation_search p JOIN "Organisation" pattern ON pattern."id" = p."organisationId"
      WHERE pattern."slug" = ${slug(PATTERN)} AND o."slug" <> ALL (${[...CITED, PATTERN].map(slug)})`;
  });
}, 120_000);

describe("a file of everything", () => {
  it("holds everything, however much that is", async () => {
    const rows = rowsOf(await (await csvAnswer(file("organisations"))).text());
    expect([rows.length, rows[0]!.slug, rows.at(-1)!.slug]).toEqual([COUNT, slug(1), slug(COUNT)]);
  }, 30_000);

  it("cites each of them", async () => {
    const rows = rowsOf(await (await citationsAnswer(file("citations"))).text());
    expect(rows.map(({ organisation }) => organisation)).toEqual(CITED.map(slug));
  }, 30_000);

  it("begins at once, and is read from the database no further than its reader takes it", async () => {
    const asked = performance.now();
    const answer = await csvAnswer(file("organisations"));
    const reader = answer.body!.getReader();
    const { value } = await reader.read();
    expect(performance.now() - asked).toBeLessThan(500);
    // A hundredth of the register.
    expect(rowsOf(new TextDecoder().decode(value)).length).toBeLessThan(COUNT / 100);
    await reader.cancel();
  });
});
