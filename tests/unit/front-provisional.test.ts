import { afterAll, beforeAll, expect, it } from "vitest";
import { markProvisional, requestRevision } from "@/lib/request-outcome";
import { read, startFront, text, type MadeUp } from "../support/front-reader";

const state: MadeUp = { renders: [], says: "", markUnavailable: () => undefined };
let isOld = true;
let front: Awaited<ReturnType<typeof startFront>>;

beforeAll(async () => {
  front = await startFront(state, async () => ({ revision: "1", elsewhere: "1", listed: "1", changes: [], changedAt: 0, settled: true }), {
    application: async (request, response) => {
      if (request.url === "/late") {
        response.setHeader("content-type", "text/html").write("begun");
        // As a page that reads the index after its first bytes.
        markProvisional();
        return void response.end();
      }
      if (isOld) markProvisional();
      response
        .setHeader("x-revision", String(requestRevision()))
        .setHeader("content-type", "text/html")
        .end(isOld ? "old" : "new");
    },
  });
});
afterAll(() => front.stop());

it("does not cache what the application made from an older state, so that the next reader gets the present one", async () => {
  const first = await read(front.port, "/organisations");
  expect([text(first), first.headers["x-cache"], first.headers["cache-control"], first.headers["last-modified"]]).toEqual([
    "old",
    "pass",
    "no-store",
    undefined,
  ]);
  isOld = false;
  const second = await read(front.port, "/organisations");
  expect([text(second), second.headers["x-cache"], second.headers["cache-control"]]).toEqual(["new", "miss", "public, no-cache"]);
});

it("does not cache what turned out to be older once its first bytes were written", async () => {
  const { headers } = await read(front.port, "/late");
  expect([headers["x-cache"], headers["cache-control"]]).toEqual(["pass", "no-store"]);
});

it("tells the application the revision that it read for the request, and none outside a request", async () => {
  expect((await read(front.port, "/organisations?page=2")).headers["x-revision"]).toBe("1");
  expect(requestRevision()).toBeNull();
});
