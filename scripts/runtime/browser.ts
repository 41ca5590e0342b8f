// The Chromium of the end-to-end tests: found, or installed.
import { existsSync } from "node:fs";
import { execa } from "execa";
import { Failure } from "./failure";
import { inCheckout } from "./paths";
import { execute, executeNode, type Execution } from "./programs";

/** Runs Playwright; see executeNode for the options. */
export const playwright = (args: string[], options?: Execution) => executeNode([inCheckout("node_modules/@playwright/test/cli.js"), ...args], options);

/** Opens an empty page: a file that is there may still be a stub, or lack its libraries. */
async function opensAPage(path: string): Promise<boolean> {
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage", "--dump-dom", "about:blank"];
  const { failed, stdout } = await execa(path, args, { reject: false, timeout: 60_000 });
  return !failed && stdout.includes("<html");
}

async function find(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const places = [
    // Debian's Chromium without its windows: the same pages for half of the processor time.
    ...["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map((name) => `/usr/bin/${name}`),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    chromium.executablePath(),
  ];
  for (const place of places) if (existsSync(place) && (await opensAPage(place))) return place;
  return undefined;
}

async function install(): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => execute("apt-get", args, { env });
  if (isRoot && (await apt("update")).code === 0) {
    for (const name of ["chromium-headless-shell", "chromium"]) if ((await apt("install", "-y", "--no-install-recommends", name)).code === 0) return;
  }
  await playwright(["install", ...(isRoot ? ["--with-deps"] : []), "chromium"]);
}

/** The path of a Chromium that works. CHROMIUM_PATH wins; one is installed when there is none. */
export async function chromiumPath(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !(await opensAPage(given))) throw new Failure(`CHROMIUM_PATH is ${given}, but that does not open a page.`);
  const found = given || (await find()) || (await install(), await find());
  if (found) return found;
  throw new Failure(
    "The end-to-end tests need Chromium, and none could be found or installed: install it (on Debian or Ubuntu, as root: apt-get install chromium) or give its path in CHROMIUM_PATH.",
  );
}
