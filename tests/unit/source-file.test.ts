import { describe, expect, test } from "vitest";
import { fileName, fileTypeOf } from "@/domain/source-file";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");

describe("what a file is", () => {
  test("is read from its first bytes, whatever it is called", () => {
    expect(fileTypeOf(bytes("%PDF-1.7\n"))).toBe("application/pdf");
    expect(fileTypeOf(bytes("\xff\xd8\xff\xe0"))).toBe("image/jpeg");
    expect(fileTypeOf(bytes("\x89PNG\r\n\x1a\n"))).toBe("image/png");
  });

  test("is nothing that is kept when it only begins like one, holds it further on, or is empty", () => {
    for (const other of ["", "%PD", " %PDF-1.7", "<html>%PDF-1.7", "MZ\x90"]) expect(fileTypeOf(bytes(other))).toBeNull();
  });
});

describe("the name that a file is kept by", () => {
  test.each([
    ["récépissé 0068.PDF", "récépissé 0068.pdf"],
    ["C:\\Users\\moussa\\scan.pdf", "scan.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["page.html", "page.pdf"],
    ["", "document.pdf"],
    ["***.pdf", "document.pdf"],
  ])("of %j is %j", (given, kept) => expect(fileName(given, "application/pdf")).toBe(kept));

  test("has nothing that would break a header or turn the direction of reading", () => {
    expect(fileName('a\r\nb"c\u202efdp.\u0000exe', "image/png")).toBe("abcfdp.png");
  });
});
