import { defineConfig } from "@playwright/test";

/**
 * Stories told in a real Chromium against a production server. `npm test` starts both and passes
 * BASE_URL, CHROMIUM_PATH and the first administrator's account.
 */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  // Two workers on two cores; no story depends on another.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.BASE_URL,
    locale: "fr-ML",
    timezoneId: "Pacific/Chatham",
    // A page that glides to where it is sent makes a test wait for a second each time; the stories of the interactive map see it move.
    contextOptions: { reducedMotion: "reduce" },
    // A trace of every test would double the time; `--trace on` makes one of a single story.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 900 } } },
    { name: "phone", grep: /@phone/, use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
    { name: "without-scripts", grep: /@html/, use: { viewport: { width: 360, height: 740 }, javaScriptEnabled: false } },
  ],
});
