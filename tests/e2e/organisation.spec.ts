import { expectAccessible } from "./accessibility";
import { expect, expectNoSidewaysScroll, openFilters, fact, part, search, test } from "./story";

test.describe("an organisation on its phone", { tag: "@phone" }, () => {
  test("finds itself by its acronym and its call link", async ({ page }) => {
    await page.goto("/");
    await search(page, "ramdel");
    await expect(page.getByRole("article").first()).toContainText("RAMDEL");
    await page.getByRole("article").first().getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("RAMDEL");
    const call = fact(part(page, "Contacts"), "Téléphone").getByRole("link");
    await expect(call).toHaveAttribute("href", "tel:+22320794797");
    await call.scrollIntoViewIfNeeded();
    await expect(call).toBeInViewport({ ratio: 1 });
    await expectNoSidewaysScroll(page);
  });

  test("reads what one comes for on the first screen, before any source", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/organisations/association-malienne-des-expulses");
    const main = page.getByRole("main");
    const shown = [
      main.getByText("Information de 2022, jamais vérifiée."),
      main.getByRole("link", { name: "+223 20 24 11 22" }).first(),
      main.getByRole("link", { name: "expulsesmaliensbasta@yahoo.fr" }).first(),
      main.getByRole("img", { name: "Carte : Bamako, Kayes, Bafoulabé, Kita" }),
      part(page, "Ce qu’elle fait").getByRole("heading"),
    ];
    for (const piece of shown) await expect(piece).toBeInViewport({ ratio: 1 });
    await expect(part(page, "Ce qu’elle fait").locator(".prose > p").first()).toBeInViewport();
    await expect(main.locator("cite").filter({ visible: true })).toHaveCount(0);
    // One before the sections, each of which has its own.
    const mistake = main.getByRole("link", { name: /^Une erreur\s\?$/ });
    await expect(mistake).toHaveCount(1);
    await mistake.click();
    await expect(page.getByRole("heading", { level: 1, name: "Proposer une correction" })).toBeInViewport();
  });

  test("goes from part to part by the menu", async ({ page }) => {
    await page.goto("/");
    const menu = page.getByRole("navigation", { name: "Navigation principale" });
    const open = async (group: string) => {
      if ((await menu.locator("details[open] > summary", { hasText: group }).count()) === 0) await menu.getByText(group, { exact: true }).click();
    };
    for (const [group, name, title] of [
      ["Acteurs", "Organisations", "Organisations"],
      ["Acteurs", "Réseaux", "Réseaux"],
      ["Acteurs", "Instances", "Instances de dialogue"],
      ["Acteurs", "Programmes", "Programmes"],
      ["Territoires", "Carte", "Carte"],
      ["Territoires", "Communautés", "Communautés de retour"],
      ["Savoirs", "Chiffres", "Chiffres"],
      ["Savoirs", "Expériences", "Expériences"],
      ["Données", "Sources", "Sources"],
    ] as const) {
      await open(group);
      await menu.getByRole("link", { name, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
      await open(group);
      await expect(menu.getByText(name, { exact: true })).toHaveAttribute("aria-current", "page");
      await expect(menu.getByRole("link", { name, exact: true })).toHaveCount(0);
    }
    const foot = page.getByRole("navigation", { name: "Pied de page" });
    for (const [name, title] of [
      ["Données ouvertes", "Données ouvertes"],
      ["À propos", "À propos"],
    ] as const) {
      await foot.getByRole("link", { name, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
    }
  });

  test("opens the filters and applies one", async ({ page }) => {
    await page.goto("/organisations");
    const choice = page.getByRole("checkbox", { name: /^Associations de migrants de retour/ });
    await openFilters(page);
    await choice.check();
    await page.getByRole("button", { name: "Appliquer les filtres" }).click();
    // A plain form also sends its empty search box.
    await expect(page).toHaveURL(/\/organisations\?(q=&)?typology=return_migrant_association$/);
    await expectAccessible(page);
  });

  test("reads the same page in English", async ({ page }) => {
    await page.goto("/organisations?zone=kayes&sort=members");
    await page.getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL("/en/organisations?zone=kayes&sort=members");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByRole("article").first().getByRole("link").click();
    await expect(page.getByRole("heading", { level: 2, name: "Cite this profile" })).toBeVisible();
    await page.getByRole("link", { name: "Français" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Citer cette fiche" })).toBeVisible();
  });
});
