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

  it("never lets a spreadsheet run what an organisation typed", () => {
    expect(BYTE_ORDER_MARK + csvLines([["＝cmd()", "＋1", "=cmd()", "@x", "+223 20 24", "-1+1", "+22320241122", -5]])).toBe(
      "\ufeff'＝cmd(),'＋1,'=cmd(),'@x,'+223 20 24,'-1+1,+22320241122,-5\r\n",
    );
  });
});
