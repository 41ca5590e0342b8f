// The Chromium of the end-to-end tests: found, or installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { inCheckout } from "./paths.mjs";
import { Failure } from "./failure.mjs";
import { isRoot } from "./postgres-account.mjs";
import { execute, executeNode } from "./programs.mjs";

const playwrightProgram = inCheckout("node_modules/@playwright/test/cli.js");

/** The browser Playwright keeps for itself, whether it is there or not. */
async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** Opens an empty page: a file that is there may still be a stub, or lack its libraries. */
function opensAPage(path) {
  if (!path || !existsSync(path)) return false;
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage", "--dump-dom", "about:blank"];
  const { status, stdout } = spawnSync(path, args, { encoding: "utf8", timeout: 60_000 });
  return status === 0 && stdout.includes("<html");
}

async function find() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const places = [
    ...names.map((name) => `/usr/bin/${name}`),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    await playwrightsOwn(),
  ];
  return places.find(opensAPage);
}

async function install() {
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await execute("apt-get", ["update"], { env });
    await execute("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
    if (await find()) return;
  }
  await executeNode([playwrightProgram, "install", ...(isRoot ? ["--with-deps"] : []), "chromium"]);
}

/** The path of a Chromium that works. CHROMIUM_PATH wins; one is installed when there is none. */
export async function chromiumPath() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (opensAPage(given)) return given;
    throw new Failure(`CHROMIUM_PATH is ${given}, but that does not open a page.`);
  }
  const found = (await find()) ?? (await install(), await find());
  if (found) return found;
  throw new Failure(
    "The end-to-end tests need Chromium, and none could be found or installed: install it (on Debian or Ubuntu, as root: apt-get install chromium) or give its path in CHROMIUM_PATH.",
  );
}

/** Runs Playwright; see executeNode for the options. */
export const playwright = (args, options) => executeNode([playwrightProgram, ...args], options);
