// What a page may weigh on a slow, costly phone.
import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { inEnglish, REACT_PAGES } from "./pages";

/** The HTML of a list page before it is compressed, in bytes: what the phone must read. */
const MOST_HTML = 60_000;
/** HTML and style, in bytes after gzip. */
const MOST_HTML_AND_STYLE = 40_000;
/** The search field's suggestions. */
const MOST_SCRIPT = 3_000;
/** What Next itself ships with a near-empty page of React's, and what ours add to it. */
const MOST_SCRIPT_WITH_REACT = 135_000 + 15_000;

const isOfReact = (address: string) => REACT_PAGES.some((path) => address === path || address === inEnglish(path));
const isUnfoldedList = (address: string) => address.includes("deplier");

/** Opens a page. @returns what of it is heavier than promised, one line each */
export async function openAndWeigh(page: Page, address: string): Promise<string[]> {
  const answers: Response[] = [];
  const keep = (response: Response) => void answers.push(response);
  page.on("response", keep);
  await page.goto(address, { waitUntil: "load" });
  page.off("response", keep);
  const bytes = { document: 0, stylesheet: 0, script: 0 };
  let plain = 0;
  for (const answer of answers) {
    const kind = answer.request().resourceType();
    if (!(kind in bytes)) continue;
    const body = await answer.body();
    bytes[kind as keyof typeof bytes] += gzipSync(body).length;
    if (kind === "document") plain = body.length;
  }
  const promises: [what: string, weight: number, most: number][] = [
    ["HTML before compression", plain, /^(\/en)?\/organisations/.test(address) && !isUnfoldedList(address) ? MOST_HTML : Infinity],
    ["HTML and style", bytes.document + bytes.stylesheet, MOST_HTML_AND_STYLE],
    ["script", bytes.script, isOfReact(address) ? MOST_SCRIPT_WITH_REACT : MOST_SCRIPT],
  ];
  return promises.filter(([, weight, most]) => weight > most).map(([what, weight, most]) => `${what}: ${weight} B, and ${most} at most`);
}
