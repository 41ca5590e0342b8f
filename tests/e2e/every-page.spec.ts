import type { Cookie, Page } from "@playwright/test";
import { inEnglish, PUBLIC_PAGES, REFUSED_PAGES, STAFF_PAGES } from "./pages";
import { signIn } from "./staff";
import { accessibilityFaults, expect, expectNoSidewaysScroll, test } from "./story";

/** What is about colours alone, which do not depend on the language. */
const COLOURS = ["color-contrast", "link-in-text-block"];
type Language = "fr" | "en";

const addressIn = (language: Language, path: string): string => (language === "fr" ? path : inEnglish(path));

/**
 * Axe on a wide screen in the light and on a phone in the dark, neither of which is pushed sideways. Colours are the most of its work and do not
 * depend on the width: each pair is looked at once in each mode. A page in English has the same elements with other words: axe reads it on the
 * phone, without the colours.
 */
async function faultsOf(page: Page, language: Language = "fr"): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const device = await page.context().newCDPSession(page);
  for (const [width, colorScheme] of [
    [1280, "light"],
    [360, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    // What is pressed with a finger is larger.
    await device.send("Emulation.setTouchEmulationEnabled", { enabled: width === 360 });
    await expectNoSidewaysScroll(page);
    if (language === "en" && width === 1280) continue;
    // A bar that sticks to the edge of the screen covers what one scrolls out from under it: it is looked at where it rests.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const faults = await accessibilityFaults(page, language === "fr" ? {} : { without: COLOURS });
    if (faults.length > 0) found[`${width} px, ${colorScheme}`] = faults;
  }
  await device.detach();
  return found;
}

/** Its language, its one title, what it is about, its own address and that of its other language. */
async function expectToSayWhatItIs(page: Page, path: string, language: Language): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /.{20}/);
  // The site of the tests does not know its own address: what it says of pages are paths.
  const at = (of: Language) => addressIn(of, path.split("?")[0]!);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", at(language));
  await expect(page.locator("meta[property='og:url']")).toHaveCount(0);
  for (const [other, of] of [
    ["fr", "fr"],
    ["en", "en"],
    ["x-default", "fr"],
  ] as const) {
    await expect(page.locator(`link[rel=alternate][hreflang=${other}]`)).toHaveAttribute("href", at(of));
  }
}

for (const path of PUBLIC_PAGES) {
  for (const language of ["fr", "en"] as const) {
    const address = addressIn(language, path);
    test(`${address} says what it is, and axe finds nothing on it, wide and narrow, light and dark`, async ({ page }) => {
      await page.goto(address);
      await expectToSayWhatItIs(page, path, language);
      expect(await faultsOf(page, language)).toEqual({});
    });
  }
}

for (const [path, status] of REFUSED_PAGES) {
  test(`${path} is refused in the language asked for, on a page on which axe finds nothing`, async ({ page }) => {
    for (const language of ["fr", "en"] as const) {
      expect((await page.goto(addressIn(language, path)))?.status()).toBe(status);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      const title = page.getByRole("heading", { level: 1 });
      await expect(title).toHaveCount(1);
      if (status === 404) expect(await page.title()).toContain(await title.innerText());
      expect(await faultsOf(page, language)).toEqual({});
    }
  });
}

/** The session of the administrator, which the pages of staff that this worker opens share. */
let session: Cookie[] | undefined;

for (const path of STAFF_PAGES) {
  test(`axe finds nothing on ${path}, in French and English`, async ({ page }) => {
    if (session) await page.context().addCookies(session);
    else {
      await signIn(page, "admin");
      session = await page.context().cookies();
    }
    for (const language of ["fr", "en"] as const) {
      const address = addressIn(language, path);
      await page.goto(address);
      await expect(page).toHaveURL(address);
      expect(await faultsOf(page, language)).toEqual({});
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
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
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
