import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, expectNoSidewaysScroll, openFilters, resultCount, search, SEARCH_LABEL, test } from "./story";

const field = (page: Page) => page.getByLabel(SEARCH_LABEL);
const suggestions = (page: Page) => page.getByRole("listbox", { name: "Suggestions" });

test.describe("on a phone", { tag: "@phone" }, () => {
  test("a mistyped name finds the right organisation, says so, and the typed words are one tap away", async ({ page }) => {
    for (const [typed, used, name] of [
      ["asociation malienne des expulsés", "association malienne des expulsés", "Association Malienne des Expulsés"],
      ["federasion des associations de migrants", "federation des associations de migrants", "Fédération des Associations de Migrants"],
      ["yelimame", "yelimane", "Association d’appuis aux initiatives de développement rural"],
    ] as const) {
      await page.goto("/");
      await search(page, typed);
      await expect(page.getByText(`Résultats pour « ${used} »`)).toBeVisible();
      await expect(page.getByRole("article").first()).toContainText(name);
    }
    await expect(page.getByRole("article").first()).toContainText("Zone d’intervention : Yélimané");
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await page.getByRole("link", { name: "chercher plutôt « yelimame »" }).click();
    await expect(resultCount(page, 0)).toBeVisible();
    await expect(page.getByText("Résultats pour «")).toHaveCount(0);
    await page.getByRole("main").getByRole("link", { name: "Aide à la recherche" }).last().click();
    await expect(page.getByRole("heading", { level: 1, name: "Aide à la recherche" })).toBeVisible();
  });

  test("suggestions come while one types, fit the screen, and a tap follows one", async ({ page }) => {
    await page.goto("/");
    await field(page).pressSequentially("kaye");
    await expect(suggestions(page)).toBeVisible();
    await expectNoSidewaysScroll(page);
    // At one moment: the list may still change to that of the last letter.
    const heights = await suggestions(page)
      .getByRole("option")
      .evaluateAll((options) => options.map((option) => option.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await suggestions(page)
      .getByRole("option", { name: /^Kayes \d+ organisations$/ })
      .click();
    await expect(page).toHaveURL("/organisations?zone=kayes");
  });
});

test("suggestions are reached by keyboard, announced, and never in the way", async ({ page }) => {
  await page.goto("/");
  await field(page).pressSequentially("expuls");
  const list = suggestions(page);
  await expect(list).toBeVisible();
  const count = await list.getByRole("option").count();
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^${count} suggestion`));
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(page);

  const first = list.getByRole("option").first();
  await page.keyboard.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", (await first.getAttribute("id"))!);
  await page.keyboard.press("End");
  await expect(list.getByRole("option").last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(field(page)).toHaveValue("expuls");
  await expect(field(page)).toBeFocused();

  await page.keyboard.press("ArrowDown");
  await expect(first).toContainText("Association Malienne des Expulsés");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Association Malienne des Expulsés");

  // Without a choice, the key that sends a form sends this one.
  await page.goto("/organisations");
  await field(page).pressSequentially("femmes");
  await expect(list.getByRole("group", { name: "Thèmes" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/organisations?q=femmes");
});

test("an answer that comes too late is cancelled, and a failure goes unnoticed", async ({ page }) => {
  let answerLate = () => {};
  const late = new Promise<void>((resolve) => (answerLate = resolve));
  await page.route("**/api/v1/suggestions?q=ka", async (route) => {
    await late;
    await route.continue().catch(() => {});
  });
  await page.goto("/");
  const asked = page.waitForRequest("**/api/v1/suggestions?q=ka");
  await field(page).pressSequentially("ka");
  const cancelled = page.waitForEvent("requestfailed");
  await asked;
  await field(page).pressSequentially("yes");
  expect((await cancelled).url()).toMatch(/q=ka$/);
  await expect(suggestions(page)).toBeVisible();
  answerLate();

  await page.route("**/api/v1/suggestions?q=mopti", (route) => route.fulfill({ status: 400, body: "" }));
  await field(page).fill("mopti");
  await expect(suggestions(page)).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/organisations?q=mopti");
});

test("a browser that saves data is sent no suggestion", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const asked: string[] = [];
  page.on("request", (request) => void (request.url().includes("/suggestions") && asked.push(request.url())));
  await page.goto("/");
  await expect(field(page)).toHaveRole("combobox");
  await field(page).pressSequentially("expulsés", { delay: 60 });
  await search(page, "expulsés");
  await expect(page.getByRole("article").first()).toContainText("Association Malienne des Expulsés");
  expect(asked).toEqual([]);
});

test("a theme is left out, and taken back", { tag: "@html" }, async ({ page, request }) => {
  const total = async (filters: string) => (await (await request.get(`/api/v1/organisations?${filters}`)).json()).total as number;
  const [all, without] = [await total("zone=kayes"), await total("zone=kayes&theme=-return_reintegration")];
  expect(without).toBeLessThan(all);

  await page.goto("/organisations?zone=kayes");
  await openFilters(page);
  await page
    .locator("summary")
    .filter({ hasText: /^Exclure… Thème$/ })
    .click();
  await page.getByRole("group", { name: "Exclure : Thème" }).getByRole("checkbox", { name: "sauf Accueil et réinsertion des migrants de retour" }).check();
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  await expect(page).toHaveURL(/\/organisations\?(q=&)?theme=-return_reintegration&zone=kayes$/);
  await expect(resultCount(page, without)).toBeVisible();

  await openFilters(page);
  await expect(page.getByRole("group", { name: "Choix : Thème" }).getByRole("checkbox", { name: "sauf Accueil et réinsertion" })).toBeChecked();
  await page.getByRole("link", { name: /^Retirer ce filtre Thème.*sauf Accueil et réinsertion/ }).click();
  await expect(page).toHaveURL("/organisations?zone=kayes");
  await expect(resultCount(page, all)).toBeVisible();
});

test("what no source says is a choice, and what nobody has cannot be chosen", async ({ page, request }) => {
  const { total } = await (await request.get("/api/v1/organisations?typology=unknown")).json();
  await page.goto("/organisations");
  const typologies = page.getByRole("group", { name: "Choix : Typologie" });
  await typologies.getByRole("checkbox", { name: `Non renseigné ${total}` }).check();
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  await expect(resultCount(page, total)).toBeVisible();

  await page.goto("/organisations?zone=kayes&typology=return_migrant_association");
  const themes = page.locator("details.filter").filter({ has: page.locator("summary", { hasText: /^Thème$/ }) });
  await themes.locator("summary").first().click();
  await expect(themes.getByRole("checkbox", { name: /^Droit et protection des femmes/ })).toHaveCount(0);
  const none = themes.getByRole("listitem").filter({ hasText: "Droit et protection des femmes" });
  await expect(none).toBeHidden();
  await themes.getByText(/^\d+ choix sans organisation$/).click();
  await expect(none).toBeVisible();
});

test("a search is followed by its Atom feed", async ({ page, request }) => {
  await page.goto("/organisations?q=association&theme=-youth_support&sort=members&page=2");
  const link = page.getByRole("link", { name: "S’abonner à cette recherche (Atom)" });
  const address = (await link.getAttribute("href"))!;
  expect(address).toBe("/api/v1/organisations.atom?q=association&theme=-youth_support");
  await expect(page.locator('head link[rel=alternate][type="application/atom+xml"]')).toHaveAttribute("href", address);

  const answer = await request.get(address);
  expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  const feed = await page.evaluate(
    (text) => {
      const document = new DOMParser().parseFromString(text, "application/xml");
      const textOf = (parent: Element | Document, name: string) => parent.querySelector(name)?.textContent ?? "";
      return {
        root: document.documentElement.nodeName,
        title: textOf(document, "title"),
        entries: [...document.querySelectorAll("entry")].map((entry) => ({
          id: textOf(entry, "id"),
          link: entry.querySelector("link")?.getAttribute("href") ?? "",
          updated: textOf(entry, "updated"),
          summary: textOf(entry, "summary"),
        })),
      };
    },
    await answer.text(),
  );
  expect(feed.root).toBe("feed");
  expect(feed.title).toMatch(/Texte\s: association · Thème\s: sauf Accompagnement de jeunes$/);
  const { total } = await (await request.get("/api/v1/organisations?q=association&theme=-youth_support")).json();
  expect(feed.entries).toHaveLength(Math.min(total, 50));
  expect(feed.entries.map(({ updated }) => updated)).toEqual(
    feed.entries
      .map(({ updated }) => updated)
      .sort()
      .reverse(),
  );
  expect(feed.entries[0]!.summary).toMatch(/Information de \d{4}/);
  expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length);
  expect((await request.get(feed.entries[0]!.link)).status()).toBe(200);
  expect((await request.get("/api/v1/organisations.atom?formality=maybe")).status()).toBe(400);
});

test("every example of the help page finds something", async ({ page, request }) => {
  for (const [address, list] of [
    ["/recherche/aide", "/organisations?"],
    ["/en/recherche/aide", "/en/organisations?"],
  ] as const) {
    await page.goto(address);
    const links = await page
      .getByRole("main")
      .locator(`li a[href^="${list}"]`)
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    expect(links.length).toBeGreaterThan(15);
    for (const link of links) {
      const { total } = await (await request.get(`/api/v1/organisations?${link.split("?")[1]}`)).json();
      expect(total, link).toBeGreaterThan(0);
    }
  }
  await page.getByRole("link", { name: "The Atom feed of this search" }).click({ trial: true });
});
