import type { Page } from "@playwright/test";
import { inEnglish, PUBLIC_PAGES, REFUSED_PAGES, STAFF_PAGES } from "./pages";
import { signIn } from "./staff";
import { accessibilityFaults, expect, test } from "./story";

/** Colours do not depend on the language, so the dark is looked at in French. */
const LIGHTS = { French: ["light", "dark"], English: ["light"] } as const;
type Language = keyof typeof LIGHTS;

/** Axe on a wide screen and on a phone; in the dark only colours differ, so only contrast is looked at again. */
async function faultsOf(page: Page, language: Language = "French"): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    // A bar that sticks to the edge of the screen covers what one scrolls out from under it: it is looked at where it rests.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    for (const colorScheme of LIGHTS[language]) {
      await page.emulateMedia({ colorScheme });
      const faults = await accessibilityFaults(page, colorScheme === "dark" ? ["color-contrast", "link-in-text-block"] : undefined);
      if (faults.length > 0) found[`${width} px, ${colorScheme}`] = faults;
    }
  }
  return found;
}

for (const path of [...PUBLIC_PAGES, ...REFUSED_PAGES.map(([refused]) => refused)]) {
  test(`axe finds nothing on ${path}, wide and narrow, light and dark, in both languages`, async ({ page }) => {
    await page.goto(path);
    expect(await faultsOf(page)).toEqual({});
    await page.goto(inEnglish(path));
    expect(await faultsOf(page, "English")).toEqual({});
  });
}

for (const [language, addressOf] of [
  ["French", (path: string) => path],
  ["English", inEnglish],
] as const) {
  test(`axe finds nothing on the pages of staff in ${language}`, async ({ page }) => {
    test.slow();
    await signIn(page, "admin");
    for (const path of STAFF_PAGES) {
      await page.goto(addressOf(path));
      await expect(page).toHaveURL(addressOf(path));
      expect(await faultsOf(page, language), path).toEqual({});
    }
  });
}

test("axe finds nothing on a refused form and a refused sign-in", async ({ page }) => {
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill("personne@essai.example");
  await page.getByLabel("Mot de passe").fill("pas le bon mot de passe");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  expect(await faultsOf(page)).toEqual({});

  await signIn(page, "fanta");
  await page.goto("/admin/organisations/nouvelle");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("La fiche n’est pas enregistrée");
  expect(await faultsOf(page)).toEqual({});
});

test("the keyboard reaches the content past the menu, with a focus that is seen", async ({ page }) => {
  await page.goto("/organisations");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Aller au contenu" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#contenu")).toBeFocused();
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  await expect(focused).toBeVisible();
  const outline = await focused.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).not.toBe("none");
});
