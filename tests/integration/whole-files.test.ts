import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { projectEverything } from "@/data/change/project";
import { database } from "@/data/client";
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

/** Organisations in the order of their numbers; the first, the last and one between are cited. */
beforeAll(async () => {
  await emptyDatabase();
  const db = database();
  await quietly(
    (tx) => tx.$executeRaw`
    INSERT INTO "Organisation" ("slug", "name", "kind", "publishedAt", "updatedAt")
    SELECT 'essai-' || n, 'Essai ' || lpad(n::text, 6, '0'), 'cso', now(), now() FROM generate_series(1, ${COUNT}::int) n`,
  );
  const { id: sourceId } = await makeSource();
  const cited = new Set([1, 40_000, COUNT].map(slug));
  const organisations = await db.organisation.findMany({ select: { id: true, slug: true, name: true } });
  const sayings = organisations.flatMap(({ id: organisationId, slug: own, name }): Saying[] => [
    { organisationId, sourceId, field: "name", text: name, cited: cited.has(own) },
    { organisationId, sourceId, field: "kind", code: "cso", cited: false },
  ]);
  await say(db, sayings);
  await projectEverything(db);
}, 120_000);

describe("a file of everything", () => {
  it("holds everything, however much that is", async () => {
    const rows = rowsOf(await (await csvAnswer(file("organisations"))).text());
    expect([rows.length, rows[0]!.slug, rows.at(-1)!.slug]).toEqual([COUNT, slug(1), slug(COUNT)]);
  }, 30_000);

  it("cites each of them", async () => {
    const rows = rowsOf(await (await citationsAnswer(file("citations"))).text());
    expect(rows.map(({ organisation }) => organisation)).toEqual([1, 40_000, COUNT].map(slug));
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
