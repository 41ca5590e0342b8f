import { describe, expect, it } from "vitest";
import { localeOf } from "@/i18n/accept-language";
import { sharedRequest } from "../../server/cache-key";
import { classOf } from "../../server/request-class";
import { SegmentedLru } from "../../server/segmented-lru";

const get = (url: string, headers = {}) => classOf({ method: "GET", url, headers });

describe("what may be cached", () => {
  it.each(["/", "/organisations?q=x", "/en/carte", "/robots.txt", "/sitemap.xml", "/administration", "/connexions", "/zones/admin"])("a page: %s", (url) => {
    expect(get(url)).toBe("page");
  });

  it.each(["/api/v1/organisations", "/api/v1/organisations.csv?zone=kayes", "/api/authors"])("an answer of the API: %s", (url) => {
    expect(get(url)).toBe("api");
  });

  it.each(["/_next/static/chunks/a.js", "/icon.svg?x"])("a file: %s", (url) => {
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

  it("the page of an organisation, but for who may be signed in", () => {
    const asked = (path: string, cookie: string) => get(path, { cookie });
    for (const path of ["/organisations/ramdel", "/en/organisations/ramdel?x=1"]) {
      expect(asked(path, "next-auth.session-token=a")).toBe("private");
      expect(asked(path, "known-1=b; __Secure-next-auth.session-token=a")).toBe("private");
      expect(asked(path, "known-1=b; not-next-auth.session-token=a")).toBe("page");
      expect(get(path)).toBe("page");
    }
    for (const path of ["/", "/organisations", "/organisations?q=x", "/zones/kayes", "/api/v1/organisations/ramdel"])
      expect(asked(path, "next-auth.session-token=a"), path).not.toBe("private");
  });

  it("nothing but reading, and no request of Next's own script", () => {
    expect(classOf({ method: "POST", url: "/", headers: {} })).toBe("private");
    expect(get("/", { rsc: "1" })).toBe("private");
    expect(classOf({ method: "HEAD", url: "/", headers: {} })).toBe("page");
  });
});

describe("the key of a response", () => {
  const asked = (headers: Record<string, string>, requestClass: "page" | "api" = "page", publicUrl?: string) =>
    sharedRequest({ url: "/carte?zone=kayes", headers }, requestClass, publicUrl);

  it("contains nothing of the host that was asked, which may be any", () => {
    const [one, other] = [asked({ host: "a.example" }), asked({ host: "b.example", "x-forwarded-host": "c.example", "x-forwarded-proto": "https" })];
    expect(one).toEqual(other);
    expect(JSON.stringify(other)).not.toMatch(/[bc]\.example/);
    const known = asked({ host: "a.example" }, "page", "https://annuaire.example/");
    expect(known.headers).toEqual({ host: "annuaire.example", "x-forwarded-host": "annuaire.example", "x-forwarded-proto": "https" });
  });

  it("contains the language for the API alone", () => {
    const french = { host: "a.example", "accept-language": "fr" };
    const english = { host: "a.example", "accept-language": "en-GB" };
    expect(asked(french).key).toBe(asked(english).key);
    expect(asked(french, "api").key).not.toBe(asked(english, "api").key);
  });

  it.each([
    [undefined, "fr"],
    ["", "fr"],
    ["en", "en"],
    ["EN-us", "en"],
    ["en-GB,fr;q=0.8", "en"],
    ["fr", "fr"],
    ["de,en", "en"],
    ["en;q=0.3,fr;q=0.8", "fr"],
    ["fr;q=0.3, en-GB;q=0.5, en;q=0.4", "en"],
    ["fr;q=0.5,en;q=0.5", "fr"],
    ["en;q=0.5,fr;q=0.5", "en"],
    ["fr;q=0,en;q=0.1", "en"],
    ["en;q=0", "fr"],
    ["en;q=x,fr;q=0.1", "fr"],
    ["english", "fr"],
    ["*", "fr"],
    [" en ;q=1", "en"],
    ["e", "fr"],
    ["12", "fr"],
  ])("reads the language %o as %s", (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });

  it("lets nothing through to the application that it does not contain", () => {
    const { headers } = asked({
      host: "a.example",
      cookie: "session=1",
      authorization: "x",
      "x-directory-path": "/evil",
      "accept-language": "en",
      "user-agent": "x",
    });
    expect(headers).toEqual({ host: "localhost", "x-forwarded-host": "localhost", "x-forwarded-proto": "http" });
  });
});

describe("the room for responses", () => {
  const weighing = (bytes: number) => ({ bytes });

  it("never holds more bytes than it may", () => {
    const cache = new SegmentedLru(1000);
    for (let index = 0; index < 100; index++) {
      cache.set(`k${index}`, weighing(90));
      if (index % 3 === 0) cache.get(`k${index}`);
      expect(cache.bytes).toBeLessThanOrEqual(1000);
    }
    expect(cache.size).toBeGreaterThan(8);
  });

  it("evicts what was requested once before what was requested again", () => {
    const cache = new SegmentedLru(1000);
    cache.set("read", weighing(90));
    expect(cache.get("read")).not.toBeNull();
    for (let index = 0; index < 500; index++) cache.set(`junk${index}`, weighing(90));
    expect(cache.get("read")).not.toBeNull();
    expect(cache.get("junk0")).toBeNull();
  });

  it("evicts what was protected and is no longer requested", () => {
    const cache = new SegmentedLru(1000);
    for (let index = 0; index < 30; index++) {
      cache.set(`k${index}`, weighing(90));
      cache.get(`k${index}`);
    }
    expect(cache.get("k0")).toBeNull();
    expect(cache.get("k29")).not.toBeNull();
    expect(cache.bytes).toBeLessThanOrEqual(1000);
  });

  it("refuses what would fill it alone, weighs again what grows, and is cleared at once", () => {
    const cache = new SegmentedLru(1000);
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
