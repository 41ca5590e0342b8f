import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { inEnglish, PUBLIC_PAGES, REACT_PAGES } from "./pages";
import { expect, test } from "./story";

/** What the HTML of a page may weigh before it is compressed, in bytes: what the phone must read. */
const MOST_HTML = 60_000;
/** What a page may weigh on a slow, costly phone, in bytes after gzip. */
const MOST_HTML_AND_STYLE = 40_000;
/** The search field's suggestions. */
const MOST_SCRIPT = 3_000;
/** What Next itself ships with a near-empty page of React's, and what ours add to it. */
const MOST_SCRIPT_WITH_REACT = 135_000 + 15_000;

type Weight = { page: string; plain: number; html: number; style: number; script: number };

async function weightOf(page: Page, address: string): Promise<Weight> {
  const answers: Response[] = [];
  const keep = (response: Response) => void answers.push(response);
  page.on("response", keep);
  await page.goto(address, { waitUntil: "load" });
  page.off("response", keep);
  const weight = { page: address, plain: 0, html: 0, style: 0, script: 0 };
  const kinds = { document: "html", stylesheet: "style", script: "script" } as const;
  for (const answer of answers) {
    const kind = answer.request().resourceType();
    if (kind === "document") weight.plain = (await answer.body()).length;
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
  const isOfReact = (address: string) => REACT_PAGES.some((path) => address === path || address === inEnglish(path));
  const tooHeavy = weights.flatMap(({ page, plain, html, style, script }) => [
    ...(page.startsWith("/organisations") && !page.includes("deplier") && plain > MOST_HTML ? [`${page}: HTML ${plain} B before compression`] : []),
    ...(html + style > MOST_HTML_AND_STYLE ? [`${page}: HTML ${html} B and style ${style} B`] : []),
    ...(script > (isOfReact(page) ? MOST_SCRIPT_WITH_REACT : MOST_SCRIPT) ? [`${page}: script ${script} B`] : []),
  ]);
  expect(tooHeavy).toEqual([]);
});
