import { describe, expect, it } from "vitest";
import { contactValue } from "@/data/editing/contact-value";
import type { ContactInput } from "@/domain/fields";

const value = (channel: ContactInput["channel"], raw: string, state: ContactInput["state"] = "ok") => {
  const result = contactValue({ channel, raw, state });
  return result.ok ? result.value : result.reason;
};

describe("what a link can use of a contact", () => {
  it.each([
    ["phone", "20 24 11 22", "+22320241122"],
    ["phone", "+223 66 77 21 11", "+22366772111"],
    ["phone", "00223 66772111", "+22366772111"],
    ["phone", "+33 1 42 68 53 00", "+33142685300"],
    ["phone", "12 34", "invalid_phone"],
    ["phone", "+223 6677211", "invalid_phone"],
    ["email", "Essai@Example.ORG", "essai@example.org"],
    ["email", "essai@exampleorg", "invalid_email"],
    ["website", "www.example.org/mali", "https://www.example.org/mali"],
    ["website", "http://example.org", "http://example.org/"],
    ["website", "javascript:alert(1)", "invalid_website"],
    ["website", "https://moi:secret@example.org", "invalid_website"],
    ["website", "pas un site", "invalid_website"],
    ["facebook", "Essai Mali", null],
    ["facebook", "facebook.com/essai", "https://facebook.com/essai"],
    ["facebook", "notfacebook.com/essai", null],
    ["address", "Bamako, rue 1", "Bamako, rue 1"],
  ] as const)("%s %s → %s", (channel, raw, expected) => {
    expect(value(channel, raw)).toBe(expected);
  });

  it("has none when its state says so, whatever is written", () => {
    for (const state of ["invalid", "none", "not_working"] as const) expect(value("phone", "20 24 11 22", state)).toBeNull();
  });
});
