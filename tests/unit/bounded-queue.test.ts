import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BoundedQueue, Busy } from "@/lib/bounded-queue";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

/** Works that end when the test says so, and the order in which they began. */
function works(queue: BoundedQueue) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const outcomes = new Map<string, "done" | "busy">();
  const ask = (name: string, client = name) => {
    const work = () => (begun.push(name), new Promise<void>((resolve) => ends.set(name, resolve)));
    queue.run(client, work).then(
      () => outcomes.set(name, "done"),
      (error) => outcomes.set(name, error instanceof Busy ? "busy" : error),
    );
  };
  const end = async (name: string) => {
    ends.get(name)!();
    await vi.advanceTimersByTimeAsync(0);
    await new Promise(setImmediate);
  };
  return { begun, outcomes, ask, end };
}

const CROWD = { above: 2, longestWaitMs: 500 };

describe("a queue with bounds", () => {
  it("runs as many works as it may, and the others in the order in which they came", async () => {
    const { begun, outcomes, ask, end } = works(new BoundedQueue({ running: 2, slowMs: 60_000, waiting: 10, longestWaitMs: 1000 }));
    for (const name of ["a", "b", "c", "d"]) ask(name, "one client");
    expect(begun).toEqual(["a", "b"]);
    await end("b");
    expect(begun).toEqual(["a", "b", "c"]);
    await end("a");
    await end("c");
    await end("d");
    expect(begun).toEqual(["a", "b", "c", "d"]);
    expect([...outcomes.values()]).toEqual(["done", "done", "done", "done"]);
  });

  it("lets clients take turns, however much one of them asks for", async () => {
    const { begun, ask, end } = works(new BoundedQueue({ running: 1, slowMs: 60_000, waiting: 10, longestWaitMs: 1000 }));
    for (const name of ["a1", "a2", "a3", "a4"]) ask(name, "a");
    ask("b1", "b");
    ask("c1", "c");
    for (const name of ["a1", "a2", "b1", "c1", "a3"]) await end(name);
    expect(begun).toEqual(["a1", "a2", "b1", "c1", "a3", "a4"]);
  });

  it("refuses who comes to a crowd sooner than who was there before it", async () => {
    const { outcomes, ask } = works(new BoundedQueue({ running: 1, slowMs: 60_000, waiting: 10, longestWaitMs: 1000, flood: CROWD }));
    for (const name of ["a", "b", "c", "d", "late"]) ask(name);
    await vi.advanceTimersByTimeAsync(CROWD.longestWaitMs);
    expect(outcomes.get("late")).toBe("busy");
    expect(outcomes.get("b")).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1000 - CROWD.longestWaitMs);
    expect(outcomes.get("b")).toBe("busy");
  });

  it("refuses who waited too long, and goes on with the others", async () => {
    const { begun, outcomes, ask, end } = works(new BoundedQueue({ running: 1, slowMs: 60_000, waiting: 10, longestWaitMs: 900 }));
    ask("a");
    ask("b");
    await vi.advanceTimersByTimeAsync(100);
    ask("later");
    await vi.advanceTimersByTimeAsync(799);
    expect(outcomes.get("b")).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(outcomes.get("b")).toBe("busy");
    await end("a");
    expect(begun).toEqual(["a", "later"]);
  });

  it("refuses at once what has no room, the newest of who has the most first", async () => {
    const queue = new BoundedQueue({ running: 1, slowMs: 60_000, waiting: 3, longestWaitMs: 1000 });
    const { begun, outcomes, ask, end } = works(queue);
    for (const name of ["a1", "a2", "a3", "a4"]) ask(name, "a");
    ask("a5", "a");
    await vi.advanceTimersByTimeAsync(0);
    expect(outcomes.get("a5")).toBe("busy");
    ask("b1", "b");
    await vi.advanceTimersByTimeAsync(0);
    expect([outcomes.get("a4"), outcomes.get("b1"), queue.waiting]).toEqual(["busy", undefined, 3]);
    await end("a1");
    await end("a2");
    expect(begun).toEqual(["a1", "a2", "b1"]);
  });

  it("does not let a work that waits for something else hold up the others", async () => {
    const { begun, outcomes, ask, end } = works(new BoundedQueue({ running: 1, slowMs: 200, waiting: 10, longestWaitMs: 1000 }));
    for (const name of ["stuck", "b", "c"]) ask(name);
    await vi.advanceTimersByTimeAsync(200);
    await new Promise(setImmediate);
    expect(begun).toEqual(["stuck", "b"]);
    await end("stuck");
    expect([begun, outcomes.get("stuck")]).toEqual([["stuck", "b"], "done"]);
    await end("b");
    expect(begun).toEqual(["stuck", "b", "c"]);
  });

  it("goes on after a work that fails", async () => {
    const queue = new BoundedQueue({ running: 1, slowMs: 60_000, waiting: 1, longestWaitMs: 1000 });
    await expect(queue.run("a", () => Promise.reject(new Error("a fault")))).rejects.toThrow("a fault");
    await expect(queue.run("a", async () => "done")).resolves.toBe("done");
  });
});
