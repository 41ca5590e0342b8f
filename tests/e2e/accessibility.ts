// What axe finds on a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** About colours alone, and most of axe's work. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * Looks of text on which this worker has found no fault: its colours, size and weight, and what it stands on. The same look has the same
 * contrast on each page and in each mode, and is examined once.
 */
const examined = new Set<string>();

declare global {
  interface Window {
    axe: typeof axe;
    /** In a page: a piece of text of each look. */
    looks: Map<string, Element>;
  }
}

/** In a page: notes a piece of text of each look, and returns the looks. */
function noteLooks(): string[] {
  const below = new Map<Element | null, string>([[null, ""]]);
  /** What is painted below the text of an element. */
  const layers = (element: Element | null): string => {
    const known = below.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, position, filter, mixBlendMode } = getComputedStyle(element!);
    const own = [backgroundColor, backgroundImage, opacity, position, filter, mixBlendMode].join(" ");
    const isPlain = own === "rgba(0, 0, 0, 0) none 1 static none normal";
    const all = layers(element!.parentElement) + (isPlain ? "" : ` / ${own}`);
    below.set(element, all);
    return all;
  };
  const hasText = (element: Element) =>
    element.matches("input, select, textarea") || [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue!.trim());
  const ownLook = (element: Element) => {
    const { color, fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(element);
    return [
      element.localName,
      element.getAttribute("class"),
      color,
      fontSize,
      fontWeight,
      textDecorationLine,
      textShadow,
      element.matches(":disabled, [aria-disabled=true]"),
    ].join(" ");
  };
  window.looks = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
    // A link in a sentence is held against the sentence.
    const look = [ownLook(element), ownLook(element.parentElement!), layers(element)].join(" // ");
    if (!window.looks.has(look)) window.looks.set(look, element);
  }
  return [...window.looks.keys()];
}

type Asked = { looks?: string[]; rules: axe.RunOptions };

/** In a page: what axe finds in the whole, or in the pieces of text of these looks; one line a rule. */
async function findFaults({ looks, rules }: Asked): Promise<string[]> {
  const where = looks ? { include: looks.map((look) => window.looks.get(look)!) } : document;
  const { violations } = await window.axe.run(where, { ...rules, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** What axe finds on the page as it stands, one line a rule. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Half a megabyte of script, which a page keeps until another one is opened.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SCRIPT);
  const withoutColours = Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }]));
  const faults = await page.evaluate(findFaults, { rules: { runOnly: { type: "tag", values: STANDARDS }, rules: withoutColours } } satisfies Asked);
  const looks = (await page.evaluate(noteLooks)).filter((look) => !examined.has(look));
  if (looks.length === 0) return faults;
  const ofColours = await page.evaluate(findFaults, { looks, rules: { runOnly: { type: "rule", values: COLOURS } } } satisfies Asked);
  if (ofColours.length === 0) for (const look of looks) examined.add(look);
  return [...faults, ...ofColours];
}

/** Axe finds nothing on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
}
