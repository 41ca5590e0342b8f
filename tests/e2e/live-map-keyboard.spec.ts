import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { cardOf, mapOf, marksOf, openMap, SIMPLE, VIEW } from "./live-map";
import { expect, test } from "./story";

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

test("a keyboard reader is past the map in 15 presses, with a card open too", async ({ page }) => {
  const map = await openMap(page);
  expect(await pressesToLeave(page, map)).toBeLessThanOrEqual(15);
  await marksOf(map).filter({ hasText: "Kayes" }).click();
  await expect(cardOf(map).getByRole("link")).toHaveCount(6);
  expect(await pressesToLeave(page, map)).toBeLessThanOrEqual(15);
});

test("a keyboard reader goes from place to place with the arrows, opens one and reaches a profile", async ({ page }) => {
  const map = await openMap(page, `/carte?${VIEW}`);
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
  const map = await openMap(page);
  const gao = map.getByRole("button", { name: /^Gao : / });
  await arrowTo(page, map, gao);
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/#map=6\.75\//);
  await expect(map.getByRole("button", { name: /^Gao : / })).toBeFocused();
});
