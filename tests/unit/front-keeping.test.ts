import { describe, expect, it } from "vitest";
import { isLocale } from "@/i18n/locales";
import { preferredLanguage } from "@/lib/http/locale";
import { AnswerCache } from "../../server/answer-cache.mjs";
import { languageOf, originOf, sharedRequest } from "../../server/cache-key.mjs";
import { placeOf } from "../../server/places.mjs";
import { sharedQuestion } from "../../server/revision.mjs";

const get = (url: string, headers = {}) => placeOf({ method: "GET", url, headers });

describe("what may be kept", () => {
  it.each(["/", "/organisations?q=x", "/en/carte", "/robots.txt", "/sitemap.xml", "/administration", "/connexions", "/zones/admin"])("a page: %s", (url) => {
    expect(get(url)).toBe("page");
  });

  it.each(["/api/v1/organisations", "/api/v1/organisations.csv?zone=kayes", "/api/authors"])("an answer of the API: %s", (url) => {
    expect(get(url)).toBe("api");
  });

  it.each(["/_next/static/chunks/a.js", "/geo/regions.json", "/icon.svg?x"])("a file: %s", (url) => {
    expect(get(url)).toBe("file");
  });

  it.each([
    "/admin",
    "/admin/comptes",
    "/en/admin?q=x",
    "/fr/admin",
    "/connexion",
    "/en/connexion/mot-de-passe",
    "/api/auth/session",
    "/_next/image?url=x",
    "/carte?_rsc=1",
  ])("nothing that depends on who asks: %s", (url) => {
    expect(get(url)).toBe("private");
  });

  it("nothing but reading, and no request of Next's own script", () => {
    expect(placeOf({ method: "POST", url: "/", headers: {} })).toBe("private");
    expect(get("/", { rsc: "1" })).toBe("private");
    expect(placeOf({ method: "HEAD", url: "/", headers: {} })).toBe("page");
  });
});

describe("the key of an answer", () => {
  const asked = (headers: Record<string, string>, place: "page" | "api" = "page", publicUrl?: string) =>
    sharedRequest({ url: "/carte?zone=kayes", headers }, place, publicUrl);

  it("holds the address that the answer speaks of", () => {
    expect(originOf({ host: "a.example", "x-forwarded-host": "b.example, c.example", "x-forwarded-proto": "https,http" }, undefined)).toEqual({
      protocol: "https",
      host: "b.example",
    });
    expect(asked({ host: "a.example" }).key).not.toBe(asked({ host: "b.example" }).key);
    expect(asked({ host: "a.example" }).key).not.toBe(asked({ host: "a.example", "x-forwarded-proto": "https" }).key);
    expect(asked({ host: "a.example" }, "page", "https://annuaire.example/").key).toBe(asked({ host: "b.example" }, "page", "https://annuaire.example/").key);
  });

  it("holds the language for the API alone", () => {
    const french = { host: "a.example", "accept-language": "fr" };
    const english = { host: "a.example", "accept-language": "en-GB" };
    expect(asked(french).key).toBe(asked(english).key);
    expect(asked(french, "api").key).not.toBe(asked(english, "api").key);
  });

  it.each([undefined, "", "en", "EN-us", "en-GB,fr;q=0.8", "fr", "de,en", " en ;q=1", "e", "12"])("reads the language %o as the API does", (header) => {
    const preferred = preferredLanguage(header ?? null);
    expect(languageOf(header)).toBe(preferred && isLocale(preferred) ? preferred : "fr");
  });

  it("lets nothing through to the application that it does not hold", () => {
    const { headers } = asked({
      host: "a.example",
      cookie: "session=1",
      authorization: "x",
      "x-directory-path": "/evil",
      "accept-language": "en",
      "user-agent": "x",
    });
    expect(headers).toEqual({ host: "a.example", "x-forwarded-host": "a.example", "x-forwarded-proto": "http" });
  });
});

describe("the room for answers", () => {
  const weighing = (bytes: number) => ({ bytes });

  it("never holds more bytes than it may", () => {
    const cache = new AnswerCache(1000);
    for (let index = 0; index < 100; index++) {
      cache.set(`k${index}`, weighing(90));
      if (index % 3 === 0) cache.get(`k${index}`);
      expect(cache.bytes).toBeLessThanOrEqual(1000);
    }
    expect(cache.size).toBeGreaterThan(8);
  });

  it("drops what was met once before what was asked for again", () => {
    const cache = new AnswerCache(1000);
    cache.set("read", weighing(90));
    expect(cache.get("read")).not.toBeNull();
    for (let index = 0; index < 500; index++) cache.set(`junk${index}`, weighing(90));
    expect(cache.get("read")).not.toBeNull();
    expect(cache.get("junk0")).toBeNull();
  });

  it("lets the proven grow old", () => {
    const cache = new AnswerCache(1000);
    for (let index = 0; index < 30; index++) {
      cache.set(`k${index}`, weighing(90));
      cache.get(`k${index}`);
    }
    expect(cache.get("k0")).toBeNull();
    expect(cache.get("k29")).not.toBeNull();
    expect(cache.bytes).toBeLessThanOrEqual(1000);
  });

  it("refuses what would fill it alone, weighs again what grows, and forgets all at once", () => {
    const cache = new AnswerCache(1000);
    cache.set("huge", weighing(500));
    expect(cache.get("huge")).toBeNull();
    const growing = { bytes: 50 };
    cache.set("a", growing);
    growing.bytes = 100;
    cache.reweigh("a");
    expect(cache.bytes).toBe(101);
    cache.clear();
    expect([cache.bytes, cache.size]).toEqual([0, 0]);
  });
});

describe("a question shared by all who wait", () => {
  it("is put after each of them asked, and never twice at once", async () => {
    const answers: ((value: number) => void)[] = [];
    const check = sharedQuestion(() => new Promise<number>((resolve) => answers.push(resolve)));
    const first = check();
    // These come while the first question is under way: what it finds may be older than they are.
    const second = check();
    const third = check();
    expect(answers).toHaveLength(1);
    answers[0]!(1);
    expect(await first).toBe(1);
    await expect.poll(() => answers.length).toBe(2);
    answers[1]!(2);
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    expect(answers).toHaveLength(2);
  });

  it("goes on after a failure", async () => {
    let asked = 0;
    const check = sharedQuestion(async () => {
      asked += 1;
      if (asked === 1) throw new Error("lost");
      return asked;
    });
    const [first, second] = await Promise.allSettled([check(), check()]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
    expect(await check()).toBe(3);
  });
});
