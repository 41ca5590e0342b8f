import { describe, expect, it } from "vitest";
import { hashPassword, oneTimePassword, passwordMatches } from "@/auth/passwords";

describe("hashes", () => {
  it("are argon2id, salted, and match only their password", async () => {
    const [one, two] = await Promise.all([hashPassword("une phrase"), hashPassword("une phrase")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordMatches(one, "une phrase", "::1")).toBe(true);
    expect(await passwordMatches(one, "une phrasé", "::1")).toBe(false);
  });

  it("cost the same work when nobody has the e-mail, and never match", async () => {
    const known = await hashPassword("une phrase");
    await passwordMatches(null, "chauffe", "::1");
    const time = async (hash: string | null) => {
      const from = performance.now();
      for (let n = 0; n < 5; n += 1) expect(await passwordMatches(hash, "fausse", "::1")).toBe(false);
      return performance.now() - from;
    };
    const ratio = (await time(null)) / (await time(known));
    expect(ratio).toBeGreaterThan(0.25);
    expect(ratio).toBeLessThan(4);
  });
});

describe("a one-time password", () => {
  it("is long, legible and never the same", () => {
    const made = new Set(Array.from({ length: 200 }, oneTimePassword));
    expect(made.size).toBe(200);
    for (const password of made) expect(password).toMatch(/^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){4}$/);
  });
});
