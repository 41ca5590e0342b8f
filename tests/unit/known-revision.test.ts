import { expect, it } from "vitest";
import { knownRevision } from "../../server/known-revision";

const quiet = { warn: () => undefined, info: () => undefined };

it("tells that the directory went back to an earlier state", async () => {
  let revision = "7";
  const known = knownRevision(async () => ({ revision, elsewhere: "3", changedAt: 0, settled: true }), quiet);
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
