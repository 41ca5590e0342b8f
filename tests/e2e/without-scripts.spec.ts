import { createDraft, draftName, publish, save, sayGround, unpublish } from "./draft";
import { signIn } from "./staff";
import { expect, fact, openFilters, part, resultCount, search, test } from "./story";

test.describe("with plain HTML", { tag: "@html" }, () => {
  test("a reader searches, filters, turns the page and opens a profile", async ({ page }) => {
    await page.goto("/");
    await search(page, "femmes");
    await expect(page.getByRole("article").first()).toBeVisible();

    await page.goto("/organisations");
    const choice = page.getByRole("checkbox", { name: /^Formelle/ });
    await openFilters(page);
    // This group is folded everywhere.
    await page
      .locator("summary")
      .filter({ hasText: /^Formelle ou informelle$/ })
      .click();
    await choice.check();
    await page.getByRole("button", { name: "Appliquer les filtres" }).click();
    await expect(page).toHaveURL(/\/organisations\?(q=&)?formality=formal$/);
    await page.getByRole("link", { name: "Suivante" }).click();
    await expect(page).toHaveURL("/organisations?formality=formal&page=2");
    await page.getByRole("article").first().getByRole("link").click();
    await expect(page.getByRole("heading", { level: 2, name: "Citer cette fiche" })).toBeVisible();
  });

  test("a reader opens the sources of each value of a profile", async ({ page }) => {
    await page.goto("/organisations/association-malienne-des-expulses");
    const where = part(page, "Où elle intervient");
    await expect(where.getByRole("cell", { name: "Tableau 2, l. 411" })).toHaveCount(0);
    await where.getByText("D’où viennent ces informations").click();
    await expect(where.getByRole("cell", { name: "Tableau 2, l. 411" }).first()).toBeVisible();
  });

  test("a reader has the drawn map and the same in a table", async ({ page }) => {
    await page.goto("/carte?typology=return_migrant_association");
    const region = page.getByRole("group", { name: /^Carte du Mali/ }).getByRole("link", { name: "Kayes : 2 organisations" });
    await expect(region).toBeVisible();
    await expect(page.getByRole("row", { name: /^Kayes 2/ })).toBeVisible();
    await region.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Kayes", exact: true }).getByRole("link", { name: "Page de la zone", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Kayes" })).toBeVisible();
  });

  test("a reader sees every other part", async ({ page }) => {
    for (const [address, title] of [
      ["/zones/kayes", "Kayes"],
      ["/reseaux", "Réseaux"],
      ["/communautes", "Communautés de retour"],
      ["/chiffres", "Chiffres"],
      ["/sources", "Sources"],
      ["/donnees", "Données ouvertes"],
    ] as const) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
      expect((await page.getByRole("main").innerText()).length, address).toBeGreaterThan(500);
    }
    await page.goto("/communautes");
    await page.getByRole("link", { name: "Kita", exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Kita" })).toBeVisible();
  });

  test("an editor signs in, creates, corrects and takes back an entry", async ({ page }, testInfo) => {
    await signIn(page, "fanta");
    const name = draftName(testInfo, "sans script");
    const slug = await createDraft(page, name);
    await publish(page);

    await page.getByLabel("Sigle").fill("ESS");
    await page.getByLabel(/^Fondement/).selectOption({ label: "Choisir…" });
    await save(page);
    await expect(page.getByText("La fiche n’est pas enregistrée : 1 point est à corriger")).toBeVisible();
    await expect(page.getByLabel("Sigle")).toHaveValue("ESS");
    await sayGround(page, "Déclaré par l’organisation", "courriel");
    await save(page);
    await expect(page.getByText("C’est enregistré.")).toBeVisible();

    await page.goto(`/organisations/${slug}`);
    await expect(fact(part(page, "Identité"), "Sigle")).toHaveText("ESS");
    await page.goto(`/organisations?q=${encodeURIComponent(name)}`);
    await expect(resultCount(page, 1)).toBeVisible();
    await unpublish(page, slug);
    expect((await page.goto(`/organisations/${slug}`))?.status()).toBe(404);
  });
});
