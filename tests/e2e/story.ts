import { expect, test as base, type Locator, type Page } from "@playwright/test";

/**
 * A test whose page must stay quiet: a console error, an uncaught error or a request to another
 * host fails it.
 */
export const test = base.extend({
  page: async ({ page, baseURL }, tellStory) => {
    const noise: string[] = [];
    page.on("console", (message) => {
      // The browser itself reports the refusals that a story provokes on purpose (400, 404).
      const refusal = /Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
      if (message.type() === "error" && !refusal) noise.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => noise.push(`script: ${error.message}`));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith("http") && url.origin !== new URL(baseURL!).origin) noise.push(`another host: ${request.url()}`);
    });
    await tellStory(page);
    expect(noise).toEqual([]);
  },
});

export { expect };

/** A reader never has to push the page sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  // Without a locator, whose script each page would run first.
  const { width, seen } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, seen: document.documentElement.clientWidth }));
  expect(width, `width of ${page.url()}`).toBeLessThanOrEqual(seen);
}

/** The part of a page under a second-level heading. */
export function part(page: Page, title: string): Locator {
  return page.locator("main section").filter({ has: page.getByRole("heading", { level: 2, name: title, exact: true }) });
}

/** What a list of names and values says under one name. */
export function fact(within: Locator, name: string): Locator {
  return within
    .locator("dl > div")
    .filter({ has: within.page().locator("dt").getByText(name, { exact: true }) })
    .locator("dd");
}

export const SEARCH_LABEL = "Chercher une organisation, un sigle, un lieu, un thème";

/** Types in the search box of the page and sends it; with scripts the box is a combobox. */
export async function search(page: Page, words: string): Promise<void> {
  await page.getByLabel(SEARCH_LABEL).fill(words);
  await page.getByRole("button", { name: "Chercher", exact: true }).click();
}

/** Shows the filters of the list, which a phone hides until a link leads to them. */
export async function openFilters(page: Page): Promise<void> {
  const panel = page.getByRole("region", { name: "Filtrer et trier" });
  if (!(await panel.isVisible())) await page.getByRole("link", { name: /^Filtrer et trier/ }).click();
  await expect(panel).toBeVisible();
}

/** The heading of the list that says how many there are. */
export function resultCount(page: Page, count: number): Locator {
  const words = count === 0 ? "Aucune organisation" : count === 1 ? "1 organisation" : `${count} organisations`;
  return page.getByRole("heading", { level: 2, name: new RegExp(`^${words}(\\s|$)`) });
}
