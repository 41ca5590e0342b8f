import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { inEnglish, PUBLIC_PAGES } from "./pages";
import { expect, test } from "./story";

/** What a page may weigh on a slow, costly phone, in bytes after gzip. */
const MOST_HTML_AND_STYLE = 40_000;
const MOST_SCRIPT_OF_OUR_OWN = 15_000;
/** What Next itself ships with a near-empty page. */
const EMPTY_PAGE_SCRIPT = 135_000;

type Weight = { page: string; html: number; style: number; script: number };

async function weightOf(page: Page, address: string): Promise<Weight> {
  const answers: Response[] = [];
  const keep = (response: Response) => void answers.push(response);
  page.on("response", keep);
  await page.goto(address, { waitUntil: "load" });
  page.off("response", keep);
  const weight = { page: address, html: 0, style: 0, script: 0 };
  const kinds = { document: "html", stylesheet: "style", script: "script" } as const;
  for (const answer of answers) {
    const kind = answer.request().resourceType();
    if (kind in kinds) weight[kinds[kind as keyof typeof kinds]] += gzipSync(await answer.body()).length;
  }
  return weight;
}

test("no public page is heavier than promised", async ({ browser, baseURL }, testInfo) => {
  test.slow();
  const weights: Weight[] = [];
  // The English pages differ in words only: the long ones stand for them.
  for (const address of [...PUBLIC_PAGES, ...["/organisations", "/carte", "/communautes"].map(inEnglish)]) {
    // A reader's first visit: nothing is kept from the page before.
    const context = await browser.newContext({ baseURL });
    weights.push(await weightOf(await context.newPage(), address));
    await context.close();
  }
  const lines = weights.map(({ page, html, style, script }) => `${html + style} B of HTML and style, ${script} B of script: ${page}`);
  await testInfo.attach("weights.txt", { body: lines.join("\n"), contentType: "text/plain" });
  const tooHeavy = weights.flatMap(({ page, html, style, script }) => [
    ...(html + style > MOST_HTML_AND_STYLE ? [`${page}: HTML ${html} B and style ${style} B`] : []),
    ...(script > EMPTY_PAGE_SCRIPT + MOST_SCRIPT_OF_OUR_OWN ? [`${page}: script ${script} B`] : []),
  ]);
  expect(tooHeavy).toEqual([]);
});
