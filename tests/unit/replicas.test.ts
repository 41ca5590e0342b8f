import { describe, expect, it } from "vitest";
import { isDatabaseError, troubleOf } from "@/lib/database-trouble";
import { singleFlight } from "@/lib/single-flight";

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe("a single flight", () => {
  /** A question whose answers come when the test says so: the nth answer is n. */
  function questions() {
    const pending: { resolve: () => void; reject: (error: Error) => void }[] = [];
    const ask = () => {
      const number = pending.length + 1;
      return new Promise<number>((resolve, reject) => pending.push({ resolve: () => resolve(number), reject }));
    };
    return { pending, ask: singleFlight(ask) };
  }

  it("is asked once for all who come before it begins", async () => {
    const { pending, ask } = questions();
    const answers = Promise.all([ask(), ask(), ask()]);
    await tick();
    expect(pending).toHaveLength(1);
    pending[0]!.resolve();
    expect(await answers).toEqual([1, 1, 1]);
  });

  it("gives who comes while it is under way the answer of the next one", async () => {
    const { pending, ask } = questions();
    const before = ask();
    await tick();
    const late = Promise.all([ask(), ask()]);
    await tick();
    expect(pending).toHaveLength(1);
    pending[0]!.resolve();
    expect(await before).toBe(1);
    await tick();
    pending[1]!.resolve();
    expect(await late).toEqual([2, 2]);
  });

  it("fails for those who shared it, and not for those who come after", async () => {
    const { pending, ask } = questions();
    const before = ask();
    await tick();
    const late = ask();
    pending[0]!.reject(new Error("no answer"));
    await expect(before).rejects.toThrow("no answer");
    await tick();
    pending[1]!.resolve();
    expect(await late).toBe(2);
  });
});

describe("the trouble of a database", () => {
  const wrapped = (originalCode: string) => ({
    code: "P2010",
    message: "Raw query failed.",
    meta: { driverAdapterError: { name: "DriverAdapterError", cause: { originalCode, kind: "postgres" } } },
  });

  it("is told from the errors of pg and of Node, bare or inside those of Prisma", () => {
    expect(troubleOf(Object.assign(new Error(), { code: "ECONNREFUSED" }))).toBe("lost");
    expect(troubleOf(new AggregateError([Object.assign(new Error(), { code: "ECONNREFUSED" })]))).toBe("lost");
    expect(troubleOf(new Error("Connection terminated unexpectedly"))).toBe("lost");
    expect(troubleOf(new Error("Query read timeout"))).toBe("lost");
    expect(troubleOf(wrapped("57P01"))).toBe("lost");
    expect(troubleOf(wrapped("08P01"))).toBe("lost");
    expect(troubleOf(wrapped("28P01"))).toBe("refused");
    expect(troubleOf(wrapped("40001"))).toBe("conflict");
    expect(troubleOf(wrapped("57014"))).toBe("too_long");
    expect(troubleOf(new Error("timeout exceeded when trying to connect"))).toBe("busy");
  });

  it("is none when the database answered, or was not asked", () => {
    expect(troubleOf(wrapped("42P01"))).toBeNull();
    expect(isDatabaseError(wrapped("42P01"))).toBe(true);
    expect(troubleOf(new TypeError("x is not a function"))).toBeNull();
    expect(isDatabaseError(new TypeError("x is not a function"))).toBe(false);
    expect(isDatabaseError(undefined)).toBe(false);
  });
});
