import { describe, expect, it } from "vitest";
import { document, indexOf, labelsFor, search } from "../support/made-up-index";

describe("the order of a search", () => {
  const index = indexOf(
    { id: 1, name: "Union des éleveurs", description: "Travaille avec l’AME." },
    { id: 2, name: "Zone libre", facets: ["kind:cso", "zone:K"] },
    { id: 3, name: "Amicale des femmes de Kayes" },
    { id: 4, name: "Kayes" },
    { id: 5, name: "Kayes Demain" },
    { id: 6, name: "Bien nommée", acronym: "KAYES" },
    { id: 7, name: "Autre", aliases: ["Les amis de Kayes"] },
    { id: 8, name: "Encore une autre", aliases: ["Kayes"] },
    { id: 9, name: "Dernière", description: "Un bureau à Kayes." },
  );

  it("is exact acronym, exact name, beginning, words of the name, alias, zone, description", () => {
    expect(search(index, "kayes").ids).toEqual([6, 4, 5, 3, 8, 7, 2, 9]);
  });

  it("puts the name first, whatever the page", () => {
    const all = search(index, "kayes").ids;
    expect([0, 2, 4, 6].flatMap((from) => search(index, "kayes", { from, count: 2 }).ids)).toEqual(all);
  });

  it("lists by members with the unknown last, then by name", () => {
    const members = indexOf(
      { id: 1, name: "C", memberCount: 5 },
      { id: 2, name: "B" },
      { id: 3, name: "A", memberCount: 5 },
      { id: 4, name: "D", memberCount: 9 },
    );
    expect(search(members, "", { sort: "members" }).ids).toEqual([4, 3, 1, 2]);
  });

  it("is the same whether few are found or many", () => {
    // Few are sorted when they are found, many are met in an order that stands ready.
    const large = indexOf(
      ...Array.from({ length: 100 }, (_, index) => ({
        id: index + 1,
        name: `Organisation ${String(index).padStart(2, "0")}`,
        facets: ["kind:cso", ...(index % 25 === 0 ? ["theme:women"] : [])],
        memberCount: index === 25 ? null : 1 + (index % 50),
        updatedAt: (index * 37) % 100,
        verifiedAt: index === 0 ? null : (index * 53) % 100,
      })),
    );
    const few = { included: { theme: ["theme:women"] } };
    expect(search(large, "", { ...few, sort: "members" }).ids).toEqual([76, 1, 51, 26]);
    for (const sort of ["members", "updated", "verified"] as const) {
      const all = search(large, "", { sort, count: 100 }).ids;
      expect(search(large, "", { ...few, sort }).ids, sort).toEqual(all.filter((id) => (id - 1) % 25 === 0));
    }
  });
});

describe("whoever is named by a text", () => {
  const index = indexOf(
    { id: 1, name: "Fonds Gamma", acronym: "FG", facets: ["kind:donor", "theme:women"] },
    { id: 2, name: "Fonds Gamma Mali", facets: ["kind:cso"] },
    { id: 3, name: "Institut", aliases: ["FG"], description: "Fonds Gamma", facets: ["kind:research"] },
  );

  it("is named by its whole name or its acronym, and by nothing less", () => {
    expect([index.ofNamed("fonds gamma", "kind"), index.ofNamed("F.G.", "kind"), index.ofNamed("FG", "theme")]).toEqual([
      ["kind:donor"],
      ["kind:donor"],
      ["theme:women"],
    ]);
    for (const text of ["fonds", "gamma", "", '"fonds gamma"', "fonds gamma -mali"]) expect(index.ofNamed(text, "kind"), text).toEqual([]);
  });

  it("is told as it is now when it has changed", () => {
    const after = index.with(new Map([[1, document({ id: 1, name: "Fonds Delta", facets: ["kind:media"] })]]), labelsFor(index.facets));
    expect([after.ofNamed("fonds gamma", "kind"), after.ofNamed("fonds delta", "kind")]).toEqual([[], ["kind:media"]]);
  });
});
