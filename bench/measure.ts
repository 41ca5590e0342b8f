// npm run measure [-- http://localhost:3000]
// What the public pages of a running site cost, in one run and one table: time to answer over
// loopback with one client, weight of the page and its styles, scripts, and Lighthouse on a phone.
// A last line gives the memory of the server under 20 clients.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const base = new URL(process.argv[2] ?? "http://localhost:3000").origin;
const entry = "/organisations/association-malienne-des-expulses";
const pages = [
  "/",
  "/organisations",
  `/organisations?q=expulses`,
  entry,
  "/carte",
  "/zones/kayes",
  "/reseaux",
  "/communautes",
  "/chiffres",
  "/sources",
  "/sources/cartographie-osc-mali-2022",
  "/donnees",
];
const answers = ["/api/v1/organisations", "/api/v1/organisations?q=kayes&typology=national_ngo", "/api/v1/organisations/emdk"];
const audited = ["/", "/organisations", entry];

const gzipped = (text: string) => gzipSync(text).length;
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);

async function median(path: string, times = 41): Promise<number> {
  const taken: number[] = [];
  for (let index = 0; index < times + 5; index++) {
    const begun = performance.now();
    await (await fetch(base + path)).arrayBuffer();
    // The first answers warm the server up.
    if (index >= 5) taken.push(performance.now() - begun);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? NaN;
}

async function weight(path: string): Promise<{ page: number; scripts: number }> {
  const html = await (await fetch(base + path)).text();
  const linked = async (pattern: RegExp) => {
    const urls = [...new Set([...html.matchAll(pattern)].map(([, url]) => url))];
    const sizes = await Promise.all(urls.map(async (url) => gzipped(await (await fetch(base + url)).text())));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  const styles = await linked(/<link rel="stylesheet" href="([^"]+)"/g);
  // Old browsers' polyfills (nomodule) are not loaded by any browser of these years.
  const scripts = await linked(/<script src="([^"]+)"(?![^>]*nomodule)[^>]*>/gi);
  return { page: gzipped(html) + styles, scripts };
}

async function audit(path: string): Promise<string[]> {
  const chrome = await launch({
    chromePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-background-networking"],
  });
  try {
    const result = await lighthouse(base + path, {
      port: chrome.port,
      output: "json",
      onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
    });
    return Object.values(result?.lhr.categories ?? {}).map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`);
  } finally {
    chrome.kill();
  }
}

/** Resident memory of the process that listens, in MB: now, and at its highest. Linux only. */
function memory(): { now: number; peak: number } {
  const listening = execFileSync("ss", ["-ltnp", `sport = :${new URL(base).port}`], { encoding: "utf8" });
  const pid = /pid=(\d+)/.exec(listening)?.[1];
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: read("VmRSS"), peak: read("VmHWM") };
}

async function crowd(clients: number, seconds: number): Promise<number> {
  const end = Date.now() + seconds * 1000;
  let requests = 0;
  const paths = [...pages, ...answers];
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let index = client; Date.now() < end; index++, requests++) await (await fetch(base + paths[index % paths.length])).arrayBuffer();
    }),
  );
  return requests / seconds;
}

console.log("median ms   page+css kB gz   scripts kB gz   address");
for (const path of pages) {
  const { page, scripts } = await weight(path);
  console.log(`${(await median(path)).toFixed(1).padStart(9)}   ${kilobytes(page).padStart(14)}   ${kilobytes(scripts).padStart(13)}   ${path}`);
}
for (const path of answers) console.log(`${(await median(path)).toFixed(1).padStart(9)}   ${"".padStart(14)}   ${"".padStart(13)}   ${path}`);
const rate = await crowd(20, 20);
const { now, peak } = memory();
console.log(`20 clients for 20 s: ${rate.toFixed(0)} answers a second; memory of the server ${now} MB, peak ${peak} MB`);
for (const path of audited) console.log(`Lighthouse, phone, ${path}: ${(await audit(path)).join(", ")}`);
