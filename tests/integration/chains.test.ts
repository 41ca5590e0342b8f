import { beforeAll, describe, expect, it } from "vitest";
import { loadCartography } from "../support/cartography";
import { readRoute } from "../support/routes";

beforeAll(loadCartography, 120_000);

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
    const refused = await page("?chain=bananas");
    expect(refused).toContain("Cette adresse demande quelque chose qui n’existe pas");
    expect(refused).toMatch(/«\sbananas\s» n’est pas une valeur de «\schain\s»/);
  });

  it("lists possible partners by group", async () => {
    const html = await page("");
    expect(html.slice(html.indexOf("Médias")).split("</details>")[0]).toContain("/organisations/fondation-hirondelle");
  });
});
