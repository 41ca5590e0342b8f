// node --conditions=react-server --import tsx bench/live-map.ts [--size 42150] [--port 3700]
// What a reader waits for who asks for the interactive map of a made-up register, in Chromium (CHROMIUM_PATH, else /usr/bin/chromium), on a wide
// screen and on a phone: from the click until its numbers are drawn, each time in a browser that keeps nothing; then the longest task of the
// page's script while the map is moved and zoomed. Everything is thrown away.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chromium, type Browser, type Page } from "@playwright/test";
import { ensureBuild, ensureClient } from "../scripts/runtime/build";
import { run } from "../scripts/runtime/lifetime";
import { step } from "../scripts/runtime/steps";
import { fillDatabase, startSite } from "./run/stage";

const { values } = parseArgs({ options: { size: { type: "string", default: "42150" }, port: { type: "string", default: "3700" } } });
const OPENS = 7;
const GOAL_OPEN_MS = 1500;
/** Browsers call a task long from 50 ms on; shorter ones are not told. */
const GOAL_TASK_MS = 200;
/** The map glides for a quarter of a second. */
const SETTLED_MS = 400;
const SCREENS = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];
const MOVES = ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"];
const ZOOMS = ["Agrandir", "Agrandir", "Agrandir", "Réduire", "Réduire", "Voir tout le Mali"];

/** Asks for the map, and waits two frames after its numbers came: then they are painted. @returns milliseconds from the click */
function openMap(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll<HTMLButtonElement>('[data-map="switch"] button')][0]!;
        const live = document.querySelector('[data-map="live"]')!;
        const begun = performance.now();
        const watch = new MutationObserver(() => {
          if (!live.querySelector(".live-mark")) return;
          watch.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)));
        });
        watch.observe(live, { childList: true, subtree: true });
        button.click();
      }),
  );
}

/** Moves and zooms the map that is open. @returns the milliseconds of each long task meanwhile */
async function moveAbout(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  const canvas = page.locator(".live-canvas");
  for (const zoom of ZOOMS) {
    await page.getByRole("button", { name: zoom, exact: true }).click();
    await pause(SETTLED_MS);
    for (const key of MOVES) {
      await canvas.press(key);
      await pause(SETTLED_MS);
    }
  }
  return page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
}

async function measureScreen(browser: Browser, address: string, viewport: (typeof SCREENS)[number]): Promise<{ opens: number[]; tasks: number[] }> {
  const opens: number[] = [];
  let tasks: number[] = [];
  for (let time = 1; time <= OPENS; time++) {
    const context = await browser.newContext({ viewport, locale: "fr-ML" });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: "networkidle" });
    opens.push(await openMap(page));
    if (time === OPENS) tasks = await moveAbout(page);
    await context.close();
  }
  return { opens: opens.sort((a, b) => a - b), tasks };
}

await run(async () => {
  const size = Number(values.size);
  await ensureClient();
  await ensureBuild();
  const { url } = await fillDatabase(size);
  const { origin } = await step("Starting the site", () => startSite({ databaseUrl: url, port: Number(values.port) }));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  console.log(
    `\n| The interactive map of ${size.toLocaleString("en")} organisations | median of ${OPENS} opens | longest task while it is moved |\n|---|---|---|`,
  );
  for (const viewport of SCREENS) {
    const { opens, tasks } = await measureScreen(browser, `${origin}/carte`, viewport);
    const median = opens[Math.floor(OPENS / 2)]!;
    const longest = Math.max(0, ...tasks);
    const verdict = (value: number, goal: number) => `(goal ${goal}): ${value <= goal ? "met" : "**not met**"}`;
    const opened = `${median.toFixed(0)} ms, slowest ${opens.at(-1)!.toFixed(0)} ${verdict(median, GOAL_OPEN_MS)}`;
    console.log(`| ${viewport.width} px | ${opened} | ${longest === 0 ? "none above 50" : longest.toFixed(0)} ms ${verdict(longest, GOAL_TASK_MS)} |`);
  }
  await browser.close();
});
