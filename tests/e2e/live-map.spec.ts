import type { Locator } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { cardOf, mapOf, marksOf, openMap, SIMPLE, VIEW } from "./live-map";
import { expect, expectNoSidewaysScroll, test } from "./story";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

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
  const map = await openMap(page);
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
  await openMap(page);
  expect(await isFetched()).toBe(true);
});

test("places that stand together open as a list, and one of them leads to its zone @phone", async ({ page }) => {
  const map = await openMap(page, `/carte#map=6.25/14.2/-10.5`);
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
  const map = await openMap(page, `/carte#map=6.25/14.2/-10.5`);
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
  const map = await openMap(page, `/carte?${VIEW}`);
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
  const map = await openMap(page, `/carte?${VIEW}`);
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
  const map = await openMap(page, `/carte?${VIEW}`);
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
