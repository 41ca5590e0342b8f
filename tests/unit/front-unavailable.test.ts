import { describe, expect, it } from "vitest";
import { markUnavailable, outcomes } from "@/lib/request-outcome";
import { isUnavailable } from "@/lib/database-trouble";

/** As Prisma throws it: the adapter's error inside its own. */
const wrapped = (code: string, cause: object) =>
  Object.assign(new Error("Invalid invocation"), { code, meta: { driverAdapterError: Object.assign(new Error("adapter"), { cause }) } });

describe("a database that does not answer", () => {
  it.each([
    ["a raw query past its limit", wrapped("P2010", { kind: "postgres", originalCode: "57014", code: "57014" })],
    ["a model's query past its limit", wrapped("P2039", { kind: "postgres", code: "57014" })],
    ["a connection closed by the server", wrapped("P2010", { kind: "postgres", originalCode: "57P01" })],
    ["a raw query without server", wrapped("P2010", { kind: "DatabaseNotReachable", host: "127.0.0.1" })],
    ["a model's query without server", wrapped("P1001", { kind: "DatabaseNotReachable" })],
    ["no connection in time", new Error("timeout exceeded when trying to connect")],
    ["a connection lost", new Error("Connection terminated unexpectedly")],
    ["an answer not in time", new Error("Query read timeout")],
    ["a refused connection on every address", new AggregateError([Object.assign(new Error(""), { code: "ECONNREFUSED" })])],
    ["a cause within a cause", new Error("outer", { cause: new Error("inner", { cause: { code: "53300" } }) })],
  ])("is recognised: %s", (_name, error) => {
    expect(isUnavailable(error)).toBe(true);
  });

  it.each([
    ["a fault of ours", new TypeError("undefined is not a function")],
    ["a value that is taken", wrapped("P2002", { kind: "UniqueConstraintViolation", originalCode: "23505" })],
    ["bad SQL", wrapped("P2010", { kind: "postgres", code: "42601" })],
    ["a refused password", wrapped("P1000", { kind: "AuthenticationFailed", originalCode: "28P01" })],
    ["nothing", null],
    ["a sentence", "ECONNREFUSED"],
  ])("is not seen in %s", (_name, error) => {
    expect(isUnavailable(error)).toBe(false);
  });

  it("is told to the server, for the present request alone", async () => {
    const one = { unavailable: false };
    const other = { unavailable: false };
    await Promise.all([
      outcomes.run(one, async () => {
        await Promise.resolve();
        markUnavailable();
      }),
      outcomes.run(other, async () => undefined),
    ]);
    markUnavailable();
    expect([one.unavailable, other.unavailable]).toEqual([true, false]);
  });
});
