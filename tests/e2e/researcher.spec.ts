import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { expectAccessible } from "./accessibility";
import { expect, fact, part, resultCount, search, SEARCH_LABEL, test } from "./story";

const CARTOGRAPHY = "Cartographie des organisations de la société civile";

test("a researcher finds an organisation, reads where each value comes from, and cites it", async ({ page }) => {
  await page.goto("/");
  await search(page, "expulses");
  await expect(page.getByRole("article").first()).toContainText("Association Malienne des Expulsés");
  await page.getByRole("link", { name: "Association Malienne des Expulsés" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Association Malienne des Expulsés");

  const where = part(page, "Où elle intervient");
  await expect(fact(where, "Périmètre d’intervention")).toHaveText("National");
  await expect(fact(where, "Région").getByRole("link")).toHaveText(["Bamako", "Kayes"]);
  await expect(fact(where, "Cercle").getByRole("link")).toHaveText(["Bafoulabé", "Kita"]);
  await expect(where).toContainText("Dit de cette organisation : Tableau 2, l. 411 ; Tableau 6, l. 539.");

  const contacts = part(page, "Contacts");
  await expect(contacts.getByRole("link", { name: "+223 20 24 11 22" })).toHaveAttribute("href", "tel:+22320241122");
  await expect(contacts.getByRole("link", { name: "expulsesmaliensbasta@yahoo.fr" })).toHaveAttribute("href", "mailto:expulsesmaliensbasta@yahoo.fr");
  await expect(contacts).toContainText("L’adresse est celle du siège, non une zone d’intervention.");

  // The sources are there for who asks.
  await expect(where.getByRole("link", { name: new RegExp(CARTOGRAPHY) })).toBeHidden();
  await where.getByText("D’où viennent ces informations").click();
  const perimeter = where.getByRole("row", { name: /^Périmètre d’intervention National Tableau 2/ });
  await expect(perimeter).toContainText("l. 411");
  await expect(perimeter).toContainText("Dit de cette organisation");

  const citation = part(page, "Citer cette fiche").getByText("« Association Malienne des Expulsés (AME) »");
  await expect(citation).toContainText(new URL(page.url()).pathname);
  await expect(citation).toContainText(CARTOGRAPHY);

  await where.getByRole("link", { name: new RegExp(CARTOGRAPHY) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(CARTOGRAPHY);
  await expect(page.getByRole("heading", { name: "Tableau par tableau" })).toBeVisible();
});

test("a researcher narrows the list with filters and widens it with a chip", async ({ page, request }) => {
  await page.goto("/organisations");
  await page
    .getByRole("group", { name: "Choix : Typologie" })
    .getByRole("checkbox", { name: /^Associations de migrants de retour \d/ })
    .check();
  await page
    .getByRole("group", { name: "Choix : Zone d’intervention" })
    .getByRole("checkbox", { name: /^Kayes \d/ })
    .check();
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  // A plain form also sends its empty search box.
  await expect(page).toHaveURL(/\/organisations\?(q=&)?typology=return_migrant_association&zone=kayes$/);
  await expect(resultCount(page, 2)).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(2);

  await page.getByRole("link", { name: /^Retirer ce filtre Typologie.*Associations de migrants de retour/ }).click();
  await expect(page).toHaveURL("/organisations?zone=kayes");
  const { total } = await (await request.get("/api/v1/organisations?zone=kayes")).json();
  expect(total).toBeGreaterThan(2);
  await expect(resultCount(page, total)).toBeVisible();

  await page.getByRole("navigation", { name: "Trier par" }).getByRole("link", { name: "Nombre de membres" }).click();
  await expect(page.getByRole("article").first()).toContainText("161 membres");
  await expect(page.getByRole("link", { name: /^Retirer ce filtre Zone d’intervention.*Kayes/ })).toBeVisible();
});

test("a researcher turns the page and takes the same list away as a file and as data", async ({ page, request }) => {
  await page.goto("/organisations?formality=formal");
  const { total } = await (await request.get("/api/v1/organisations?formality=formal")).json();
  await expect(resultCount(page, total)).toBeVisible();
  const firstNames = await page.getByRole("article").getByRole("heading").allInnerTexts();
  expect(firstNames).toHaveLength(20);

  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Page 2" }).click();
  await expect(page).toHaveURL("/organisations?formality=formal&page=2");
  await expect(page.getByRole("article")).toHaveCount(total - 20);
  const names = [...firstNames, ...(await page.getByRole("article").getByRole("heading").allInnerTexts())];
  expect(new Set(names).size).toBe(total);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV (tableur)" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("organisations.csv");
  const lines: Record<string, string>[] = parse(await readFile(await download.path()), { bom: true, columns: true });
  expect(lines).toHaveLength(total);
  expect(lines.every(({ formality }) => formality === "formal")).toBe(true);
  expect(names[0]).toContain(lines[0]?.name);

  const file = await (await request.get((await page.getByRole("link", { name: "Citations (CSV)" }).getAttribute("href"))!)).text();
  const cited: Record<string, string>[] = parse(file, { bom: true, columns: true });
  expect([...new Set(cited.map(({ organisation }) => organisation))]).toEqual(lines.map(({ slug }) => slug));

  const data = await (await request.get((await page.getByRole("link", { name: "JSON" }).getAttribute("href"))!)).json();
  expect(data).toMatchObject({ total, page: 2 });
  expect(data.items).toHaveLength(total - 20);
});

test("a researcher follows a citation to its row of the transcribed table, and learns what a reference is", async ({ page }) => {
  await page.goto("/organisations/gram");
  const sources = page.locator("details").filter({ has: page.locator("a", { hasText: "Tableau 2, l. 398" }) });
  await sources.first().locator("summary").first().click();
  await sources.first().getByRole("link", { name: "Tableau 2, l. 398" }).first().click();
  await expect(page).toHaveURL("/sources/cartographie-osc-mali-2022#t2-11");
  const row = page.getByRole("row", { name: /^Rang\s11 l\. 398/ }).filter({ hasText: "GRAM" });
  await expect(row).toBeInViewport();
  const marked = (id: string) => page.locator(`#${id}`).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await marked("t2-11")).not.toBe(await marked("t2-12"));
  await expect(row.getByRole("cell", { name: "International: Mali (Bamako) , Belgique, Allemagne, Cameroun" })).toBeVisible();
  await expect(page.locator("#t2").getByText("Commence à la page 15")).toHaveCount(1);

  await row.getByRole("link", { name: /GRAM/ }).click();
  await page.getByRole("link", { name: "Lire un renvoi" }).click();
  await expect(page.getByRole("heading", { name: "Lire un renvoi" })).toBeInViewport();
  await expect(page.getByText("renvoie à la ligne 389 du texte extrait du document")).toBeVisible();
});

test("a citation for a bibliography has a year and the author of its source, and the keyboard reaches it", async ({ page }) => {
  await page.goto("/organisations/gram");
  await expect(page.locator(".citation")).toContainText("Mohamed Abdoulaye NIANG");
  await page.getByText("BibTeX", { exact: true }).click();
  const entry = page.getByRole("group", { name: /en BibTeX$/ });
  await expect(entry).toContainText(/year = \{20\d\d\}/);
  await expect(entry).toContainText("Mohamed Abdoulaye NIANG");
  await page.getByText("BibTeX", { exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(entry).toBeFocused();
});

test("accents, case and an acronym make no difference to the search", async ({ page }) => {
  for (const words of ["ame", "AME", "Association malienne des EXPULSÉS", "association malienne des expulses"]) {
    await page.goto("/organisations");
    await search(page, words);
    await expect(page.getByRole("article").first(), words).toContainText("Association Malienne des Expulsés");
  }
});

test("an empty list says which filter to drop", async ({ page }) => {
  await page.goto("/organisations?q=xyzzyq&typology=return_migrant_association&zone=kayes");
  await expect(resultCount(page, 0)).toBeVisible();
  await expect(page.getByText("Aucune organisation ne répond à tous ces critères.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "sans « xyzzyq »" }).click();
  await expect(resultCount(page, 2)).toBeVisible();
});

test("a value that does not exist is refused with the parameter and the accepted values", async ({ page, request }) => {
  const answer = await page.goto("/organisations?formality=peut-etre");
  expect(answer?.status()).toBe(400);
  const main = page.getByRole("main");
  await expect(main.getByText("« peut-etre » n’est pas une valeur de « formality ».")).toBeVisible();
  await expect(main.getByRole("listitem")).toHaveText(["Formelle formal", "Informelle informal", "Non renseigné unknown"]);
  await main.getByRole("link", { name: "Informelle" }).click();
  await expect(page).toHaveURL("/organisations?formality=informal");
  await expect(page.getByRole("article").first()).toContainText("Informelle");
  await page.goBack();
  await page.getByRole("link", { name: "Reprendre sans filtre" }).click();
  await expect(page.getByRole("article")).toHaveCount(20);

  const refused = await request.get("/api/v1/organisations?formality=peut-etre");
  expect(refused.status()).toBe(400);
  expect(refused.headers()["content-type"]).toContain("application/problem+json");
  expect((await refused.json()).parameters).toMatchObject([{ name: "formality", value: "peut-etre", accepted: ["formal", "informal", "unknown"] }]);
  expect((await page.goto("/carte?zone=atlantide"))?.status()).toBe(400);
  await expect(main.getByText("« atlantide » n’est pas une valeur de « zone »")).toBeVisible();
});

test("an address that leads nowhere answers 404 and helps to search", async ({ page, request }) => {
  for (const address of ["/organisations/inconnu", "/zones/atlantide", "/sources/inconnue", "/communautes/inconnue", "/nulle-part"]) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "Cette page n’existe pas" })).toBeVisible();
    await expect(page.getByLabel(SEARCH_LABEL)).toBeVisible();
  }
  await search(page, "ramdel");
  await expect(page.getByRole("article").first()).toContainText("RAMDEL");
  expect((await request.get("/api/v1/organisations/inconnu")).status()).toBe(404);
  expect((await page.goto("/en/organisations/inconnu"))?.status()).toBe(404);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("on paper, the sources of a profile are written out", async ({ page }) => {
  await page.goto("/organisations/association-malienne-des-expulses");
  const source = part(page, "Où elle intervient").getByText("Dit de cette organisation : Tableau 2, l. 411 ; Tableau 6, l. 539.");
  await expect(source).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(source).toBeVisible();
});

test("two tables that disagree stand side by side", async ({ page }) => {
  await page.goto("/organisations/ramdel");
  const where = part(page, "Où elle intervient");
  await expect(where.getByText("Les sources se contredisent : Zones d’intervention")).toBeVisible();
  await expect(fact(where, "Tableau 2, l. 417")).toHaveText("Bamako, Koulikoro, Kita");
  await expect(fact(where, "Tableau 6, l. 547")).toHaveText("Kayes, Bamako, Koulikoro, Kita, Ségou, Sikasso, Kidal");
  await expect(fact(where, "Tableau 6, l. 547").locator("strong")).toHaveText(["Kayes", "Ségou", "Sikasso", "Kidal"]);
});

test("a misprinted telephone is kept as printed and is no link", async ({ page }) => {
  await page.goto("/organisations/haut-conseil-des-maliens-de-l-exterieur");
  const phone = fact(part(page, "Contacts"), "Téléphone");
  await expect(phone).toContainText("+ 223 2202056 (tel qu’imprimé, ce n’est pas un contact utilisable)");
  await expect(phone.getByRole("link")).toHaveCount(0);
});

test("what is said of a typology is set apart from what is said of the organisation", async ({ page }) => {
  await page.goto("/organisations/association-malienne-des-expulses");
  const typology = part(page, "Ce que les sources disent de sa typologie");
  await expect(typology).toContainText("Ceci est dit de l’ensemble « Associations de migrants de retour ».");
  await expect(typology).toContainText("Tableau 9, l. 623");
  await expect(fact(typology, "Capacité financière")).toContainText("Moyenne");
  await expect(fact(part(page, "Identité"), "Capacité financière")).toHaveCount(0);
});
