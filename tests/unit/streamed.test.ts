import { describe, expect, it } from "vitest";
import { streamed } from "@/lib/http/streamed";

/** Pieces that tell how far they were made, and whether their maker was told to stop. */
function pieces(count: number) {
  const told = { made: 0, stopped: false };
  async function* make() {
    try {
      while (told.made < count) yield `piece ${(told.made += 1)};`;
    } finally {
      told.stopped = true;
    }
  }
  return { told, make };
}

describe("a body sent piece by piece", () => {
  it("is made no further than it is read", async () => {
    const { told, make } = pieces(1000);
    const reader = (await streamed(make())).getReader();
    expect(told.made).toBe(1);
    await reader.read();
    await reader.read();
    await reader.read();
    expect(told.made).toBe(3);
    await reader.cancel();
    expect(told).toEqual({ made: 3, stopped: true });
  });

  it("holds every piece, in order", async () => {
    expect(await new Response(await streamed(pieces(3).make())).text()).toBe("piece 1;piece 2;piece 3;");
    expect(await new Response(await streamed(pieces(0).make())).text()).toBe("");
  });

  it("fails before it begins, when its first piece does", async () => {
    async function* after(database: Promise<string>): AsyncGenerator<string> {
      yield await database;
    }
    await expect(streamed(after(Promise.reject(new Error("no database"))))).rejects.toThrow("no database");
    // One that failed does not stand in the way of the next.
    expect(await new Response(await streamed(pieces(1).make())).text()).toBe("piece 1;");
  });
});
