import { expect, it } from "vitest";
import { knownRevision } from "../../server/known-revision";
import type { Revision } from "../../server/revision";

const quiet = { warn: () => undefined, info: () => undefined };

const at = (revision: string, changes: Revision["changes"] = []): Revision => ({ revision, elsewhere: "3", listed: "3", changes, changedAt: 0, settled: true });

it("tells that the directory went back to an earlier state", async () => {
  let revision = "7";
  const known = knownRevision(async () => ({ revision, elsewhere: "3", listed: revision, changes: [], changedAt: 0, settled: true }), quiet);
  const past = async (next: string) => {
    revision = next;
    return (await known())!.past;
  };
  const first = await past("7");
  expect([await past("7"), await past("9")]).toEqual([first, first]);
  const restored = await past("8");
  expect(restored).toBeGreaterThan(first);
  expect(await past("10")).toBe(restored);
});

it("tells of another database at the same revision", async () => {
  let read = at("7", null);
  const known = knownRevision(async () => read, quiet);
  const first = await known();
  read = at("7");
  expect(await known()).toMatchObject({ past: first!.past, kept: 7n });
  read = at("7", null);
  expect((await known())!.past).toBeGreaterThan(first!.past);
});

it("forgets what was touched once it is too much to remember, and keeps nothing of before", async () => {
  let read = at("7", null);
  const known = knownRevision(async () => read, quiet);
  await known();
  const foundBy = Array.from({ length: 10_001 }, (_, word) => `mot${word}`);
  read = at("8", [{ revision: "8", ids: [1], foundBy }]);
  expect(await known()).toMatchObject({ kept: 7n, touched: expect.objectContaining({ size: 10_002 }) });
  read = at("9", [{ revision: "9", ids: [2], foundBy: [] }]);
  expect(await known()).toMatchObject({ kept: 9n, touched: new Map() });
});
