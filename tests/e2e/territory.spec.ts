import type { Page } from "@playwright/test";
import { expect, expectNoSidewaysScroll, part, resultCount, test } from "./story";

/** Begins again when a story beside this one published or hid an entry between two pages: only what stands still can be counted. */
const undisturbed = (steps: () => Promise<void>) => expect(steps).toPass({ timeout: 45_000 });

/** The four national NGOs that work on the rights of children are cited for no region. */
const CHILDREN = "theme=child_rights";

test("nothing vanishes from the regions: who works in the whole country is beside them", { tag: "@html" }, async ({ page }) => {
  await page.goto(`/carte?${CHILDREN}`);
  const drawing = page.getByRole("group", { name: /^Carte du Mali/ });
  await expect(drawing.getByRole("link", { name: /^Ségou : aucune organisation citée pour cette zone\. tout le Mali : 3/ })).toBeAttached();
  await expect(page.getByRole("table", { name: "Régions du Mali" }).getByRole("row", { name: /^Ségou/ })).toContainText("tout le Mali : 3");
  for (const path of [`/carte?${CHILDREN}`, `/zones/kayes?${CHILDREN}`, `/zones/mali?${CHILDREN}`]) {
    for (const kind of ["tout le Mali", "zone inconnue", "thème inconnu"]) {
      await undisturbed(async () => {
        await page.goto(path);
        const said = page.locator(".blind-spots li").filter({ hasText: kind });
        const count = Number((await said.innerText()).split(":")[1]);
        const link = said.getByRole("link");
        // A zero leads nowhere.
        await expect(link).toHaveCount(count > 0 ? 1 : 0);
        if (count === 0) return;
        await link.click();
        await expect(page).toHaveURL(/\/organisations\?/);
        await expect(resultCount(page, count)).toBeVisible({ timeout: 1000 });
      });
    }
  }
});

test("the same is said in English", async ({ page }) => {
  await page.goto(`/en/carte?${CHILDREN}`);
  await page.getByRole("link", { name: "the whole of Mali: 3", exact: true }).click();
  await expect(page).toHaveURL(/\/en\/organisations\?/);
  await expect(page.getByRole("article")).toHaveCount(3);
  await expect(page.getByText("except Bamako and 10 others")).toBeVisible();
});

/** What is written on the map of Mali as it is seen, with its box on the screen. */
const written = (page: Page) =>
  page
    .locator("svg.map")
    .first()
    .locator("text.map-name, text.map-number")
    .evaluateAll((texts) =>
      texts.flatMap((text) => {
        const { left, right, top, bottom, height } = text.getBoundingClientRect();
        return height > 0 && text.textContent ? [{ text: text.textContent, left, right, top: top + height * 0.2, bottom: bottom - height * 0.15, height }] : [];
      }),
    );

test("every region is named on the map, readably, and no name, number or point covers another", { tag: ["@phone", "@html"] }, async ({ page }) => {
  await page.goto("/carte");
  const texts = await written(page);
  const names = ["Bamako", "Gao", "Kayes", "Kidal", "Koulikoro", "Mopti", "Ménaka", "Ségou", "Sikasso", "Taoudénit", "Tombouctou"];
  expect(
    texts
      .filter(({ text }) => names.includes(text))
      .map(({ text }) => text)
      .sort(),
  ).toEqual([...names].sort());
  const sizes = await page
    .locator("svg.map text.map-name")
    .evaluateAll((all) => all.map((text) => (Number.parseFloat(getComputedStyle(text).fontSize) * text.closest("svg")!.getBoundingClientRect().width) / 640));
  expect(Math.min(...sizes)).toBeGreaterThan(10.5);
  const points = await page.locator("svg.map circle.map-point").evaluateAll((all) =>
    all.flatMap((point) => {
      const { left, right, top, bottom } = point.getBoundingClientRect();
      const inset = (right - left) * 0.15;
      return right > left ? [{ text: "●", left: left + inset, right: right - inset, top: top + inset, bottom: bottom - inset }] : [];
    }),
  );
  const marks = [...texts, ...points];
  const covered = marks.flatMap((one, index) =>
    marks
      .slice(index + 1)
      .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
      .map((other) => `${one.text} and ${other.text}`),
  );
  expect(covered).toEqual([]);
});

test("the map says whose limits it draws, that they are not those of today, and what it cannot tell apart", async ({ page }) => {
  await page.goto("/carte");
  await expect(page.getByText(/geoBoundaries \(Runfola et al\., 2020\).*CC BY 4\.0\s; simplifiées et regroupées/)).toBeVisible();
  await expect(page.getByText(/avant le découpage de mars 2023.*Taoudénit ne se distingue pas de Tombouctou/)).toBeVisible();
  await page.goto("/zones/nioro");
  await expect(page.getByText("En couleur : Nioro du Sahel.")).toBeVisible();
  await expect(page.getByText(/GeoNames \(geonames\.org\), CC BY 4\.0/)).toBeVisible();
});

test("no page of numbers is pushed sideways on a tablet", async ({ page }) => {
  for (const path of ["/chiffres", "/communautes/kita", "/zones/mali", "/carte"]) {
    await page.goto(path);
    for (const width of [640, 700, 768, 820, 900, 1000]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
    }
  }
});

test("the bars of the figures start at the left, on one scale", async ({ page }) => {
  await page.goto("/chiffres");
  for (const id of ["migrants-internes", "origines"]) {
    const bars = await page.locator(`#${id} td:has(.figure-bar)`).evaluateAll((cells) =>
      cells.map((cell) => {
        const bar = cell.querySelector(".figure-bar")!.getBoundingClientRect();
        const value = Number.parseFloat(cell.textContent!.replace(",", "."));
        return { indent: bar.left - cell.getBoundingClientRect().left, value, perPoint: bar.width / value };
      }),
    );
    expect(bars.length).toBeGreaterThan(20);
    expect(bars.every(({ indent }) => Math.abs(indent) < 1)).toBe(true);
    // Less than one in a hundred is a hairline.
    const scales = bars.filter(({ value }) => value >= 2).map(({ perPoint }) => perPoint);
    expect(Math.max(...scales) - Math.min(...scales)).toBeLessThan(0.05);
  }
});

test("a reader pages through all organisations of a country", { tag: "@html" }, async ({ page, request }) => {
  await undisturbed(async () => {
    const { total } = await (await request.get("/api/v1/organisations?zone=mali")).json();
    const seen = new Set<string>();
    await page.goto("/zones/ml");
    for (;;) {
      for (const link of await page.getByRole("article").getByRole("heading").getByRole("link").all()) seen.add((await link.getAttribute("href"))!);
      const next = page.getByRole("link", { name: "Suivante" });
      if ((await next.count()) === 0) break;
      await next.click();
      await expect(page).toHaveURL(/\/zones\/mali\?page=\d+#organisations$/);
    }
    expect(seen.size).toBe(total);
    await expect(page.getByText(`De ${total - ((total - 1) % 20)} à ${total} sur ${total}.`)).toBeVisible({ timeout: 1000 });
  });
});

test("a zone leads to the communities studied there, and they lead back", { tag: "@html" }, async ({ page }) => {
  await page.goto("/zones/kayes");
  await expect(part(page, "Communautés de retour").getByRole("link")).not.toHaveCount(0);
  await part(page, "Communautés de retour").getByRole("link", { name: "Kita", exact: true }).click();
  await expect(page).toHaveURL("/communautes/kita");
  await page.getByRole("link", { name: "Kita (ville)" }).click();
  await expect(page).toHaveURL("/zones/kita-ville");
  await expect(part(page, "Communautés de retour").getByRole("link", { name: "Kita", exact: true })).toBeVisible();
});
