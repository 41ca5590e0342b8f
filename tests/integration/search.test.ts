import { beforeAll, describe, expect, it } from "vitest";
import { fold } from "@/domain/fold";
import { PARAMETER_NAMES, parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { saveOrganisation } from "@/data/editing/save";
import { searchOrganisations } from "@/data/search/search";
import { loadCartography } from "../support/cartography";
import { makeActor, organisationInput } from "../support/factories";

async function search(text: string) {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(text)), PARAMETER_NAMES);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const result = await searchOrganisations(parsed.query);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

const slugsOf = async (text: string) => (await search(text)).items.map(({ slug }) => slug);

beforeAll(loadCartography, 60_000);

describe("searching the cartography", () => {
  it.each([
    ["AME", "association-malienne-des-expulses"],
    ["A.M.E.", "association-malienne-des-expulses"],
    ["ame", "association-malienne-des-expulses"],
    ["aracem", "aracem"],
    ["CAMRCI", "camarci"],
    ["association malienne des expulsés", "association-malienne-des-expulses"],
    ["ASSOCIATIONS MALIENNES DES EXPULSES", "association-malienne-des-expulses"],
    ["l’entraide", "association-francaise-d-entraide"],
    ["d'entraide", "association-francaise-d-entraide"],
    ["tile coura", "association-tile-coura"],
    ["rapatriés centrafrique", "association-malienne-des-rapatries-de-centrafrique"],
    ["endamm", "endam-diombougou"],
    ["guidim", "cooperative-de-transport-guidimakha-djikke"],
    ["espace migration kayes", "emdk"],
    ["aides ménagères", "association-pour-la-promotion-des-aide-menageres"],
    ["children", "save-the-children"],
    ["Niamako", "aracem"],
  ])("finds %j in the first three", async (typed, expected) => {
    expect((await slugsOf(`q=${encodeURIComponent(typed)}`)).slice(0, 3)).toContain(expected);
  });

  it.each([
    ["yelimame", "yelimane", "omrib"],
    ["bamaco", "bamako", "association-malienne-des-expulses"],
    ["expulsses", "expulses", "association-malienne-des-expulses"],
    ["xidal", "kidal", "ohpmi"],
  ])("reads the mistyped %s as %s, and says so", async (typed, used, expected) => {
    const result = await search(`q=${typed}&pageSize=100`);
    expect(result.correction).toMatchObject({ typed, used });
    expect(result.items.map(({ slug }) => slug)).toContain(expected);
  });

  it.each(["q=lQQQentraide", "q=Côte dQQQIvoire", "zone=Côte dQQQIvoire", "zone=-côte dQQQivoire", 'q="dQQQentraide"'])(
    "finds the same with each apostrophe: %s",
    async (asked) => {
      const found = await Promise.all(["'", "’", "ʼ"].map((apostrophe) => slugsOf(encodeURI(asked.replace("QQQ", apostrophe)))));
      expect(found[0]!.length).toBeGreaterThan(0);
      expect(found[1]).toEqual(found[0]);
      expect(found[2]).toEqual(found[0]);
    },
  );

  it("does not widen to everything for a word that nobody has", async () => {
    const result = await search("q=zzzzqqqq");
    expect(result).toMatchObject({ total: 0, items: [], correction: null });
  });

  it.each(["!!!", "'", "a & b | !c", "(", "\\", "%_%", "<script>", "œ"])("takes %j as text, never as an error", async (typed) => {
    expect((await search(`q=${encodeURIComponent(typed)}`)).total).toBeGreaterThanOrEqual(0);
  });

  it("folds in SQL as it folds in the domain", async () => {
    const texts = ["L’Œuvre d'Égalité – Ségou !", "Guinée-Bissau", "N° 12, rue 265", "Çà et là", "ÀÉÎÕÜ", "straße", "N'Tillit", "N’Tillit", "Nʼ Tillit"];
    for (const text of texts) {
      const [row] = await database().$queryRaw<{ folded: string }[]>`SELECT fold(${text}) AS folded`;
      expect(row!.folded).toBe(fold(text));
    }
  });
});

describe("a change", () => {
  it("is searched as soon as it is committed, also when its note can no longer be read", async () => {
    const actor = await makeActor("admin");
    const found = async (text: string) => (await search(`q=${text}`)).total;
    expect(await found("xylophanie")).toBe(0);
    const created = await saveOrganisation(actor, null, organisationInput({ name: "Essai Xylophanie" }));
    if (!created.ok) throw new Error(JSON.stringify(created));
    const { slug, version } = created;
    expect(await found("xylophanie")).toBe(0);
    await setPublished(actor, slug, true);
    expect(await found("xylophanie")).toBe(1);

    await saveOrganisation(actor, slug, organisationInput({ name: "Essai Zarbinette" }, { version }));
    await database().directoryChange.deleteMany();
    // By its former name too, until that is taken away.
    expect([await found("xylophanie"), await found("zarbinette")]).toEqual([1, 1]);
    await saveOrganisation(actor, slug, organisationInput({ name: "Essai Zarbinette", alias: [] }, { version: version + 1 }));
    await database().directoryChange.deleteMany();
    expect([await found("xylophanie"), await found("zarbinette")]).toEqual([0, 1]);

    await setPublished(actor, slug, false);
    expect(await found("zarbinette")).toBe(0);
  });
});

describe("filtering the cartography", () => {
  it("shows organisations and networks when no kind is asked for", async () => {
    const everything = await search("pageSize=100");
    expect(new Set(everything.items.map(({ kind }) => kind))).toEqual(new Set(["cso", "network"]));
    expect((await search("kind=donor&pageSize=100")).items.every(({ kind }) => kind === "donor")).toBe(true);
  });

  it("shows an entry of any kind first to whoever types its exact acronym or name", async () => {
    const first = async (query: string) => (await search(query)).items.map(({ slug }) => slug)[0];
    expect(await first("q=UNICEF")).toBe("unicef");
    expect(await first("q=Organisation+Internationale+pour+les+Migrations")).toBe("organisation-internationale-pour-les-migrations");
    expect(await first("q=union+europ%C3%A9enne")).toBe("union-europeenne");
    expect(await slugsOf("q=UNICEF&kind=cso")).not.toContain("unicef");
    expect((await search("q=unic")).items.every(({ kind }) => kind === "cso" || kind === "network")).toBe(true);
  });

  it("finds the 22 networks of Tableau 11 and the informal ones", async () => {
    const { items, total } = await search("kind=network&typology=network_platform&pageSize=100");
    expect(total).toBe(22);
    expect(items.every(({ networkScope }) => networkScope !== null)).toBe(true);
    expect(await slugsOf("typology=network_platform&kind=cso")).toEqual(["afrique-europe-interact-mali"]);
    expect((await slugsOf("formality=informal")).sort()).toEqual(["afrique-europe-interact-mali", "emdk", "pimm"]);
  });

  it("reads a name that region, cercle and town share as the region", async () => {
    const byName = await slugsOf("zone=Kayes&pageSize=100");
    expect(byName).toEqual(await slugsOf("zone=ML-1&pageSize=100"));
    expect(byName).toEqual(await slugsOf("zone=kayes&pageSize=100"));
    const cercle = await slugsOf("zone=kayes-cercle&pageSize=100");
    expect(cercle).toContain("cooperative-de-transport-guidimakha-djikke");
    expect(cercle).not.toContain("association-malienne-des-expulses");
    expect(byName).toEqual(expect.arrayContaining(cercle));
  });

  it.each(["Yélimané", "yelimane", "YELIMANE", "ML-1-yelimane"])("takes %s for the cercle", async (typed) => {
    expect(await slugsOf(`zone=${encodeURIComponent(typed)}`)).toEqual([
      "association-d-appui-aux-initiatives-de-developpement-rural",
      "coordination-des-associations-et-ong-feminines",
      "miranguemou",
      "omrib",
    ]);
  });

  it("joins repeated values by or, and different parameters by and", async () => {
    const gao = new Set(await slugsOf("zone=gao&pageSize=100"));
    const either = new Set(await slugsOf("zone=gao&zone=tombouctou&pageSize=100"));
    expect(either.size).toBeGreaterThan(gao.size);
    const both = await slugsOf("zone=gao&typology=return_migrant_association");
    expect(both).toEqual(["aracem"]);
  });

  it("keeps the alternatives of a group in its own facet", async () => {
    const { facets, total } = await search("typology=diaspora_organisation&pageSize=100");
    const counts = new Map(facets.typology.map(({ value, count }) => [value, count]));
    expect(counts.get("diaspora_organisation")).toBe(total);
    expect(counts.get("return_migrant_association")).toBe((await search("typology=return_migrant_association")).total);
    expect(facets.typology.find(({ value }) => value === "diaspora_organisation")?.selected).toBe(true);
  });

  it("counts in each facet what the filter then finds", async () => {
    const { facets } = await search("q=migrants");
    for (const group of ["typology", "theme", "zone", "country", "budget", "formality", "network"] as const) {
      for (const { value, count } of facets[group].slice(0, 4)) {
        expect((await search(`q=migrants&${group}=${value}`)).total, `${group}=${value}`).toBe(count);
      }
    }
  });

  it("says on what ground the budget tier stands", async () => {
    const { items } = await search("budget=low&pageSize=100");
    expect(items.length).toBeGreaterThan(3);
    expect(items.every(({ budgetTier }) => budgetTier?.value === "low" && budgetTier.basis === "typology")).toBe(true);
  });

  it("attributes the needs of Tableau 12 to no organisation", async () => {
    expect((await search("need=flexible_funding")).total).toBe(0);
  });

  it.each(["zone=atlantide", "country=zz", "network=nobody", "partner=nobody", "source=nothing"])("refuses %s and gives what would do", async (text) => {
    const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(text)));
    const result = parsed.ok ? await searchOrganisations(parsed.query) : parsed;
    expect(result).toMatchObject({ ok: false, problems: [{ parameter: text.split("=")[0], reason: "unknown_value" }] });
    if (!result.ok) expect(result.problems[0]!.accepted.length).toBeGreaterThan(0);
  });

  it("gives each organisation once over the pages, in the same order twice", async () => {
    const { total } = await search("");
    const pages = await Promise.all(Array.from({ length: Math.ceil(total / 20) }, (_, index) => slugsOf(`page=${index + 1}`)));
    expect(new Set(pages.flat()).size).toBe(total);
    expect(await slugsOf("page=2")).toEqual(pages[1]);
    expect(await slugsOf("page=1000")).toEqual([]);
  });

  it("sorts by number of members with the unknown last", async () => {
    const { items } = await search("sort=members&pageSize=100");
    const counts = items.map(({ memberCount }) => memberCount ?? -1);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(items[0]!.slug).toBe("forim");
  });
});
