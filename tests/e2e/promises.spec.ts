import { inBothLanguages, PUBLIC_PAGES, REACT_PAGES, REFUSED_PAGES } from "./pages";
import { expect, test } from "./story";

test("no two pages have the same title", async ({ request }) => {
  const titles = new Map<string, string>();
  for (const address of inBothLanguages(PUBLIC_PAGES.filter((path) => !path.includes("?")))) {
    const [, title = ""] = /<title>([^<]+)<\/title>/.exec(await (await request.get(address)).text()) ?? [];
    expect(title, address).not.toBe("");
    expect(titles.get(`${title} ${address.startsWith("/en")}`), `${address} has the title of another page`).toBeUndefined();
    titles.set(`${title} ${address.startsWith("/en")}`, address);
  }
});

/** The addresses that a page links to, as a crawler reads them. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
}

test("every link of every page leads somewhere", async ({ request, baseURL }) => {
  // Hundreds of pages, each asked for the first time.
  test.slow();
  const pathsFrom = new Map<string, string>();
  const broken: string[] = [];
  const pages = new Map<string, string>();
  const pageAt = async (address: string): Promise<string> => {
    if (!pages.has(address)) pages.set(address, await (await request.get(address)).text());
    return pages.get(address)!;
  };
  for (const address of inBothLanguages(PUBLIC_PAGES)) {
    const here = new URL(address, baseURL);
    const html = await pageAt(address);
    for (const link of linksOf(html)) {
      const url = new URL(link, here);
      if (url.origin !== here.origin) continue;
      // What the filters of a link find is another story; here it is whether there is a page.
      if (!pathsFrom.has(url.pathname)) pathsFrom.set(url.pathname, address);
      if (!url.hash || url.pathname !== here.pathname) continue;
      // A part of this view, or of another one of the same page.
      const id = ` id="${decodeURIComponent(url.hash.slice(1))}"`;
      if (!html.includes(id) && !(await pageAt(url.pathname + url.search)).includes(id)) broken.push(`${link}, from ${address}`);
    }
  }
  expect(pathsFrom.size).toBeGreaterThan(200);
  for (const [path, from] of pathsFrom) {
    const status = (await request.head(path)).status();
    if (status >= 400) broken.push(`${path} (${status}), from ${from}`);
  }
  expect(broken).toEqual([]);
});

test("every page closes the browser's doors", async ({ request }) => {
  for (const address of [...PUBLIC_PAGES, ...REFUSED_PAGES.map(([path]) => path)]) {
    const headers = (await request.get(address)).headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, address).toContain("default-src 'self'");
    // React's pages: each script of the page by its hash, and no mark that would have to change with each answer.
    const isOfReact = REACT_PAGES.includes(address);
    expect(policy, address).toMatch(isOfReact ? /script-src 'self'( 'sha256-[\w+/]{43}=')+;/ : /script-src 'self';/);
    expect(policy, address).not.toMatch(/'nonce-|script-src[^;]*'unsafe-(inline|eval)'/);
    // The map alone is made to stand in pages of other sites.
    expect(policy, address).toContain(address.startsWith("/embed/") ? "frame-ancestors *" : "frame-ancestors 'none'");
    expect(headers["x-content-type-options"], address).toBe("nosniff");
    expect(headers["referrer-policy"], address).toBe("strict-origin-when-cross-origin");
    expect(headers["x-powered-by"], address).toBeUndefined();
  }
});

test("what a reader already has is not sent to him again", async ({ request }) => {
  const [, styleSheet = ""] = /<link rel="stylesheet" href="([^"]+)"/.exec(await (await request.get("/donnees")).text()) ?? [];
  for (const address of ["/donnees", "/en/donnees", "/api/v1/organisations/emdk", styleSheet]) {
    const { "content-encoding": encoding, etag = "" } = (await request.get(address, { headers: { "accept-encoding": "gzip, br" } })).headers();
    expect(encoding, address).toBe("br");
    const again = await request.get(address, { headers: { "if-none-match": etag } });
    expect(again.status(), address).toBe(304);
  }
  expect((await request.get("/connexion")).headers()["cache-control"]).toContain("no-store");
});

test("the sitemap and robots.txt tell machines what is public", async ({ request }) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /admin");
  // That line needs a whole address.
  expect(robots).not.toContain("Sitemap:");
  const answer = await request.get("/sitemap.xml");
  expect(answer.headers()["content-type"]).toContain("xml");
  const sitemap = await answer.text();
  for (const path of [
    "/organisations",
    "/en/organisations",
    "/carte",
    "/organisations/ramdel",
    "/en/organisations/ramdel",
    "/zones/kati",
    "/en/communautes/kita",
    "/sources/cartographie-osc-mali-2022",
  ]) {
    expect(sitemap).toContain(`<loc>${path}</loc>`);
  }
  expect(sitemap).not.toContain("/admin");
});
