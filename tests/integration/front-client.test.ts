import { BlockList } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { markUnavailable } from "@/lib/request-outcome";
import { read, startFront, text, type MadeUp } from "../support/front-reader";

const state: MadeUp = { renders: [], says: "a page", markUnavailable };
const readRevision = async () => ({ revision: "1", elsewhere: "1", listed: "1", changes: [], changedAt: 0, settled: true });
let front: Awaited<ReturnType<typeof startFront>>;
const at = (path: string, how?: Parameters<typeof read>[2]) => read(front.port, path, how);

beforeAll(async () => void (front = await startFront(state, readRevision)));
afterAll(() => front.stop());
beforeEach(() => void (state.renders = []));

describe("the application", () => {
  it("is asked with one true word on who asks and where", async () => {
    const claimed = { "x-forwarded-for": "203.0.113.1", "x-forwarded-host": "other.example", "x-forwarded-proto": "https", "x-real-ip": "203.0.113.1" };
    const proxies = new BlockList();
    proxies.addSubnet("127.0.0.0", 8, "ipv4");
    proxies.addAddress("::1", "ipv6");
    const told = async (settings: Parameters<typeof startFront>[2]) => {
      const site = await startFront(state, readRevision, settings);
      const answer = JSON.parse(text(await read(site.port, "/admin/headers", { headers: { host: "inner", ...claimed } })));
      await site.stop();
      return answer;
    };
    expect(await told({})).toEqual({
      host: "inner",
      "x-forwarded-for": expect.stringMatching(/^(?:127\.0\.0\.1|::1)$/),
      "x-forwarded-host": "inner",
      "x-forwarded-proto": "http",
    });
    const behind = { "x-forwarded-for": "203.0.113.1", "x-forwarded-host": "other.example", "x-forwarded-proto": "https" };
    expect(await told({ trustedProxies: proxies })).toEqual({ host: "other.example", ...behind });
    const publicHost = { host: "public.example", "x-forwarded-host": "public.example", "x-forwarded-proto": "http" };
    expect(await told({ trustedProxies: proxies, publicUrl: "http://public.example" })).toEqual({ ...behind, ...publicHost });
  });
});

describe("a form that another site sends", () => {
  const post = (port: number, headers: Record<string, string>, path = "/connexion") => read(port, path, { method: "POST", body: "x", headers });
  const asked = async (headers: Record<string, string>) => (await post(front.port, { host: "annuaire.example", ...headers })).status;

  it("is refused in words, and never reaches the application", async () => {
    const page = await post(front.port, { host: "annuaire.example", origin: "https://evil.example" }, "/en/connexion");
    expect([page.status, page.headers["content-type"], page.headers["cache-control"]]).toEqual([403, "text/html; charset=utf-8", "no-store"]);
    expect(text(page)).toContain("<h1>This request comes from another site</h1>");
    const api = await post(front.port, { host: "annuaire.example", origin: "https://evil.example" }, "/api/auth/signout");
    expect([api.status, api.headers["content-type"]]).toEqual([403, "application/problem+json; charset=utf-8"]);
    expect(JSON.parse(text(api))).toMatchObject({ status: 403, title: "Cette demande vient d’un autre site" });
    expect(state.renders).toEqual([]);
  });

  it("is known by its origin, or by what the browser says of it", async () => {
    for (const origin of [
      "https://evil.example",
      "null",
      "https://annuaire.example.evil.example",
      "https://annuaire.example:8443",
      "file://annuaire.example",
      "x",
    ])
      expect(await asked({ origin }), origin).toBe(403);
    for (const site of ["cross-site", "same-site"]) expect(await asked({ "sec-fetch-site": site }), site).toBe(403);
    expect(await asked({ origin: "https://annuaire.example" })).toBe(200);
    expect(await asked({ origin: "http://annuaire.example", "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await asked({})).toBe(200);
  });

  it("is one that does not come from the public address, where that is set, whatever the proxy makes of Host", async () => {
    const site = await startFront(state, readRevision, { publicUrl: "https://annuaire.example/" });
    const from = async (origin: string) => (await post(site.port, { host: "inner:3000", origin })).status;
    expect([await from("https://annuaire.example"), await from("http://annuaire.example"), await from("http://inner:3000")]).toEqual([200, 403, 403]);
    await site.stop();
  });

  it("is told in one line of the log, with what it asked and from where", async () => {
    const lines: unknown[] = [];
    const logger = { warn: () => undefined, info: (details: object) => void lines.push(details) };
    const site = await startFront(state, readRevision, { logger });
    await post(site.port, { host: "annuaire.example", origin: "https://evil.example" }, "/connexion?suite=x");
    expect(lines).toEqual([
      {
        kind: "foreign",
        url: "/connexion",
        origin: "https://evil.example",
        site: undefined,
        address: expect.stringMatching(/^(?:127\.0\.0\.1|::1)$/),
      },
    ]);
    await site.stop();
  });
});

describe("a site whose public address is https", () => {
  it("says on every answer that it is reached by nothing else, for a year", async () => {
    const site = await startFront(state, readRevision, { publicUrl: "https://annuaire.example" });
    for (const path of ["/carte", "/carte", "/connexion", "/broken", "/icon.svg", "/api/v1/health", `/${"a".repeat(9000)}`]) {
      expect((await read(site.port, path)).headers["strict-transport-security"], path.slice(0, 20)).toBe("max-age=31536000");
    }
    await site.stop();
    expect((await at("/carte", { headers: { "x-forwarded-proto": "https" } })).headers["strict-transport-security"]).toBeUndefined();
  });
});
