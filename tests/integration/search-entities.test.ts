import { beforeAll, describe, expect, it } from "vitest";
import { searchEntities } from "@/data/entity/search";
import { searchOrganisations } from "@/data/search/search";
import { suggestSearch } from "@/data/search/suggest";
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
