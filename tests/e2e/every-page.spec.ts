import type { Page } from "@playwright/test";
import { accessibilityFaults } from "./accessibility";
import { inEnglish, PUBLIC_PAGES, REFUSED_PAGES, STAFF_PAGES } from "./pages";
import { enterAs } from "./staff";
import { expect, expectNoSidewaysScroll, test } from "./story";
import { openAndWeigh } from "./weight";

type Language = "fr" | "en";

const addressIn = (language: Language, path: string): string => (language === "fr" ? path : inEnglish(path));

const SCREENS = { wide: { width: 1280, colorScheme: "light" }, narrow: { width: 360, colorScheme: "dark" } } as const;
type Screen = keyof typeof SCREENS;

/**
 * Axe on a wide screen in the light and on a phone in the dark, neither of which is pushed sideways.
 * @param read the screens that axe reads: both, or one where the same page is read on the other in the other language
 */
async function faultsOf(page: Page, read: readonly Screen[] = ["wide", "narrow"]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const device = await page.context().newCDPSession(page);
  for (const [screen, { width, colorScheme }] of Object.entries(SCREENS)) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    // What is pressed with a finger is larger.
    await device.send("Emulation.setTouchEmulationEnabled", { enabled: screen === "narrow" });
    await expectNoSidewaysScroll(page);
    if (!read.includes(screen as Screen)) continue;
    // A bar that sticks to the edge of the screen covers what one scrolls out from under it: it is looked at where it rests.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const faults = await accessibilityFaults(page);
    if (faults.length > 0) found[screen] = faults;
  }
  await device.detach();
  return found;
}

/** A page has the same elements in both languages, with other words: axe reads each on one screen. */
const READ = { fr: ["narrow"], en: ["wide"] } as const;

/** Its language, its one title, what it is about, its own address and that of its other language. */
async function expectToSayWhatItIs(page: Page, path: string, language: Language): Promise<void> {
  const said = await page.evaluate(() => {
    const all = (selector: string, name: string) => [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name));
    return {
      language: document.documentElement.lang,
      titles: document.querySelectorAll("h1").length,
      descriptions: all("meta[name=description]", "content"),
      canonical: all("link[rel=canonical]", "href"),
      inFrench: all("link[rel=alternate][hreflang=fr]", "href"),
      inEnglish: all("link[rel=alternate][hreflang=en]", "href"),
      inOthers: all("link[rel=alternate][hreflang=x-default]", "href"),
      // The site of the tests does not know its own address: what it says of pages are paths.
      absolute: all("meta[property='og:url']", "content"),
    };
  });
  const at = (of: Language) => addressIn(of, path.split("?")[0]!);
  expect(said).toEqual({
    language,
    titles: 1,
    descriptions: [expect.stringMatching(/.{20}/)],
    canonical: [at(language)],
    inFrench: [at("fr")],
    inEnglish: [at("en")],
    inOthers: [at("fr")],
    absolute: [],
  });
}

for (const path of PUBLIC_PAGES) {
  test(`${path} says what it is in French and English and is no heavier than promised, and axe finds nothing on it`, async ({ page }) => {
    for (const language of ["fr", "en"] as const) {
      expect(await openAndWeigh(page, addressIn(language, path))).toEqual([]);
      await expectToSayWhatItIs(page, path, language);
      expect(await faultsOf(page, READ[language])).toEqual({});
    }
  });
}

for (const [path, status] of REFUSED_PAGES) {
  test(`${path} is refused in the language asked for, on a page on which axe finds nothing`, async ({ page }) => {
    for (const language of ["fr", "en"] as const) {
      expect((await page.goto(addressIn(language, path)))?.status()).toBe(status);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      const title = page.getByRole("heading", { level: 1 });
      await expect(title).toHaveCount(1);
      if (status === 404) expect(await page.title()).toContain(await title.innerText());
      expect(await faultsOf(page, READ[language])).toEqual({});
    }
  });
}

for (const path of STAFF_PAGES) {
  test(`axe finds nothing on ${path}, in French and English`, async ({ page }) => {
    await enterAs(page, "admin");
    for (const language of ["fr", "en"] as const) {
      const address = addressIn(language, path);
      await page.goto(address);
      await expect(page).toHaveURL(address);
      expect(await faultsOf(page, READ[language])).toEqual({});
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

  await enterAs(page, "fanta");
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
