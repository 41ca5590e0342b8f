import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { sitemapAnswer } from "@/features/open-data/sitemap";
import { emptyDatabase } from "../support/cartography";
import { quietly } from "../support/statements";

const at = (search = "") => sitemapAnswer(new Request(`http://annuaire.example/sitemap.xml${search}`, { headers: { host: "annuaire.example" } }));
const addressesIn = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!);

/** Made-up organisations; every tenth is a draft. */
async function register(from: number, to: number): Promise<void> {
  await quietly(
    (tx) => tx.$executeRaw`
    INSERT INTO "Organisation" ("id", "slug", "name", "kind", "publishedAt", "updatedAt")
    SELECT n, 'essai-' || n, 'Essai ' || n, 'cso', CASE WHEN n % 10 = 0 THEN NULL ELSE now() END, timestamptz '2024-05-06 07:08:09Z' - n * interval '1 minute'
    FROM generate_series(${from}::int, ${to}::int) n`,
  );
}

beforeAll(async () => {
  await emptyDatabase();
  await register(1, 5000);
}, 60_000);

describe("the sitemap", () => {
  it("of a small register is one file with every public page in both languages", async () => {
    const answer = await at();
    expect(answer.headers.get("content-type")).toContain("application/xml");
    const addresses = addressesIn(await answer.text());
    expect(addresses).toHaveLength((24 + 4500) * 2);
    expect(addresses).toContain("/en/organisations/essai-4999");
    expect(addresses).not.toContain("/organisations/essai-10");
  });

  it("names every zone, community and source, and claims no change of theirs that nobody knows", async () => {
    const db = database();
    await db.source.create({ data: { slug: "etude-essai", title: "Étude", kind: "study" } });
    await db.zone.create({ data: { code: "XA", slug: "pays-essai", name: "Essai", level: "country", path: "XA/" } });
    const urls = [...(await (await at()).text()).matchAll(/<url>.*<\/url>/g)].map(([url]) => url);
    for (const path of ["/zones/pays-essai", "/en/zones/pays-essai", "/sources/etude-essai", "/en/sources/etude-essai"]) {
      const own = urls.filter((url) => url.includes(`<loc>${path}</loc>`));
      expect(own).toHaveLength(1);
      expect(own[0]).not.toContain("lastmod");
    }
    await db.source.deleteMany();
    await db.zone.deleteMany();
  });

  it("says of each organisation, in both languages, when it last changed", async () => {
    const changes = new Map(
      [...(await (await at()).text()).matchAll(/<url>.*<\/url>/g)].map(([url]) => [
        /<loc>(.*?)<\/loc>/.exec(url)![1],
        /<lastmod>(.*?)<\/lastmod>/.exec(url)?.[1],
      ]),
    );
    for (const language of ["", "/en"]) {
      expect(changes.get(`${language}/organisations/essai-1`)).toBe("2024-05-06T07:07:09.000Z");
      expect(changes.get(`${language}/organisations/essai-68`)).toBe("2024-05-06T06:00:09.000Z");
    }
    expect([...changes].filter(([address, changed]) => address!.includes("/organisations/") && !changed)).toEqual([]);
  });

  it("of a large register lists its files, in which every address stands once", async () => {
    await register(5001, 25_000);
    const index = await (await at()).text();
    expect(index).toContain("<sitemapindex");
    expect(index).toContain("<lastmod>2024-05-06T07:07:09.000Z</lastmod>");
    const files = addressesIn(index);
    expect(files).toEqual([1, 2, 3].map((part) => `/sitemap.xml?part=${part}`));
    const parts = await Promise.all(files.map(async (file) => addressesIn(await (await at(file.slice(file.indexOf("?")))).text())));
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(50_000);
    const all = parts.flat();
    expect(all).toHaveLength((24 + 22_500) * 2);
    expect(new Set(all).size).toBe(all.length);
  }, 60_000);

  it("has no other part", async () => {
    for (const part of ["0", "4", "x", ""]) expect((await at(`?part=${part}`)).status).toBe(404);
  });
});
