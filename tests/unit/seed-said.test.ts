import { beforeAll, describe, expect, it } from "vitest";
import { readMapping, type MappingFiles } from "@/data/sources/cartographie-osc-mali-2022/read";
import { organisationsOfMapping, type MappedOrganisation } from "../support/mapping";
import { MAPPING_FOLDER } from "../support/seed-files";

/** What entries say is what the lines of the document say, and no more. */

let files: MappingFiles;
let organisations: Map<string, MappedOrganisation>;
beforeAll(async () => {
  files = await readMapping(MAPPING_FOLDER);
  organisations = organisationsOfMapping(files.rows);
});

const citations = (slug: string, field: string) => organisations.get(slug)!.citations.filter((citation) => citation.field === field);
const lines = (slug: string, field: string) => citations(slug, field).map(({ lineStart }) => lineStart);
const french = (slug: string) => organisations.get(slug)!.description_fr;

describe("a description", () => {
  it.each([
    ["grdr", [797, 262]],
    ["association-malienne-des-expulses", [631, 262]],
    ["conseil-superieur-de-la-diaspora-malienne", [787, 801]],
    ["haut-conseil-des-maliens-de-l-exterieur", [596, 801, 422]],
    ["emdk", [771, 432, 799]],
    ["pimm", [670, 432]],
    ["forim", [671, 262]],
    ["conseil-regional-de-kayes", [769, 797]],
    ["delegation-generale-des-maliens-de-l-exterieur", [633, 281]],
    ["commune-urbaine-de-koniakary", [797, 557]],
  ])("of %s cites every line on which it rests", (slug, expected) => {
    expect(lines(slug, "description")).toEqual(expected);
    expect(citations(slug, "description").every(({ text, agrees }) => text !== null && agrees)).toBe(true);
  });

  it("says what should be as what should be, and who holds a seat as who holds it", () => {
    expect(french("cadre-de-concertation-national-sur-la-migration")).toContain("devrait permettre de mieux faire le lien");
    expect(french("haut-conseil-des-maliens-de-l-exterieur")).toContain("occupe deux sièges");
    expect(french("conseil-national-de-transition")).toContain("occupent chacun deux sièges");
  });

  it("claims no more than its lines", () => {
    expect(french("urcak")).not.toMatch(/membres|appuis/);
    expect(french("cellule-d-appui-au-developpement-a-la-base")).toMatch(/avance que 40.000 organisations locales/);
  });
});

describe("a value", () => {
  it("of a year of creation stands only where a creation is said", () => {
    const years = [...organisations.values()].flatMap(({ slug, founded_year }) => (founded_year === null ? [] : [[slug, founded_year]]));
    expect(years).toEqual([
      ["conseil-superieur-de-la-diaspora-malienne", 2015],
      ["association-malienne-des-expulses", 1996],
      ["association-francaise-d-entraide", 1963],
      ["emdk", 2008],
      ["comite-de-pilotage-des-sites-pdi", 2020],
      ["cooperation-regionale-de-politiques-migratoires", 2020],
    ]);
  });

  it("is stated where the line states it, and inferred where its name or “autres régions” does", () => {
    const zones = (slug: string) => citations(slug, "zones").map(({ value, basis }) => [value, basis]);
    expect(zones("federation-des-communautes-africaines-au-mali")).toEqual([
      ["ML-BKO", "stated"],
      ["ML", "inferred"],
    ]);
    expect(zones("cadersif")).toEqual([
      ["ML", "stated"],
      ["ML-3", "inferred"],
    ]);
    expect(zones("camarci")).toContainEqual(["ML", "stated"]);
  });

  it("of a typology cites the label of its group of rows", () => {
    const typologyOf = (slug: string) => citations(slug, "typology")[0];
    expect(typologyOf("gram")).toMatchObject({ place: "Tableau 2", lineStart: 392, lineEnd: 392, text: "Associations et ONG nationales" });
    expect(typologyOf("touba-dagakane")).toMatchObject({ lineStart: 388, text: "Organisations locales/acteurs locaux" });
    expect(typologyOf("camarci")).toMatchObject({ lineStart: 411, text: "Associations de Migrants de Retour" });
    expect(typologyOf("rao")).toMatchObject({ place: "Tableau 11", lineStart: 663, text: "Principaux réseaux et plateformes" });
    const wordless = [...organisations.values()].flatMap((one) => one.citations.filter(({ field, text }) => field === "typology" && text === null));
    expect(wordless).toEqual([]);
  });

  it("of an acronym on two lines cites both", () => {
    expect(citations("roa-prodmac", "acronym")).toMatchObject([{ place: "Sigles et acronymes", lineStart: 165, lineEnd: 166 }]);
  });
});

describe("what is said of typologies", () => {
  it("has its subject, and calls return migrants return migrants", () => {
    const of = (typology: string, line: number) => files.rows.typologies.filter((row) => row.typology === typology && row.line_start === line);
    expect(of("national_ngo", 687)).toMatchObject([{ text: expect.stringMatching(/^\[Le budget annuel moyen\] des associations et ONG nationales/) }]);
    expect(of("diaspora_organisation", 566).find(({ field }) => field === "partners")).toMatchObject({ code: "return_migrants", text: "Migrants de retour" });
  });
});

describe("the notes on the source", () => {
  const covers = (notes: MappingFiles["rows"]["sourceNotes"], kind: string, line: number) =>
    notes.some((note) => {
      const ranges = note.lines.split(", ").map((range) => range.split("-").map(Number) as [number, number?]);
      return note.kind === kind && ranges.some(([first, last = first]) => first <= line && line <= last);
    });

  it("tell readers every fault that the README knows", () => {
    // One line for each row of its table of faults, less those of the figures, which are told as missing.
    const known = [
      392, 405, 385, 397, 398, 400, 408, 417, 547, 393, 516, 557, 567, 623, 566, 689, 666, 667, 669, 848, 834, 837, 838, 857, 843, 598, 606, 769, 303, 583, 165,
      136, 910, 905, 884, 671,
    ];
    expect(known.filter((line) => !covers(files.rows.sourceNotes, "fault", line))).toEqual([]);
  });

  it("say where the actors interviewed work, not where they were met", () => {
    expect(files.rows.sourceNotes.find(({ lines: cited }) => cited === "869, 871")?.text_fr).toContain("œuvrant à Bamako");
  });
});
