import { beforeAll, describe, expect, it } from "vitest";
import { suggestSearch } from "@/data/search/suggest";
import { searchOrganisations } from "@/data/search/search";
import { searchEntities } from "@/data/entity/search";
import { parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { loadCartography } from "../support/cartography";
import { readRoute } from "../support/routes";

beforeAll(loadCartography, 120_000);

async function search(text: string) {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(`${text}&pageSize=100`)));
  const result = parsed.ok ? await searchOrganisations(parsed.query, undefined, true) : parsed;
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}
const slugsOf = async (text: string) => (await search(text)).items.map(({ slug }) => slug);
const page = (search: string) => readRoute("/[locale]/filieres", `/fr/filieres${search}`);

describe("the page of value chains", () => {
  it("tells in which communities each was chosen, is a priority and is recommended, with the lines", async () => {
    const html = await page("");
    const mango = html.slice(html.indexOf('id="mango"')).split("</tr>")[0]!;
    for (const slug of ["bamako-commune-iv", "kati", "sikasso"]) expect(mango).toContain(`href="/communautes/${slug}"`);
    expect(mango).not.toContain("/communautes/kita");
    expect(mango).toContain("l. 807");
    const livestock = html.slice(html.indexOf('id="livestock"')).split("</tr>")[0]!;
    // The first recommendation names livestock at Bafoulabé, where the table does not choose it.
    expect(livestock.split("<td")[1]).not.toContain("/communautes/bafoulabe");
    expect(livestock.split("<td")[3]).toContain("/communautes/bafoulabe");
  });

  it("finds the partners of a chain, and those first whom a document names in the place", async () => {
    const html = await page("?chain=waste&community=sikasso");
    expect(html).toContain("15 partenaires possibles");
    expect(html).toContain("Aucun de ces partenaires n’y est nommé.");
    const found = await page("?chain=fishing&community=bamako-commune-iv");
    expect(found.slice(found.indexOf("Nommés par une source à Bamako"), found.indexOf("Autres partenaires"))).toContain("/organisations/afar");
  });

  it("narrows to a kind of actor, and refuses what it does not know", async () => {
    const html = await page("?chain=mango&kind=research");
    expect(html).toContain("1 partenaire possible");
    expect(html).toContain("/organisations/ipr-ifra");
    expect(await page("?chain=bananas")).toContain("chain");
    expect(await page("?chain=bananas")).not.toContain("partenaires possibles");
  });

  it("lists possible partners by group", async () => {
    const html = await page("");
    expect(html.slice(html.indexOf("Médias")).split("</details>")[0]).toContain("/organisations/fondation-hirondelle");
  });
});

describe("the filters by what names an organisation", () => {
  it("find the members of a body, whom a programme names, and who works in a community", async () => {
    expect(await slugsOf("body=mecanisme-de-referencement-national&kind=donor&kind=cso")).toContain("organisation-internationale-pour-les-migrations");
    expect(await slugsOf("programme=tokten&kind=donor&kind=public_institution")).not.toEqual([]);
    expect(await slugsOf("community=kati")).toEqual(expect.arrayContaining(["ajed", "world-vision", "tagne"]));
    expect(await slugsOf("chain=mango&kind=cso&kind=network")).toContain("helvetas");
  });

  it("are counted in their facets", async () => {
    const { facets } = await search("kind=cso&kind=network&kind=company&kind=donor");
    for (const group of ["chain", "community", "body", "programme"] as const) {
      expect(facets[group].length, group).toBeGreaterThan(0);
      for (const { value, count } of facets[group].slice(0, 3))
        expect((await search(`kind=cso&kind=network&kind=company&kind=donor&${group}=${value}`)).total, `${group}=${value}`).toBe(count);
    }
  });

  it.each(["chain=bananas", "community=gao", "body=nothing", "programme=nothing"])("refuse %s", async (text) => {
    const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(text)));
    expect(parsed.ok ? await searchOrganisations(parsed.query) : parsed).toMatchObject({ ok: false });
  });
});

describe("a search that finds no organisation or network", () => {
  it("gives the other actors that documents name, and says so", async () => {
    const { items, widened } = await search("q=boulangerie OU cimenterie");
    expect(widened).toBe(true);
    expect(items.map(({ slug }) => slug)).toContain("cimenterie-cimaf");
    expect(await readRoute("/[locale]/organisations", "/fr/organisations?q=cimenterie")).toContain("Voici les autres acteurs");
    const { widened: narrow, items: own } = await search("q=femmes");
    expect(narrow).toBe(false);
    expect(own.every(({ kind }) => kind === "cso" || kind === "network")).toBe(true);
    expect((await search("q=cimenterie&kind=cso")).total).toBe(0);
  });
});

describe("bodies, programmes and sheets", () => {
  it("are found by their names first, then by what describes them, and set apart", async () => {
    expect((await searchEntities("tokten", 5))[0]).toMatchObject({ noun: "programme", slug: "tokten" });
    expect((await searchEntities("mrn", 5)).map(({ slug }) => slug)).toContain("mecanisme-de-referencement-national");
    expect(await searchEntities("xyzzyq", 5)).toEqual([]);
    const html = await readRoute("/[locale]/organisations", "/fr/organisations?q=tokten");
    expect(html.slice(html.indexOf('id="aussi"'))).toContain('href="/programmes#tokten"');
    expect((await suggestSearch("tokt")).entities.map(({ slug }) => slug)).toEqual(["tokten"]);
  });
});

describe("a profile", () => {
  it("gives a registration with its authority and date, and until when a former name was used", async () => {
    const fecam = await readRoute("/[locale]/organisations/[slug]", "/fr/organisations/federation-des-communautes-africaines-au-mali");
    expect(fecam).toMatch(/0068\/MATCL-DNI, Ministère[^<]*, 15 novembre 2000/);
    const council = await readRoute("/[locale]/organisations/[slug]", "/fr/organisations/conseil-regional-de-kayes");
    expect(council).toMatch(/Assemblée régionale de Kayes \(jusqu’en 2012\)/i);
    const laboratory = await readRoute("/[locale]/organisations/[slug]", "/fr/organisations/laboratoire-de-technologie-alimentaire");
    expect(laboratory).toMatch(/Fait partie de[\s\S]*institut-d-economie-rurale/);
    expect(await readRoute("/[locale]/organisations/[slug]", "/fr/organisations/institut-d-economie-rurale")).toContain("Ses sections et services");
  });
});

describe("the profile of an actor of the study", () => {
  it("tells its work in each place with strengths and weaknesses, where it is said and nowhere else", async () => {
    const html = await readRoute("/[locale]/organisations/[slug]", "/fr/organisations/aferci");
    expect(html).toContain('href="/communautes/sikasso#acteurs"');
    expect(html).toMatch(/Forces[\s\S]*Cartographie des acteurs, l\. \d+/);
    expect(html).not.toContain("Les sources se contredisent");
  });
});
