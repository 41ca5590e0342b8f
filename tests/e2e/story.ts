import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

/**
 * A test whose page must stay quiet: a console error, a failed request or a request to another
 * host fails it.
 */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
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
    await use(page);
    expect(noise).toEqual([]);
  },
});

export { expect };

/** Axe finds nothing on the page as it stands, and the page does not scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
}

/** A phone reader never has to push the page sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const);
  expect(scroll).toBeLessThanOrEqual(client);
}
