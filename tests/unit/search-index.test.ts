import { describe, expect, it } from "vitest";
import { explain } from "@/search/explain";
import { counted, document, indexOf, labelsFor, search } from "../support/made-up-index";

describe("what is found", () => {
  const index = indexOf(
    { id: 1, name: "Association malienne des expulsés", acronym: "A.M.E." },
    { id: 2, name: "Groupement pour le co-développement" },
    { id: 3, name: "Œuvre nationale", facets: ["kind:cso", "theme:women", "zone:Y"] },
    { id: 4, name: "Associations réunies", description: "Maliennes et maliens." },
  );

  it.each([
    ["endings, accents and case", "ASSOCIATIONS MALIENNES EXPULSEES", [1]],
    ["an acronym without its dots", "ame", [1]],
    ["an acronym letter by letter", "A M E", [1]],
    ["an elision", "d’expulsés", [1]],
    ["a ligature written as two letters", "oeuvre", [3]],
    ["a hyphenated word as one", "codeveloppement", [2]],
    ["a hyphenated word as two", "co développement", [2]],
    ["a zone", "yelimane", [3]],
    ["a theme", "femmes", [3]],
    ["a beginning", "expul", [1]],
    ["a phrase", '"malienne des expulsés"', [1]],
    ["only words side by side in a phrase", '"association expulsés"', []],
    ["without a word", "association -malienne", []],
    ["either word", "expulsés OU développement", [1, 2]],
    ["either word or nothing, at the end", "expulsés OU", [1]],
    ["nothing for an unknown word", "zzzqqq", []],
    ["everything for no word", "", [1, 4, 2, 3]],
  ])("finds %s", (_, text, ids) => {
    expect(search(index, text).ids).toEqual(ids);
  });

  it.each([
    ["yelimame", "yelimane"],
    ["xelimane", "yelimane"],
    ["asociation malienne", "association malienne"],
    ["developement", "developpement"],
    ["devlopement", "developpement"],
  ])("reads the mistyped %s as %s and says so", (typed, used) => {
    const found = search(index, typed);
    expect(found.total).toBeGreaterThan(0);
    expect(found.correction).toMatchObject({ typed, used });
  });

  it("offers no word that only a withdrawn entry had", () => {
    const before = indexOf(
      { id: 1, name: "Union malienne" },
      { id: 2, name: "Zorblatteur du fleuve" },
      { id: 3, name: "Zorblatteurs cachés", facets: ["theme:women"] },
    );
    expect(search(before, "union OU cachis").correction).toMatchObject({ used: "union OU caches" });
    expect(search(before, "zorblatteurx").correction).not.toBeNull();
    const after = before.with(new Map([[3, null]]), labelsFor(before.facets));
    expect(search(after, "union OU cachis")).toMatchObject({ total: 1, correction: null });
    expect(search(after, "zorblatteurx").correction).toMatchObject({ used: "zorblatteur" });
    const only = before.only(Int32Array.of(1, 2), labelsFor(before.facets));
    expect(search(only, "union OU cachis").correction).toBeNull();
    const women = before.facets.find("theme:women")!;
    expect([before.isUsed(women), after.isUsed(women), only.isUsed(women)]).toEqual([true, false, false]);
    const again = after.with(new Map([[3, document({ id: 3, name: "Zorblatteurs cachés" })]]), labelsFor(before.facets));
    expect(search(again, "union OU cachis").correction).not.toBeNull();
  });

  it("corrects nothing in quotes, nothing short, and never widens to everything", () => {
    for (const text of ['"yelimame"', "amx", "-zzzzqqqq zzzzqqqq", "asociation zzzzzzqqqq"]) {
      expect(search(index, text)).toMatchObject({ total: 0, correction: null });
    }
  });

  it.each(["(", "a & b | !c", ":*", "'", '"', '""', "- -- -", "OU", "| OR OU", "\\", "%_%", "\0", "<b>", "😀", "a ".repeat(40)])("takes %j as text", (text) => {
    expect(search(index, text).total).toBeGreaterThanOrEqual(0);
  });
});

describe("facets", () => {
  const index = indexOf(
    { id: 1, name: "A", facets: ["kind:cso", "theme:women", "zone:ML", "zone:K"] },
    { id: 2, name: "B", facets: ["kind:cso", "theme:youth", "theme:women", "zone:ML"] },
    { id: 3, name: "C", facets: ["kind:network", "theme:youth", "zone:unknown"] },
    { id: 4, name: "D", facets: ["kind:donor", "theme:unknown", "zone:ML"] },
  );

  it("keep the alternatives of their own group and follow the others", () => {
    const { counts, total } = search(index, "", { included: { theme: ["theme:women"], kind: ["kind:cso", "kind:network"] } });
    expect(total).toBe(2);
    expect(counted(index, counts)).toEqual({ "kind:cso": 2, "theme:women": 2, "theme:youth": 2, "zone:ML": 2, "zone:K": 1 });
  });

  it("leave out what is excluded, and still count it in its own group", () => {
    const { ids, counts } = search(index, "", { excluded: { theme: ["theme:women"] } });
    expect(ids).toEqual([3, 4]);
    expect(counted(index, counts)).toMatchObject({ "theme:women": 2, "theme:youth": 2, "kind:network": 1 });
    expect(counted(index, counts)).not.toHaveProperty("kind:cso");
  });

  it("know what is unknown", () => {
    expect(search(index, "", { included: { zone: ["zone:unknown"] } }).ids).toEqual([3]);
  });

  it("give nothing for a value that nobody has", () => {
    expect(search(index, "", { included: { network: ["network:nobody"] } }).total).toBe(0);
  });
});

describe("a change", () => {
  const before = indexOf({ id: 1, name: "Alpha" }, { id: 2, name: "Gamma" }, { id: 3, name: "Omega", acronym: "OMG" });
  const after = before.with(
    new Map([
      [2, document({ id: 2, name: "Zeta", facets: ["kind:cso", "theme:new"] })],
      [3, null],
      [4, document({ id: 4, name: "Beta", memberCount: 3 })],
    ]),
    labelsFor(before.facets),
  );

  it("takes its place in every order and page", () => {
    expect(search(after, "").ids).toEqual([1, 4, 2]);
    expect([0, 1, 2].flatMap((from) => search(after, "", { from, count: 1 }).ids)).toEqual([1, 4, 2]);
    expect(search(after, "", { sort: "members" }).ids).toEqual([4, 1, 2]);
    expect(search(after, "", { sort: "updated" }).ids).toEqual([4, 2, 1]);
  });

  it("is found by its new words and facets, and no longer by the old ones", () => {
    expect(search(after, "zeta").ids).toEqual([2]);
    for (const superseded of ["gamma", "omega", "OMG"]) expect(search(after, superseded).total).toBe(0);
    expect(search(after, "", { included: { theme: ["theme:new"] } }).ids).toEqual([2]);
    expect(search(before, "gamma").ids).toEqual([2]);
  });
});

describe("why it was found", () => {
  const organisation = {
    name: "Association des femmes de Kayes",
    acronym: "A.F.K.",
    aliases: ["Muso Kayes"],
    description: `${"Avant. ".repeat(20)}Elle aide les femmes qui reviennent. ${"Après. ".repeat(40)}`,
    facets: () => [{ group: "zone" as const, value: "yelimane", label: "Yélimané", words: ["yelimane"] }],
  };
  const why = (text: string) =>
    explain(
      search(indexOf({ id: 1, name: organisation.name, acronym: "A.F.K.", aliases: organisation.aliases, description: organisation.description }), text).query!,
      organisation,
    );

  it("marks the words of the name where they stand, accents and endings or not", () => {
    expect(why("FEMME")).toEqual([{ field: "name", text: organisation.name, marks: [[16, 22]] }]);
  });

  it("tells the alias, the zone, and each word once", () => {
    expect(why("muso")).toEqual([{ field: "alias", text: "Muso Kayes", marks: [[0, 4]] }]);
    expect(why("femmes yelimane")).toEqual([
      { field: "name", text: organisation.name, marks: [[16, 22]] },
      { field: "zone", value: "yelimane", label: "Yélimané" },
    ]);
  });

  it("marks an acronym that was typed letter by letter", () => {
    expect(why("a f k")).toContainEqual({ field: "acronym", text: "A.F.K.", marks: [[0, 6]] });
  });

  it("cuts a description around the word", () => {
    const [match] = why("reviennent");
    if (match?.field !== "description") throw new Error(JSON.stringify(match));
    expect(match.text.length).toBeLessThan(220);
    expect(match.text).toMatch(/^… .* …$/);
    expect(match.marks.map(([start, end]) => match.text.slice(start, end))).toEqual(["reviennent"]);
  });
});
