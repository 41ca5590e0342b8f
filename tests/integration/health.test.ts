import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { relayTo, type Relay } from "../support/relay";

let relay: Relay;
let GET: () => Promise<Response>;

beforeAll(async () => {
  relay = await relayTo(process.env.DATABASE_URL ?? "");
  // The environment is read once: what is imported from here on knows the database by the relay alone.
  process.env.DATABASE_URL = relay.url;
  ({ GET } = await import("@/app/api/v1/health/route"));
});
afterAll(() => relay.cut());

it("GET /api/v1/health says whether a database answers this server, each time it is asked", async () => {
  const health = async () => {
    const answer = await GET();
    expect(answer.headers.get("cache-control")).toBe("no-store");
    return [answer.status, ((await answer.json()) as { status: string }).status, answer.headers.get("retry-after")];
  };
  const well = [200, "ok", null];
  const ill = [503, "no_database", "5"];
  // The index is loaded first.
  await vi.waitFor(async () => expect(await health()).toEqual(well), 10_000);
  await relay.cut();
  expect(await health()).toEqual(ill);
  await relay.mend();
  await vi.waitFor(async () => expect(await health()).toEqual(well), 10_000);
  relay.freeze();
  expect(await health()).toEqual(ill);
}, 20_000);
