import { expect, it } from "vitest";
import { limitsAfter } from "@/domain/limits-time";

it.each([
  ["2009", ["2012-03-02", "2023-03-13"], "2023-03-13"],
  ["2012", ["2012-03-02", null], null],
  ["2012-02", ["2012-03-02"], "2012-03-02"],
  ["2012-03-02", ["2012-03-02"], null],
  ["2024-01-01", ["2023-03-13", undefined], null],
  ["2009", [null, undefined], null],
  [null, ["2023-03-13"], null],
] as const)("what is said of %s is of before limits of %j: %s", (time, days, since) => {
  expect(limitsAfter(time, days)).toBe(since);
});
