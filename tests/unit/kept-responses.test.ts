import type { IncomingMessage, ServerResponse } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { markShows, markShowsAnything } from "@/lib/request-outcome";
import type { Change, Revision } from "../../server/revision";
import { read, startFront, text, type MadeUp } from "../support/front-reader";

/** A stored response stays over changes that cannot have touched it, and over no other. */

const state: MadeUp = { renders: [], says: "", markUnavailable: () => undefined };
let present: Revision = { revision: "1", elsewhere: "1", listed: "1", changes: null, changedAt: 0, settled: true };
let front: Awaited<ReturnType<typeof startFront>>;
let now = Date.now();
/** What a page at /held waits for. */
let held = Promise.resolve();
let begun = () => undefined as void;

/** Each page says which one it is of those that were rendered. */
let rendered = 0;
async function application({ url }: IncomingMessage, response: ServerResponse): Promise<void> {
  const now = (rendered += 1);
  response.setHeader("content-type", "text/html");
  if (url !== "/silent") markShows([7, "retour"]);
  if (url === "/anything") markShowsAnything();
  if (url === "/in-parts") {
    response.write("begun ");
    await turn();
    markShows([8]);
  }
  if (url === "/held") {
    begun();
    await held;
  }
  response.end(`${now}`);
}

beforeAll(async () => {
  front = await startFront(
    state,
    async () => {
      const read = present;
      // As the database tells each change once.
      present = { ...present, changes: [] };
      return read;
    },
    { application, now: () => now },
  );
});
afterAll(() => front.stop());

const page = async (url: string) => text(await read(front.port, url));

/** Moves the directory on. @param changed what the last revision says that it did; null when that is not known */
function change(changed: Partial<Change> | null, { lists = false, elsewhere = false } = {}): void {
  const revision = String(Number(present.revision) + 1);
  const changes = changed && [...(present.changes ?? []), { revision, ids: [], foundBy: [], ...changed }];
  present = { ...present, revision, changes, ...(lists && { listed: revision }), ...(elsewhere && { listed: revision, elsewhere: revision }) };
}

beforeEach(() => {
  now += 60_000;
  change(null);
});

describe("a page that shows the entry 7 and what is found by a word", () => {
  const CHANGES: [string, () => void, "stays" | "is rendered anew"][] = [
    ["another entry changes", () => change({ ids: [1] }), "stays"],
    ["another word is said", () => change({ ids: [1], foundBy: ["aller"] }), "stays"],
    ["its entry changes", () => change({ ids: [1, 7] }), "is rendered anew"],
    ["that word is said", () => change({ ids: [1], foundBy: ["retour"] }), "is rendered anew"],
    ["an entry moves in a list", () => change({ ids: [1] }, { lists: true }), "is rendered anew"],
    ["everything changes", () => change({ ids: null }), "is rendered anew"],
    ["nobody knows what changed", () => change(null), "is rendered anew"],
    ["its entry changes, and then another", () => (change({ ids: [7] }), change({ ids: [1] })), "is rendered anew"],
  ];
  it.each(CHANGES)("when %s", async (_, happens, what) => {
    const first = await page("/organisations");
    expect(await page("/organisations")).toBe(first);
    happens();
    const next = await page("/organisations");
    if (what === "stays") expect(next).toBe(first);
    else expect(Number(next)).toBeGreaterThan(Number(first));
    expect(await page("/organisations")).toBe(next);
  });

  it("stays over many changes, and is rendered anew after the first that touches it", async () => {
    const first = await page("/organisations");
    for (const id of [1, 2, 3]) {
      change({ ids: [id] });
      expect(await page("/organisations")).toBe(first);
    }
    change({ ids: [7] });
    // Who asks for something else has the change read before the page is asked for.
    await page("/silent");
    change({ ids: [1] });
    expect(await page("/organisations")).not.toBe(first);
  });
});

it.each(["/silent", "/anything"])("%s does not say what it shows, and is rendered anew after any change", async (url) => {
  const first = await page(url);
  expect(await page(url)).toBe(first);
  change({ ids: [1] });
  expect(await page(url)).not.toBe(first);
});

it("counts what an answer says that it shows once its first bytes were sent", async () => {
  const first = await page("/in-parts");
  change({ ids: [1] });
  expect(await page("/in-parts")).toBe(first);
  change({ ids: [8] });
  expect(await page("/in-parts")).not.toBe(first);
});

it("renders anew, for who comes after a change, what was being rendered before it", async () => {
  let release = () => undefined as void;
  held = new Promise((resolve) => (release = resolve));
  const started = new Promise<void>((resolve) => (begun = resolve));
  const before = page("/held");
  await started;
  change({ ids: [7] });
  const after = page("/held");
  await page("/silent");
  release();
  expect(Number(await after)).toBeGreaterThan(Number(await before));
  expect(await page("/held")).toBe(await after);
});

describe("lists, when entries move in them without a pause", () => {
  const url = "/organisations";
  const many = 10;

  it("are shown as they are after each of the first changes, and then once the time of these is over", async () => {
    let shown = await page(url);
    const next = async () => {
      const before = shown;
      shown = await page(url);
      return Number(shown) > Number(before) ? "anew" : "as before";
    };
    for (let time = 0; time < many; time += 1) {
      change({ ids: [1] }, { lists: true });
      expect(await next()).toBe("anew");
    }
    change({ ids: [1] }, { lists: true });
    now += 4999;
    expect([await next(), await next()]).toEqual(["as before", "as before"]);
    now += 1;
    expect([await next(), await next()]).toEqual(["anew", "as before"]);
  });

  describe("and the last change is not shown in them yet", () => {
    beforeEach(async () => {
      await page(url);
      for (let time = 0; time <= many; time += 1) {
        change({ ids: [1] }, { lists: true });
        await page("/silent");
      }
      await page(url);
    });

    it("say nothing of an entry as it was", async () => {
      const before = await page(url);
      change({ ids: [7] }, { lists: true });
      expect(await page(url)).not.toBe(before);
    });

    it("are shown at once after any other change", async () => {
      const before = await page(url);
      change({ ids: [1] }, { elsewhere: true });
      expect(await page(url)).not.toBe(before);
    });

    it("have no date by which a reader's copy would stay when they are shown anew", async () => {
      const { headers } = await read(front.port, url);
      expect([headers["x-cache"], headers["last-modified"]]).toEqual(["hit", undefined]);
      now += 5000;
      expect((await read(front.port, url)).headers["last-modified"]).toBeDefined();
    });
  });
});
