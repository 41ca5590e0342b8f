import type { Page } from "@playwright/test";
import { expect, expectNoSidewaysScroll, openFilters, SEARCH_LABEL, test } from "./story";

const SCREENS = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];
/** Plain, filtered, left out, corrected, and turned to the second page. */
const VIEWS = [
  "/organisations",
  "/organisations?typology=national_ngo&zone=kayes",
  "/organisations?zone=kayes&theme=-women_rights",
  "/organisations?q=asociation",
  "/organisations?formality=formal&page=2",
  "/en/organisations?typology=national_ngo&zone=kayes",
];
const MOST_PRESSES = 12;

/** How often one presses Tab from the top of the page to the first result. */
async function pressesToFirstResult(page: Page): Promise<number> {
  for (let presses = 1; presses <= 2 * MOST_PRESSES; presses++) {
    await page.keyboard.press("Tab");
    if (await page.locator("article").first().locator(":focus").count()) return presses;
  }
  return Infinity;
}

for (const screen of SCREENS) {
  test(`the first result is on the first screen, and near for the keyboard, at ${screen.width} px`, async ({ page }) => {
    await page.setViewportSize(screen);
    for (const view of VIEWS) {
      await page.goto(view);
      const first = page.getByRole("article").first();
      // The name, and the line that says what it is.
      for (const part of [first.getByRole("heading"), first.locator("p").first()]) await expect(part, view).toBeInViewport({ ratio: 1 });
      expect(await pressesToFirstResult(page), view).toBeLessThanOrEqual(MOST_PRESSES);
      await expectNoSidewaysScroll(page);
    }
  });
}

test("the filters are never longer than the screen, nor make the page of two results longer", async ({ page }) => {
  await page.goto("/organisations?typology=national_ngo&zone=kayes");
  await expect(page.getByRole("article")).toHaveCount(2);
  const filters = page.getByRole("region", { name: "Filtrer et trier" });
  const apply = page.getByRole("button", { name: "Appliquer les filtres" });
  const results = page.getByRole("region", { name: /^2 organisations/ });
  // Some room is kept for them where there is hardly a result.
  expect((await filters.boundingBox())!.height).toBeLessThanOrEqual(Math.max((await results.boundingBox())!.height, 576) + 1);
  await apply.scrollIntoViewIfNeeded();
  await expect(apply).toBeInViewport({ ratio: 1 });

  // Beside a whole page of results, they go along with what one reads.
  await page.goto("/organisations");
  expect((await filters.boundingBox())!.height).toBeLessThanOrEqual(900);
  await page.getByRole("article").last().scrollIntoViewIfNeeded();
  await expect(apply).toBeInViewport({ ratio: 1 });
});

test("a phone opens the filters and closes them, without a script too", { tag: "@html" }, async ({ page }) => {
  await page.setViewportSize(SCREENS[0]!);
  await page.goto("/organisations?zone=kayes");
  const filters = page.getByRole("region", { name: "Filtrer et trier" });
  await expect(filters).toBeHidden();
  await openFilters(page);
  await expect(filters.getByRole("link", { name: /^Retirer ce filtre Zone d’intervention.*Kayes/ })).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(filters.getByRole("link", { name: "Fermer les filtres" })).toBeFocused();
  await page.getByRole("link", { name: "Fermer les filtres" }).click();
  await expect(filters).toBeHidden();
  await expect(page.getByRole("article").first()).toBeInViewport();
});

test("each view is titled by its filters, in both languages", async ({ page }) => {
  for (const [address, title] of [
    ["/organisations?typology=national_ngo&zone=kayes", "Organisations : associations et ONG nationales, région de Kayes"],
    ["/en/organisations?typology=national_ngo&zone=kayes", "Organisations: national associations and NGOs, Kayes region"],
    ["/organisations?zone=france&theme=-women_rights", "Organisations : France, sauf droit et protection des femmes"],
    ["/en/organisations?zone=allemagne", "Organisations: Germany"],
    ["/organisations?q=%3Cb%3Efemmes%3C/b%3E", "Organisations : « <b>femmes</b> »"],
    ["/organisations", "Organisations"],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
    expect((await page.title()).replaceAll("\u00a0", " ")).toMatch(new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")} · `));
  }
});

for (const screen of [...SCREENS, { width: 360, height: 420 }]) {
  test(`nothing moves when suggestions open, at ${screen.width} × ${screen.height} px`, async ({ page }) => {
    await page.setViewportSize(screen);
    await page.addInitScript(() => {
      const seen = window as typeof window & { shifts: number };
      seen.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shifts += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    for (const address of ["/", "/organisations"]) {
      await page.goto(address);
      const field = page.getByLabel(SEARCH_LABEL);
      // The browser itself brings a field into view when one begins to type; one letter suggests nothing yet.
      await field.pressSequentially("k");
      const where = () =>
        page.evaluate(() => ({
          scrolled: window.scrollY,
          height: document.documentElement.scrollHeight,
          tops: [...document.querySelectorAll("h1, #q, h2, h3")].map((element) => element.getBoundingClientRect().top),
          shifts: (window as typeof window & { shifts: number }).shifts,
        }));
      const before = await where();
      await field.pressSequentially("a");
      const list = page.getByRole("listbox", { name: "Suggestions" });
      await expect(list).toBeVisible();
      expect(await where(), address).toEqual({ ...before, shifts: 0 });
      // It ends on the screen, and scrolls by itself to what the keyboard reaches.
      const box = (await list.boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(Math.max(screen.height, box.y + 132));
      await page.keyboard.press("ArrowUp");
      await expect(list.getByRole("option").last()).toHaveAttribute("aria-selected", "true");
      await expect(list.getByRole("option").last()).toBeInViewport();
      expect((await where()).scrolled).toBe(before.scrolled);
    }
  });
}

test("a reader learns who stands behind the directory, and whom to write to", { tag: "@html" }, async ({ page }) => {
  await page.goto("/organisations");
  await page.getByRole("contentinfo").getByRole("link", { name: "À propos" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "À propos" })).toBeVisible();
  const who = page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: "Qui le porte" }) });
  for (const name of ["Grdr", "AME", "FORIM"]) await expect(who.getByRole("link", { name, exact: true })).toBeVisible();
  await expect(who).toContainText("l. 262, 869");
  // The tests set no address: the page says so, and leads to the members' own.
  await expect(page.getByText("Aucune adresse de contact n’est indiquée pour ce site.").first()).toBeVisible();
  await page.goto("/en/a-propos");
  await expect(page.getByRole("heading", { level: 2, name: "Who stands behind it" })).toBeVisible();
});
