import { describe, expect, it } from "vitest";
import { listQuery, listSearch } from "@/features/editor/list-query";

const WHOLE =
  "?q=eau&etat=current&kind=cso&completude=incomplete&manque=contacts&verification=year&par=3&zone=kayes&theme=women_rights&source=emdk-plaquette&tri=missing&page=2";

describe("the address of the list of staff", () => {
  it("is the whole state: every filter comes back as it was sent", () => {
    expect(listSearch(listQuery(Object.fromEntries(new URLSearchParams(WHOLE))), 2)).toBe(WHOLE);
    expect(listSearch(listQuery({}), 1)).toBe("");
  });

  it("leaves out what means nothing", () => {
    const nothing = {
      etat: "ouvert",
      kind: "x",
      completude: "1",
      manque: "name",
      verification: "-",
      par: "1 or 1",
      zone: "a/b",
      theme: "",
      source: "'",
      tri: "id",
    };
    expect(listSearch(listQuery({ ...nothing, page: "-1" }), 1)).toBe("");
  });
});
