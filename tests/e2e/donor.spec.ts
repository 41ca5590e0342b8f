import type { Page } from "@playwright/test";
import { expect, resultCount, test } from "./story";

/** A view that no other story changes. */
const VIEW = "typology=return_migrant_association";

/** Zone → number, as a table of the map writes it. */
async function tableOf(page: Page, caption: string): Promise<Map<string, number>> {
  const rows = page.getByRole("table", { name: caption }).locator("tbody tr");
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [row.querySelector("th a")?.textContent ?? "", row.querySelector("td.num")?.textContent ?? ""]),
  );
  return new Map(cells.map(([zone = "", count]) => [zone, Number(count)]));
}

test("a donor reads how many work in each region, and narrows the map", async ({ page, request }) => {
  await page.goto("/carte");
  await expect(page.getByRole("list", { name: "Nombre d’organisations" }).first()).toContainText("aucune dans les sources");
  const whole = await tableOf(page, "Régions du Mali");
  expect(whole.size).toBe(11);

  await page.getByText("Filtrer la carte").click();
  await page.getByLabel(/^Associations de migrants de retour/).check();
  await page.getByRole("button", { name: "Appliquer" }).click();
  await expect(page).toHaveURL(/\/carte\?.*typology=return_migrant_association/);
  await expect(page.getByText(/^6 organisations, dont 6 avec au moins une zone connue/)).toBeVisible();
  const regions = await tableOf(page, "Régions du Mali");
  expect([...regions].every(([zone, count]) => count <= whole.get(zone)!)).toBe(true);

  // The drawing, the table beside it, the list and the data say the same.
  const drawing = page.getByRole("group", { name: /^Carte du Mali/ });
  const { facets } = await (await request.get(`/api/v1/organisations?${VIEW}`)).json();
  for (const [zone, count] of [...regions].filter(([, counted]) => counted > 0)) {
    await expect(drawing.getByRole("link", { name: `${zone} : ${count} organisation${count > 1 ? "s" : ""}`, exact: true })).toBeVisible();
    expect(facets.zone.find(({ label }: { label: string }) => label === zone)?.count, zone).toBe(count);
  }
  await page.getByRole("link", { name: /· Liste des organisations : Kayes$/ }).click();
  await expect(page).toHaveURL(new RegExp(`/organisations\\?${VIEW}&zone=kayes$`));
  await expect(resultCount(page, regions.get("Kayes")!)).toBeVisible();
});

test("a donor opens a region on the drawing, reads who works there, whom to call, goes to the list and closes it", { tag: "@html" }, async ({ page }) => {
  const view = "theme=return_reintegration";
  await page.goto(`/carte?${view}`);
  const count = (await tableOf(page, "Régions du Mali")).get("Kayes")!;
  const kayes = page.getByRole("group", { name: /^Carte du Mali/ }).getByRole("link", { name: /^Kayes : \d+ organisations$/ });
  // The middle of its box lies outside the region.
  await kayes.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/carte?${view}&region=kayes#region`);
  const panel = page.getByRole("region", { name: "Kayes", exact: true });
  await expect(panel).toBeInViewport();
  await expect(panel).toContainText(`${count} organisations interviennent dans cette région.`);
  await expect(kayes).toHaveAttribute("aria-current", "true");
  // Numbers as one reads them out, each with whose it is.
  const [call] = await panel.locator('li:has(a[href^="tel:+"])').all();
  await expect(call!).toContainText(/^\S.*\+\d[\d ]{8,}$/);
  await expect(call!.getByRole("link").first()).toHaveAttribute("href", /^\/organisations\//);
  // Another region, with the same filters.
  await page.getByRole("table", { name: "Régions du Mali" }).getByRole("link", { name: "Gao", exact: true }).click();
  await expect(page).toHaveURL(`/carte?${view}&region=gao#region`);
  await expect(panel).toHaveCount(0);
  await page.goBack();

  await panel.getByRole("link", { name: /^La liste .* : Kayes$/ }).click();
  await expect(page).toHaveURL(`/organisations?${view}&zone=kayes`);
  await expect(resultCount(page, count)).toBeVisible();
  await page.goBack();
  await panel.getByRole("link", { name: "Fermer" }).click();
  await expect(page).toHaveURL(`/carte?${view}#mali`);
  await expect(panel).toHaveCount(0);
  await page.getByRole("link", { name: "Pays de la diaspora" }).click();
  await expect(page.getByRole("heading", { name: "Par pays" })).toBeInViewport();
});

test("a donor reads the page of a region: who works there, and what is inside", async ({ page, request }) => {
  await page.goto("/carte");
  await page.getByRole("table", { name: "Régions du Mali" }).getByRole("link", { name: "Kayes", exact: true }).click();
  await page.getByRole("link", { name: "Page de la zone", exact: true }).click();
  await expect(page).toHaveURL("/zones/kayes");
  await expect(page.getByRole("heading", { level: 1, name: "Kayes" })).toBeVisible();
  const { total } = await (await request.get("/api/v1/organisations?zone=kayes")).json();
  await expect(page.getByText(`${total} organisations interviennent dans cette zone ou dans l’un de ses lieux.`)).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(Math.min(total, 20));
  await expect(page.getByRole("heading", { name: "Chiffres publiés" })).toBeVisible();
  await page.getByRole("link", { name: "Ouvrir dans la liste, pour trier et filtrer" }).click();
  await expect(resultCount(page, total)).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Kayes (cercle)", exact: true }).click();
  await expect(page).toHaveURL("/zones/kayes-cercle");
});

test("a zone with nobody says what that means", async ({ page }) => {
  await page.goto("/zones/taoudenit");
  await expect(page.getByText("Les sources ne citent aucune organisation ici.")).toBeVisible();
  await expect(page.getByText("Ce n’est pas la preuve qu’il n’y en a pas")).toBeVisible();
});

test("a zone answers to its code, its slug and its name", async ({ page }) => {
  for (const name of ["ML-1", "kayes", "Kayes"]) {
    await page.goto(`/zones/${name}`);
    await expect(page.getByRole("heading", { level: 1, name: "Kayes" })).toBeVisible();
  }
});
