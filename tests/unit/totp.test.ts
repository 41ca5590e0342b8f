import { describe, expect, it } from "vitest";
import { base32, codeAt, newSecret, otpauthUri, stepAt, stepOf } from "@/auth/totp";

/** The secret of RFC 6238, appendix B. */
const SECRET = base32(Buffer.from("12345678901234567890"));

describe("time-based codes", () => {
  it("are those of RFC 6238, in six digits", () => {
    expect(SECRET).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    const vectors = [59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000].map((seconds) => codeAt(SECRET, stepAt(seconds * 1000)));
    expect(vectors).toEqual(["287082", "081804", "050471", "005924", "279037", "353130"]);
  });

  it("are taken half a minute early or late, with a space in them, and no longer", () => {
    const now = 1111111109_000;
    for (const away of [-1, 0, 1]) expect(stepOf(SECRET, codeAt(SECRET, stepAt(now) + away), now)).toBe(stepAt(now) + away);
    for (const away of [-2, 2]) expect(stepOf(SECRET, codeAt(SECRET, stepAt(now) + away), now)).toBeNull();
    expect(stepOf(SECRET, "081 804", now)).toBe(stepAt(now));
    for (const typed of ["", "81804", "0818040", "abcdef"]) expect(stepOf(SECRET, typed, now)).toBeNull();
  });

  it("come from secrets of 160 bits, which an authenticator reads", () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.toBe(newSecret());
    expect(otpauthUri(SECRET, "essai@example.org", "Répertoire d’essai")).toBe(
      `otpauth://totp/R%C3%A9pertoire%20d%E2%80%99essai:essai%40example.org?secret=${SECRET}&issuer=R%C3%A9pertoire%20d%E2%80%99essai`,
    );
  });
});
