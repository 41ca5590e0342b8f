import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./story";

/** A view that no other story changes. */
const VIEW = "typology=return_migrant_association";
const SIMPLE = "Revenir à la carte simple";

const mapOf = (page: Page) => page.getByRole("region", { name: /^(Carte interactive|Interactive map)/ });
const marksOf = (map: Locator) => map.getByRole("group", { name: /^(Lieux|Places)/ }).getByRole("button");
const cardOf = (map: Locator) => map.getByRole("dialog");

/** Opens the interactive map, by its button or by an address that asks for it, and waits for its numbers. */
async function open(page: Page, address = "/carte"): Promise<Locator> {
  await page.goto(address);
  if (!address.includes("#map")) await page.getByRole("button", { name: "Ouvrir la carte interactive" }).click();
  const map = mapOf(page);
  await expect(marksOf(map).first()).toBeVisible();
  return map;
}

const hasFocus = (part: Locator) => part.evaluate((element) => element.contains(document.activeElement));

/** How often the tab key is pressed from the button before the map until the focus has left the map; 40 when it never does. */
async function pressesToLeave(page: Page, map: Locator): Promise<number> {
  await page.getByRole("button", { name: SIMPLE }).focus();
  await page.keyboard.press("Tab");
  expect(await hasFocus(map)).toBe(true);
  for (let presses = 1; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    if (!(await hasFocus(map))) return presses;
  }
  return 40;
}

/** Goes into the map with the tab key and to one of its numbers with the arrows, by eye: the map must not move under it. */
async function arrowTo(page: Page, map: Locator, target: Locator): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const marks = map.getByRole("group", { name: /^Lieux/ });
  await page.getByRole("button", { name: SIMPLE }).focus();
  for (let presses = 0; presses < 5 && !(await hasFocus(marks)); presses++) await page.keyboard.press("Tab");
  for (let presses = 0; presses < 15 && !(await hasFocus(target)); presses++) {
    const [from, to] = [await marks.locator(":focus").boundingBox(), await target.boundingBox()];
    const [x, y] = [to!.x - from!.x, to!.y - from!.y];
    await page.keyboard.press(Math.abs(x) > Math.abs(y) ? (x > 0 ? "ArrowRight" : "ArrowLeft") : y > 0 ? "ArrowDown" : "ArrowUp");
  }
  await expect(target).toBeFocused();
}

/** Numbers and names that cover each other, by their words; what belongs to one button counts as one. */
async function coveringEachOther(map: Locator): Promise<string[]> {
  return map.locator(".live-mark, .live-name").evaluateAll((all) => {
    const boxes = all.map((element) => {
      const shown = element.classList.contains("live-mark") ? [...element.children] : [element];
      const rects = shown.map((child) => child.getBoundingClientRect());
      const [left, right] = [Math.min(...rects.map((r) => r.left)), Math.max(...rects.map((r) => r.right))];
      const [top, bottom] = [Math.min(...rects.map((r) => r.top)), Math.max(...rects.map((r) => r.bottom))];
      return { words: element.textContent, left, right, top, bottom };
    });
    return boxes.flatMap((a, i) =>
      boxes.slice(i + 1).flatMap((b) => {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return wide > 1 && high > 1 ? [`${a.words} / ${b.words}`] : [];
      }),
    );
  });
}

test("a donor reads names at each scale, none over another, and presses what a finger can hit @phone", async ({ page }) => {
  const map = await open(page);
  const names = map.locator(".live-mark-name, .live-name");
  const named = (name: string) => names.filter({ hasText: new RegExp(`^${name}$`) });
  for (const region of ["Kayes", "Koulikoro", "Bamako", "Sikasso", "Ségou", "Mopti", "Tombouctou", "Gao", "Kidal", "Ménaka"]) {
    await expect(named(region), region).toHaveCount(1);
  }
  await expect(named("Mauritanie")).toHaveCount(1);
  expect(await coveringEachOther(map)).toEqual([]);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  // Nearer: places of the directory, then towns that it does not name.
  await page.goto("/carte#map=6.5/14.2/-8");
  await expect(named("Banamba")).toHaveCount(1);
  expect(await coveringEachOther(map)).toEqual([]);
  await map.getByRole("button", { name: "Agrandir" }).click();
  await expect(named("Kolokani")).toHaveCount(1);
  expect(await coveringEachOther(map)).toEqual([]);
  const sizes = await map
    .getByRole("button")
    .evaluateAll((all) => all.map((button) => button.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
});

test("nothing of the interactive map is fetched before it is asked for", async ({ page }) => {
  const fetched: Promise<boolean>[] = [];
  page.on("response", (response) => {
    if (!/\.(js|css)$/.test(new URL(response.url()).pathname)) return;
    fetched.push(
      response.text().then(
        (text) => text.includes("leaflet-"),
        () => false,
      ),
    );
  });
  const isFetched = async () => (await Promise.all(fetched)).includes(true);
  await page.goto("/carte");
  await expect(page.getByRole("button", { name: "Ouvrir la carte interactive" })).toBeVisible();
  expect(await isFetched()).toBe(false);
  await open(page);
  expect(await isFetched()).toBe(true);
});

test("a keyboard reader is past the map in 15 presses, with a card open too", async ({ page }) => {
  const map = await open(page);
  expect(await pressesToLeave(page, map)).toBeLessThanOrEqual(15);
  await marksOf(map).filter({ hasText: "Kayes" }).click();
  await expect(cardOf(map).getByRole("link")).toHaveCount(6);
  expect(await pressesToLeave(page, map)).toBeLessThanOrEqual(15);
});

test("a keyboard reader goes from place to place with the arrows, opens one and reaches a profile", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const map = await open(page, `/carte?${VIEW}`);
  const kayes = map.getByRole("button", { name: /^Kayes : \d+ organisations$/ });
  await arrowTo(page, map, kayes);
  await page.keyboard.press("Enter");
  const card = cardOf(map);
  await expect(card.getByRole("heading")).toBeFocused();
  const profile = card.getByRole("link", { name: /Association Malienne des Expulsés/ });
  await expect(profile).toBeVisible();
  await expect(card.getByText(/Accueil et réinsertion des migrants de retour/).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expect(kayes).toBeFocused();

  await page.keyboard.press("Enter");
  for (let presses = 0; presses < 8 && !(await hasFocus(profile)); presses++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Association Malienne des Expulsés");
  // Back leads to the same view with the same card.
  await page.goBack();
  await expect(cardOf(mapOf(page)).getByRole("heading")).toHaveText(/^Kayes/);
});

test("a number keeps the focus when the scale changes", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const map = await open(page);
  const gao = map.getByRole("button", { name: /^Gao : / });
  await arrowTo(page, map, gao);
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/#map=6\.75\//);
  await expect(map.getByRole("button", { name: /^Gao : / })).toBeFocused();
});

test("places that stand together open as a list, and one of them leads to its zone @phone", async ({ page }) => {
  const map = await open(page, `/carte#map=6.25/14.2/-10.5`);
  const several = marksOf(map)
    .filter({ has: page.locator(".live-number-several") })
    .first();
  await several.click();
  const card = cardOf(map);
  await expect(card.getByRole("heading")).toHaveText(/^\d+ lieux\s: (au plus )?\d+ organisations$/);
  const place = card.getByRole("button", { name: /^Kayes \(cercle\) : / });
  await place.click();
  await expect(card.getByRole("heading")).toHaveText(/^Kayes \(cercle\)/);
  await expect(card.getByRole("listitem")).not.toHaveCount(0);
  await card.getByRole("button", { name: "Revenir à la liste des lieux" }).click();
  await place.click();
  await card.getByRole("link", { name: /^Page de la zone/ }).click();
  await expect(page).toHaveURL("/zones/kayes-cercle");
  await expect(page.getByRole("heading", { level: 1, name: "Kayes (cercle)" })).toBeVisible();
});

test("the map shows places that stand together nearer, until they stand apart", async ({ page }) => {
  const map = await open(page, `/carte#map=6.25/14.2/-10.5`);
  await marksOf(map)
    .filter({ has: page.locator(".live-number-several") })
    .and(map.getByRole("button", { name: /Bafoulabé.*,/ }))
    .first()
    .click();
  await cardOf(map).getByRole("button", { name: "Voir de plus près sur la carte" }).click();
  await expect(cardOf(map)).toHaveCount(0);
  // The town stands at the seat of its cercle; the others are elsewhere.
  await expect(map.getByRole("button", { name: /^Bafoulabé(, Bafoulabé \(ville\))? : / })).toBeVisible();
});

test("a view can be kept, sent and left: zoom, filters and place stand in the address", async ({ page, context }) => {
  const map = await open(page, `/carte?${VIEW}`);
  await expect(page).toHaveURL(/#map=[\d.]+\/[\d.-]+\/[\d.-]+$/);
  await marksOf(map).filter({ hasText: "Kayes" }).click();
  await cardOf(map).getByRole("button", { name: "Voir de plus près sur la carte" }).click();
  await expect(page).toHaveURL(/#map=[78]/);
  const numbers = () => marksOf(mapOf(page)).evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")));
  const [address, seen] = [page.url(), await numbers()];

  await page.reload();
  await expect(marksOf(map).first()).toBeVisible();
  expect([page.url(), await numbers()]).toEqual([address, seen]);
  const sent = await context.newPage();
  await sent.goto(address);
  await expect(marksOf(mapOf(sent)).first()).toBeVisible();
  expect(sent.url()).toBe(address);
  await sent.close();

  // Other filters and the other language look at the same place.
  const hash = new URL(address).hash;
  await page.getByText("Filtrer la carte").click();
  await page.getByLabel(/^Formel/).check();
  await page.getByRole("button", { name: "Appliquer" }).click();
  await expect(page).toHaveURL(/formality=formal/);
  await expect(marksOf(mapOf(page)).first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe(hash);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Back to the simple map" })).toBeVisible();
  await expect(marksOf(mapOf(page)).first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe(hash);
});

test("going back closes the map that was opened, and an address typed anew moves it", async ({ page }) => {
  const map = await open(page, `/carte?${VIEW}`);
  await map.getByRole("button", { name: "Agrandir" }).click();
  await expect(page).toHaveURL(/#map=6\.75\//);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Ouvrir la carte interactive" })).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
  await page.goForward();
  await expect(marksOf(map).first()).toBeVisible();
  await expect(page).toHaveURL(/#map=6\.75\//);
  await page.goto(`/carte?${VIEW}#map=8/14.45/-11.44`);
  await expect(
    map
      .locator(".live-name")
      .filter({ hasText: /^Kayes|^Koniakary/ })
      .first(),
  ).toBeVisible();
  await expect(page).toHaveURL(/#map=8\/14\.45\/-11\.44$/);
  await page.getByRole("button", { name: SIMPLE }).click();
  await expect(map).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe("");
});

test("the link to a view is copied, or shown where the browser does not copy", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const map = await open(page, `/carte?${VIEW}`);
  await map.getByRole("button", { name: "Copier le lien" }).click();
  await expect(map.getByText("Le lien vers cette vue est copié.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());

  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.reload();
  await map.getByRole("button", { name: "Copier le lien" }).click();
  const address = map.getByRole("textbox", { name: "Adresse de cette vue" });
  await expect(address).toBeFocused();
  await expect(map.getByText("L’adresse de cette vue est sélectionnée : copiez-la.")).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(page.url());
});

test("the map can be read at night, in English and without motion @phone", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.goto("/en/carte#map=5/15/-5&place=mopti");
  const map = mapOf(page);
  await expect(cardOf(map).getByRole("heading")).toHaveText(/^Mopti: \d+ organisations$/);
  await expect(cardOf(map).getByRole("link").first()).toBeVisible();
  expect(await coveringEachOther(map)).toEqual([]);
  await expectAccessible(page);
  await expect(map).toContainText("geoBoundaries (Runfola et al., 2020)");
});
