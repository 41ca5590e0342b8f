import { beforeAll, describe, expect, it, vi } from "vitest";
import { accountDigest, knownBrowser, knownBrowserCookie } from "@/auth/known-browser";

const email = "aminata.essai@example.org";
const DAY = 86_400_000;

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
  vi.stubEnv("NEXTAUTH_SECRET", "un secret assez long pour les essais");
});

/** The cookies of a browser that was given one. */
const jar = (cookie: { name: string; value: string }) => ({ get: (name: string) => (name === cookie.name ? { value: cookie.value } : undefined) });

describe("a known browser", () => {
  it("is known for the person who signed in there, however they write their e-mail", () => {
    const cookie = knownBrowserCookie(email, true);
    expect(knownBrowser(jar(cookie), " Aminata.Essai@Example.org ")).toMatch(/^[\w-]{24}$/);
    expect(cookie.options).toMatchObject({ httpOnly: true, secure: true, sameSite: "lax" });
    expect(JSON.stringify(cookie)).not.toContain("aminata");
  });

  it("is not known for another person, even under the other's name", () => {
    const cookie = knownBrowserCookie(email, true);
    expect(knownBrowser(jar(cookie), "moussa.essai@example.org")).toBeNull();
    expect(knownBrowser(jar({ ...cookie, name: `known-${accountDigest("moussa.essai@example.org")}` }), "moussa.essai@example.org")).toBeNull();
  });

  it("is not known by a cookie that we did not sign, or whose time has passed", () => {
    const now = Date.now();
    const { name, value } = knownBrowserCookie(email, false, now);
    const [id, end, signature] = value.split(".");
    for (const forged of ["", "a.b.c", `${id}.${Number(end) + DAY}.${signature}`, `x${id}.${end}.${signature}`, `${value}.x`]) {
      expect(knownBrowser(jar({ name, value: forged }), email, now), forged).toBeNull();
    }
    expect(knownBrowser(jar({ name, value }), email, now + 179 * DAY)).toBe(id);
    expect(knownBrowser(jar({ name, value }), email, now + 180 * DAY)).toBeNull();
  });
});
