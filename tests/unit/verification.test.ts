import { describe, expect, it } from "vitest";
import { parseVerification, staleness } from "@/domain/verification";

describe("a verification", () => {
  it("is fresh for half a year, and old after a year", () => {
    const now = new Date("2026-11-22T10:00:00Z");
    const of = (on: string) => staleness(on, now);
    expect([of("2026-11-22"), of("2026-05-27"), of("2026-05-25"), of("2025-11-23"), of("2025-11-21")]).toEqual([null, null, "half_year", "half_year", "year"]);
  });

  it("says how and on what day, not in the future; every fault is told at once", () => {
    const parse = (how: string, on: string, note = "") => parseVerification({ how, on, note }, "2026-11-22");
    expect(parse("call", "2026-11-22", "  ")).toEqual({ ok: true, input: { how: "call", on: "2026-11-22", note: null } });
    expect(parse("", "2026-11-23")).toEqual({ ok: false, problems: { how: "required", on: "in_the_future" } });
    expect(parse("fax", "22/11/2026", "a".repeat(1001))).toEqual({ ok: false, problems: { how: "required", on: "not_a_date", note: "too_long" } });
  });
});
