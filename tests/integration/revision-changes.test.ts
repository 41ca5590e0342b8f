import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { revisionReader } from "../../server/revision";

/** What a front hears of the changes since it asked last. */

const url = process.env.DATABASE_URL ?? "";
const database = new pg.Client({ connectionString: url });
const reader = revisionReader(url, () => undefined);
const changes = async () => (await reader.read()).changes;

/** @param ids null for everything, undefined when nothing is noted */
async function change(ids?: readonly number[] | null, foundBy: readonly string[] = []): Promise<string> {
  const { rows } = await database.query<{ revision: string }>('UPDATE directory_revision SET "revision" = "revision" + 1 RETURNING "revision"::text');
  const { revision } = rows[0]!;
  if (ids !== undefined)
    await database.query('INSERT INTO directory_change ("revision", "organisationIds", "foundBy") VALUES ($1, $2, $3)', [revision, ids, foundBy]);
  return revision;
}

beforeAll(() => database.connect());
afterAll(async () => {
  await reader.close();
  await database.end();
});

it("knows none at first, then each of them once", async () => {
  await change([1]);
  expect(await changes()).toBeNull();
  expect(await changes()).toEqual([]);
  const first = await change([1, 2], ["retour"]);
  const second = await change(null);
  expect(await changes()).toEqual([
    expect.objectContaining({ revision: first, ids: [1, 2], foundBy: ["retour"] }),
    expect.objectContaining({ revision: second, ids: null, foundBy: [] }),
  ]);
  expect(await changes()).toEqual([]);
});

it("tells a change of very many entries as one of everything", async () => {
  await changes();
  const revision = await change(Array.from({ length: 101 }, (_, id) => id));
  expect(await changes()).toMatchObject([{ revision, ids: null, foundBy: [] }]);
});

it("says that it does not know all of them, when one was not noted or is forgotten", async () => {
  await changes();
  await change();
  await change([1]);
  expect(await changes()).toBeNull();
  const forgotten = await change([1]);
  await change([2]);
  await database.query('DELETE FROM directory_change WHERE "revision" <= $1', [forgotten]);
  expect(await changes()).toBeNull();
});

it("says that it knows nothing, when another database took the place of the one that it knew", async () => {
  await change([1]);
  await changes();
  const present = await change([1]);
  expect(await changes()).toHaveLength(1);
  // Another past that came as far, and went on.
  await database.query('UPDATE directory_change SET "id" = gen_random_uuid() WHERE "revision" = $1', [present]);
  expect(await changes()).toBeNull();
  await database.query('UPDATE directory_change SET "id" = gen_random_uuid() WHERE "revision" = $1', [present]);
  await change([2]);
  expect(await changes()).toBeNull();
  expect(await changes()).toEqual([]);
});
