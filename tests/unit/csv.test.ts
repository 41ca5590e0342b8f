import { describe, expect, it } from "vitest";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";

describe("a CSV file", () => {
  it("quotes what must be, keeps unknown empty and ends its lines as the standard says", () => {
    expect(
      BYTE_ORDER_MARK +
        csvLines([
          ["a", "b"],
          ['dit "x", y', null],
          [3, false],
        ]),
    ).toBe('\ufeffa,b\r\n"dit ""x"", y",\r\n3,false\r\n');
  });

  const written = (cell: string | number) => csvLines([[cell]]).slice(0, -2);

  it.each(["=cmd()", "＝cmd()", "＋1", "－1", "＠x", "@x", "-1+1", "+cmd|' /C calc'!A0", "\t=cmd()", " =cmd()", "\u00a0=cmd()", "+A1", "+R1C1", "-"])(
    "lets no spreadsheet run %j",
    (typed) => expect(written(typed)).toBe(`'${typed}`),
  );

  it("lets none run what hides behind a line's end", () => {
    expect(written("\r=cmd()")).toBe(`"'\r=cmd()"`);
    expect(written("\n=cmd()")).toBe(`"'\n=cmd()"`);
  });

  it.each(["+22320241122", "+223 20 24 11 22", "+ 223 2202056", "+223\u00a020.24.11.22", "+33 (0)1 48 57 75 80", "-11.445"])("leaves %j as it is", (typed) => {
    expect(written(typed)).toBe(typed);
  });

  it.each(["+223-20-24-11-22", "+22320241122/66772111", "+223 20 24; =cmd()", "+223 20 24 11 22 +1", "+223*1"])(
    "makes text of %j, which a spreadsheet would calculate",
    (typed) => expect(written(typed)).toBe(`'${typed}`),
  );

  it("writes numbers as numbers", () => expect(written(-5)).toBe("-5"));
});
