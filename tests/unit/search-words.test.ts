import { describe, expect, it } from "vitest";
import { literally, parseText } from "@/search/query";
import { stem } from "@/search/words";

describe("stem", () => {
  it.each([
    "association associations",
    "expulse expulses expulsee expulsees",
    "malien malienne maliens maliennes",
    "national nationale nationaux nationales",
    "reseau reseaux",
    "bureau bureaux",
    "francais francaise francaises",
    "cooperatif cooperative cooperatives",
    "eleveur eleveurs eleveuse eleveuses",
    "producteur productrice productrices",
    "mutuel mutuelle mutuelles",
    "local locale locaux locales",
    "jeune jeunes",
    "pays",
    "right rights",
    "community communities",
    "return returns",
  ])("joins %s", (forms) => {
    expect(new Set(forms.split(" ").map(stem)).size).toBe(1);
  });

  it.each([
    ["migrant", "migration"],
    ["mali", "malien"],
    ["sante", "santal"],
    ["femme", "famille"],
    ["kayes", "kayor"],
    ["port", "porte-voix"],
    ["cour", "courage"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe("parseText", () => {
  const shape = (typed: string) => {
    const { clauses, without } = parseText(typed);
    const term = (given: (typeof without)[number]) => (given.kind === "phrase" ? `"${given.words.join(" ")}"` : given.words.join("+"));
    return [clauses.map((terms) => terms.map(term).join("|")).join(" "), ...without.map((given) => `-${term(given)}`)].join(" ").trim();
  };

  it.each([
    ["Les femmes du Sahel", "femmes sahel"],
    ["l’entraide d'urgence", "entraide urgence"],
    ["les", "les"],
    ["Guinée-Bissau", "guinee+bissau"],
    ["A.M.E. Bamako", "ame bamako"],
    ["a m e", "ame"],
    ["«retour volontaire» -ONG", '"retour volontaire" -ong'],
    ['"sans fin', '"sans fin"'],
    ["femmes OU jeunes Kayes", "femmes|jeunes kayes"],
    ["femmes ou jeunes", "femmes jeunes"],
    ["OU femmes OU", "femmes"],
    ['-"centre de santé" accueil', 'accueil -"centre de sante"'],
    ["kayes - mali", "kayes mali"],
    ["-", ""],
    ["!!! ???", ""],
  ])("reads %j as %s", (typed, expected) => {
    expect(shape(typed)).toBe(expected);
  });
});

describe("literally", () => {
  it.each([
    ["asociation -kayes", '"asociation" -"kayes"'],
    ["asociation OU mopti", '"asociation" OU "mopti"'],
    ['"retour volontaire" asociation', '"retour volontaire" "asociation"'],
    ["asociation -guinée-bissau", '"asociation" -"guinee bissau"'],
  ])("keeps the operators of %j", (typed, literal) => {
    expect(literally(typed)).toBe(literal);
  });

  it("puts each typed word in quotes, which nothing corrects", () => {
    expect(literally("Asociation de Kayès")).toBe('"asociation" "kayes"');
    expect(literally("les")).toBe('"les"');
    expect(
      parseText(literally("asociation kayes"))
        .clauses.flat()
        .every(({ kind }) => kind === "phrase"),
    ).toBe(true);
  });
});
