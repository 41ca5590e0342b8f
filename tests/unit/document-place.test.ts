import { describe, expect, it } from "vitest";
import { placeInSource } from "@/components/place-in-source";

describe("a place in a document", () => {
  it("is named in the reader's language, a heading of the document in its own", () => {
    const at = (table: string | null, lineEnd: number | null = null) =>
      (["fr", "en"] as const).map((locale) => placeInSource(locale, { table, lineStart: 389, lineEnd }));
    expect(at("Tableau 2")).toEqual(["Tableau 2, l. 389", "Table 2, l. 389"]);
    expect(at("Encadré 4", 391)).toEqual(["Encadré 4, l. 389–391", "Box 4, ll. 389–391"]);
    expect(at("Sigles et acronymes")).toEqual(["Sigles et acronymes, l. 389", "Acronyms, l. 389"]);
    expect(at("Introduction")).toEqual(["Introduction, l. 389", "Introduction, l. 389"]);
  });
});
