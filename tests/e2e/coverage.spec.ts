import { expect, expectNoSidewaysScroll, part, resultCount, test } from "./story";

const THEME = "Assistance des migrants en transit";

test.describe("coverage", { tag: "@html" }, () => {
  test("a donor finds the regions with fewest organisations for a theme, their list and the file", async ({ page, request }) => {
    await page.goto("/couverture");
    await page.getByLabel("Ligne ou colonne").selectOption({ label: THEME });
    await page.getByRole("button", { name: "Montrer" }).click();
    await expect(page).toHaveURL(/focus=theme%3Atransit_assistance/);
    const phrases = part(page, `${THEME}, en phrases`);
    await expect(phrases.locator("dt").last()).toHaveText("Bamako");
    await expect(phrases.locator("dd").first()).toContainText(/aucune source ne nomme d’organisation à/i);
    await expectNoSidewaysScroll(page);

    const link = phrases.getByRole("link", { name: /organisations à Bamako$/ });
    const count = Number.parseInt((await link.textContent())!, 10);
    if (page.viewportSize()!.width > 1000)
      await expect(page.getByRole("row", { name: new RegExp(`^${THEME}`) }).getByRole("link", { name: `${count} : ${THEME}, Bamako` })).toBeVisible();
    await link.click();
    await expect(page).toHaveURL("/organisations?theme=transit_assistance&zone=bamako");
    await expect(resultCount(page, count)).toBeVisible();
    await page.goBack();

    const address = await page.getByRole("link", { name: "CSV (tableur)" }).getAttribute("href");
    const file = await (await request.get(address!)).text();
    expect(file).toContain(`transit_assistance,${THEME},bamako,Bamako,${count},`);
    for (const name of ["À savoir", "Date", "Filtres", "Sources", "Licence"]) expect(file).toContain(`\r\n${name},`);
  });

  test("a donor keeps a few organisations and sets them side by side", async ({ page }) => {
    await page.goto("/organisations?zone=gao");
    await page.getByRole("link", { name: "Choisir des organisations pour les comparer ou les emporter" }).click();
    await page
      .getByRole("button", { name: /^Ajouter à ma sélection/ })
      .first()
      .click();
    await page
      .getByRole("button", { name: /^Ajouter à ma sélection/ })
      .first()
      .click();
    await expect(page.getByText("2 organisations choisies")).toBeVisible();
    await expect(page).toHaveURL(/zone=gao/);
    await page.getByRole("link", { name: "Voir ma sélection" }).click();
    await expect(page.getByRole("article")).toHaveCount(2);
    await page.getByRole("link", { name: "Comparer", exact: true }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Ce qui les distingue" })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });

  test("who takes data away finds what stands side by side, which no menu names", async ({ page }) => {
    for (const path of ["/organisations?zone=gao", "/donnees"]) {
      await page.goto(path);
      await page.getByRole("link", { name: "Comparer des organisations, des zones ou des communautés" }).click();
      await expect(page).toHaveURL("/comparer");
    }
    await page.goto("/donnees");
    await page.getByRole("link", { name: "Ma sélection" }).click();
    await expect(page.getByText("Rien n’est choisi.")).toBeVisible();
  });
});
