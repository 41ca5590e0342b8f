import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { passwordFault } from "@/auth/password-rules";

const account = { email: "a.traore@grdr-essai.example", name: "Aminata Traoré", old: "l’ancien mot de passe" };
const fault = (password: string) => passwordFault(password, account);
const listed = readFileSync(new URL("../../src/auth/common-passwords.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

describe("a new password", () => {
  it.each([
    ["onze signes", "too_short"],
    ["x".repeat(201), "too_long"],
    // Twelve letters count as twelve, however many bytes they take.
    ["œéàçùîôêëïü", "too_short"],
    ["œéàçùîôêëïüâ", null],
    [account.old, "same_as_old"],
  ])("%s → %s", (password, expected) => {
    expect(fault(password)).toBe(expected);
  });

  it.each([
    "une phrase assez longue",
    "une phrase toute neuve",
    "correct horse battery staple",
    "le lamantin traverse le fleuve",
    "k7#9x2!pq4wz",
    "Vingt-deux chèvres à Nioro",
    "dɛmɛ bɛ mɔgɔ kɛ mɔgɔ ye",
    "trois bateaux verts sous la pluie",
  ])("is accepted when nobody would try it: %s", (password) => {
    expect(fault(password)).toBeNull();
  });
});

describe("a common password", () => {
  it("is refused when it is on the list, whatever its case", () => {
    const long = listed.filter((password) => password.length >= 12);
    expect([listed.length, long.length]).toEqual([20_000, expect.any(Number)]);
    expect(long.length).toBeGreaterThanOrEqual(10_000);
    expect(long.filter((password) => fault(password) === null)).toEqual([]);
    expect(long.filter((password) => fault(password.toUpperCase()) === null)).toEqual([]);
  });

  it.each([
    ["with digits and signs at its ends", ["password1234", "Password2024!", "motdepasse123", "!!sunshine!!99", "bonjour202611", "123superman123"]],
    ["with letters written as digits", ["P@ssw0rd2024", "M0td3p@ss3!!", "s0l3il-s0l3il", "pr1nc3ss2026"]],
    ["with another one", ["dragonmonkey12", "Soleil Bamako 7", "football-paris", "je t’aime maman".replace(/[ ’]/g, "")]],
    ["said again and again", ["aaaaaaaaaaaa", "abababababab", "motdepassemotdepasse", "kz7kz7kz7kz7kz7"]],
    ["a row of keys", ["qwertyuiop12", "azertyuiop12", "AzErTyUiOp!!", "123456789012", "1qaz2wsx3edc", "poiuytrezaqsdf", "abcdefghijkl", "987654321abc"]],
    ["of this site and its country", ["Bamako2024!!", "cartographie2026", "grdrforim2022", "migration-mali", "Kayes.Nioro.1", "administrateur1"]],
    ["a month and a year", ["novembre2026", "21novembre2026", "september-2024", "Mardi21-11-2026"]],
  ])("is refused %s", (_name, passwords) => {
    expect(passwords.map((password) => [password, fault(password)])).toEqual(passwords.map((password) => [password, "too_common"]));
  });
});

describe("what is known of the person", () => {
  it.each(["Aminata Traoré", "aminatatraore", "Traore-Aminata", "aminata202611!", "AminataTraore1", "Traoré traoré 2026", "grdr-essai-2026", "Am1nata.Tra0re"])(
    "is refused: %s",
    (password) => {
      expect(fault(password)).toMatch(/^(?:has_own_name|too_common)$/);
    },
  );

  it("may stand in a phrase", () => {
    expect(fault("Aminata range ses filets le soir")).toBeNull();
  });

  it("is refused as an e-mail, theirs or any other's", () => {
    for (const email of [account.email, "A.Traore@GRDR-essai.example", "moussa.keita@example.org", " essai@example.org"]) expect(fault(email)).toBe("is_email");
  });
});
