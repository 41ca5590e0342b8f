import { afterEach, describe, expect, it, vi } from "vitest";
import { pathUrn } from "@/lib/path-urn";

/** A fresh process with this public address, or none. */
async function site(publicUrl: string) {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
  vi.stubEnv("PUBLIC_URL", publicUrl);
  const [{ publicOrigin }, { robotsAnswer }] = [await import("@/lib/http/origin"), await import("@/features/open-data/sitemap")];
  return { origin: publicOrigin(), robots: await robotsAnswer().text() };
}

afterEach(() => vi.unstubAllEnvs());

describe("the site's own address", () => {
  it("is PUBLIC_URL, and robots.txt then names the sitemap", async () => {
    const { origin, robots } = await site("https://annuaire.example/");
    expect(origin).toBe("https://annuaire.example");
    expect(robots).toContain("\nSitemap: https://annuaire.example/sitemap.xml\n");
  });

  it("is otherwise not known: addresses are paths, and robots.txt names none", async () => {
    const { origin, robots } = await site("");
    expect(origin).toBe("");
    expect(robots).toMatch(/^User-agent: \*\n(?:Disallow: \/[a-z/]+\n)+$/);
  });
});

describe("the name of a path", () => {
  it("is a UUID of version 5, always the same, and another for another path", () => {
    expect(pathUrn("/organisations/ramdel")).toBe("urn:uuid:7c34a86d-4bee-56fd-b62f-5a4c7847f7e9");
    expect(pathUrn("/organisations/ramdel")).not.toBe(pathUrn("/organisations/aracem"));
  });
});
