import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { projectEverything } from "@/data/change/project";
import { database } from "@/data/client";
import { citationsAnswer, csvAnswer, EXPORT_LIMIT } from "@/features/open-data/list";
import { emptyDatabase } from "../support/cartography";
import { makeSource } from "../support/factories";
import { say, type Saying } from "../support/statements";

// An index of so many is built in a thread, which the test runner gives no TypeScript: it is built in this one.
vi.mock("@/data/search/build-in-thread", async () => ({ buildInThread: (await import("@/data/search/build-base")).buildBase }));

const slug = (number: number) => `essai-${number}`;
const rowsOf = async (answer: Promise<Response>) => parse(await (await answer).text(), { columns: true, bom: true }) as Record<string, string>[];

/** Two organisations more than a file holds, in the order of their numbers; the first, the last of the file and the next are cited. */
// Other files need no register of this size.
afterAll(emptyDatabase);

beforeAll(async () => {
  await emptyDatabase();
  const db = database();
  await db.$executeRaw`
    INSERT INTO "Organisation" ("slug", "name", "kind", "publishedAt", "updatedAt")
    SELECT 'essai-' || n, 'Essai ' || lpad(n::text, 6, '0'), 'cso', now(), now() FROM generate_series(1, ${EXPORT_LIMIT + 2}::int) n`;
  const { id: sourceId } = await makeSource();
  const cited = new Set([1, EXPORT_LIMIT, EXPORT_LIMIT + 1].map(slug));
  const organisations = await db.organisation.findMany({ select: { id: true, slug: true, name: true } });
  const sayings = organisations.flatMap(({ id: organisationId, slug: own, name }): Saying[] => [
    { organisationId, sourceId, field: "name", text: name, cited: cited.has(own) },
    { organisationId, sourceId, field: "kind", code: "cso", cited: false },
  ]);
  await say(db, sayings);
  await projectEverything(db);
}, 120_000);

describe("a file of more than it may hold", () => {
  it("ends at the limit of which the page on the data speaks", async () => {
    const rows = await rowsOf(csvAnswer(new Request("http://annuaire.example/api/v1/organisations.csv")));
    expect([rows.length, rows[0]!.slug, rows.at(-1)!.slug]).toEqual([EXPORT_LIMIT, slug(1), slug(EXPORT_LIMIT)]);
  }, 30_000);

  it("cites no organisation beyond it", async () => {
    const rows = await rowsOf(citationsAnswer(new Request("http://annuaire.example/api/v1/citations.csv")));
    expect(rows.map(({ organisation }) => organisation)).toEqual([slug(1), slug(EXPORT_LIMIT)]);
  }, 30_000);
});
