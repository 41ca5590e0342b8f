import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { refreshWholeSearch } from "@/data/search/search-rows";
import { citationsAnswer, csvAnswer, EXPORT_LIMIT } from "@/features/open-data/list";
import { emptyDatabase } from "../support/cartography";
import { makeSource } from "../support/factories";

const slug = (number: number) => `essai-${number}`;
const rowsOf = async (answer: Promise<Response>) => parse(await (await answer).text(), { columns: true, bom: true }) as Record<string, string>[];

/** Two organisations more than a file holds, in the order of their numbers; the first, the last of the file and the next are cited. */
beforeAll(async () => {
  await emptyDatabase();
  const db = database();
  await db.$executeRaw`
    INSERT INTO "Organisation" ("slug", "name", "kind", "publishedAt", "updatedAt")
    SELECT 'essai-' || n, 'Essai ' || lpad(n::text, 6, '0'), 'cso', now(), now() FROM generate_series(1, ${EXPORT_LIMIT + 2}::int) n`;
  const source = await makeSource();
  const cited = await db.organisation.findMany({ where: { slug: { in: [1, EXPORT_LIMIT, EXPORT_LIMIT + 1].map(slug) } } });
  await db.citation.createMany({
    data: cited.map(({ id, name }) => ({ organisationId: id, field: "name", value: name, basis: "stated" as const, sourceId: source.id })),
  });
  await refreshWholeSearch(db);
}, 60_000);

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
