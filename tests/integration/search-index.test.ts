import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { PARAMETER_NAMES, parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { database } from "@/data/client";
import { quietly } from "../support/statements";
import { presentIndex } from "@/data/search/present";
import { searchOrganisations } from "@/data/search/search";
import { outcomes } from "@/lib/request-outcome";
import { healthAnswer } from "@/features/open-data/health";

/** More than are applied as changes: their index is built, here when the test says so and in this thread. */
const SIZE = 600;
const gate = vi.hoisted(() => ({ open: () => {}, closed: Promise.resolve() }));
vi.mock("@/data/search/build-in-thread", async () => {
  const { buildBase } = await import("@/data/search/build-base");
  return { buildInThread: (atLeast: bigint) => gate.closed.then(() => buildBase(atLeast)) };
});

const closeGate = () => (gate.closed = new Promise((resolve) => (gate.open = resolve)));
const forgetIndex = () => delete (globalThis as { directorySearch?: unknown }).directorySearch;

async function search(text: string) {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(text)), PARAMETER_NAMES);
  const result = parsed.ok ? await searchOrganisations(parsed.query) : parsed;
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}
const found = async (text: string) => (await search(text)).items.map(({ name }) => name);
const rebuilt = () => vi.waitFor(async () => expect((await presentIndex()).stale).toBe(false), 10_000);

/** Gives the organisations with these numbers a search row with this name, or with their own. */
const writeRows = (first: number, last: number, name: string | null = null) =>
  quietly(
    (tx) => tx.$executeRaw`
  WITH named AS (SELECT n, coalesce(${name}::text, CASE WHEN n % 2 = 0 THEN 'Union ' ELSE 'Groupe ' END || n) AS name FROM generate_series(${first}::int, ${last}::int) n),
  written AS (
    INSERT INTO "Organisation" ("id", "slug", "name", "kind", "publishedAt") SELECT n, 'organisation-' || n, name, 'cso', now() FROM named
    ON CONFLICT ("id") DO UPDATE SET "name" = excluded."name" RETURNING "id")
  INSERT INTO organisation_search ("organisationId", "nameKey", "summary", "details", "facets", "aliases")
  SELECT n, lower(name), jsonb_build_object('slug', 'organisation-' || n, 'name', name, 'acronym', null), '{}', ARRAY['kind:cso'], '{}' FROM named
  ON CONFLICT ("organisationId") DO UPDATE SET "nameKey" = excluded."nameKey", "summary" = excluded."summary"`,
  );
const hide = (id: number) => database().$executeRaw`DELETE FROM organisation_search WHERE "organisationId" = ${id}`;
/** A revision that changed these organisations; null for everything. */
const revise = (ids: number[] | null) => database().$executeRaw`
  WITH next AS (UPDATE directory_revision SET "revision" = "revision" + 1 RETURNING "revision")
  INSERT INTO directory_change ("revision", "organisationIds") SELECT "revision", ${ids}::int[] FROM next`;
const empty = () => database().$executeRaw`TRUNCATE "Organisation" CASCADE`;

beforeAll(async () => {
  await empty();
  await writeRows(1, SIZE);
  await revise(null);
});
beforeEach(async () => {
  gate.closed = Promise.resolve();
  forgetIndex();
  await presentIndex();
});
afterAll(async () => {
  await empty();
  await revise(null);
});

describe("the index of a large directory", () => {
  it("is not read anew for a request that came before the last change, but for one of another past", async () => {
    const request = (revision: bigint, past: number) => outcomes.run({ revision, past }, presentIndex);
    const { revision } = await presentIndex();
    await revise([1]);
    const later = await request(revision + 1n, 1);
    await revise([2]);
    expect(await request(revision, 1)).toBe(later);
    expect((await request(revision, 2)).revision).toBe(revision + 2n);
  });

  it("finds what the index of a small one finds", async () => {
    expect((await search("q=union")).total).toBe(SIZE / 2);
    expect(await found("q=uinon+12")).toEqual(["Union 12"]);
    expect(await found("q=%22groupe+7%22")).toEqual(["Groupe 7"]);
    expect(await found("sort=name&pageSize=3")).toEqual(["Groupe 1", "Groupe 101", "Groupe 103"]);
  });

  it("shows a change at once, however the base was built", async () => {
    await writeRows(2, 2, "Alliance du fleuve");
    await revise([2]);
    expect(await found("q=fleuve")).toEqual(["Alliance du fleuve"]);
    expect((await search("q=union")).total).toBe(SIZE / 2 - 1);
    await writeRows(2, 2);
    await revise([2]);
    expect(await found("q=fleuve")).toEqual([]);
  });

  it("answers from the old base while another is built after a change of everything, and never shows what is no longer public", async () => {
    closeGate();
    await writeRows(4, 4, "Alliance des rives");
    await hide(6);
    await revise(null);
    expect((await search("q=union")).total).toBe(SIZE / 2 - 1);
    expect(await search("q=%22union+6%22")).toMatchObject({ total: 0, items: [] });
    expect((await search("")).facets.kind.find(({ value }) => value === "cso")?.count).toBe(SIZE - 1);
    expect(await found("q=rives")).toEqual([]);
    expect((await healthAnswer()).status).toBe(200);

    await writeRows(8, 8, "Alliance des sables");
    await revise([8]);
    expect(await found("q=sables")).toEqual(["Alliance des sables"]);
    expect((await presentIndex()).stale).toBe(true);

    gate.open();
    await rebuilt();
    expect(await found("q=rives")).toEqual(["Alliance des rives"]);
    expect(await found("q=sables")).toEqual(["Alliance des sables"]);
    expect((await search("q=union")).total).toBe(SIZE / 2 - 3);
  });

  it("is not trusted when the database was restored to another past with the same number", async () => {
    await writeRows(10, 10, "Restaurée");
    await database().$executeRaw`UPDATE directory_change SET "id" = gen_random_uuid()`;
    await revise([12]);
    expect(await found("q=restaur")).toEqual(["Restaurée"]);
  });
});

describe("GET /api/v1/health", () => {
  it("says no until the index is loaded", async () => {
    forgetIndex();
    closeGate();
    const loading = await healthAnswer();
    expect([loading.status, await loading.json(), loading.headers.get("retry-after")]).toEqual([503, { status: "loading" }, "5"]);
    gate.open();
    await vi.waitFor(async () => expect((await healthAnswer()).status).toBe(200), 10_000);
  });
});
