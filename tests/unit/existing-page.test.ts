import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { pageExists } from "@/features/addresses/existing-page";

vi.mock("@/data/organisation/exists", () => ({ publicOrganisationExists: async (slug: string) => slug === "ame" }));
vi.mock("@/data/zone/find", () => ({ findZone: async (key: string) => (key === "ML-1" ? {} : null) }));
vi.mock("@/data/community/communities", () => ({ findCommunity: async (slug: string) => (slug === "kita" ? {} : null) }));
vi.mock("@/data/source/sources", () => ({ findSource: async (slug: string) => (slug === "study" ? {} : null) }));

const ROUTES = resolve(import.meta.dirname, "../../src/app/[locale]");
/** A record of each kind that exists, to stand for the parameter of its route. */
const RECORDS: Record<string, string> = { organisations: "ame", zones: "ML-1", communautes: "kita", sources: "study" };

describe("the addresses that a page answers to", () => {
  const pages = readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`)
    .filter((path) => path !== "/introuvable" && !path.includes("[..."));

  it.each(pages)("knows the route %s", async (path) => {
    const [, place = ""] = path.split("/");
    expect(await pageExists(path.replace(/\[\w+\]/, RECORDS[place] ?? "any"))).toBe(true);
  });

  it.each([
    "/nowhere",
    "/introuvable",
    "/organisations/nobody",
    "/organisations/ame/more",
    "/zones",
    "/zones/atlantis",
    "/carte/kayes",
    "/administration",
    "/organisations/%E0%A4%A",
    "/toString",
    "/constructor/x",
  ])("refuses %s", async (path) => {
    expect(await pageExists(path)).toBe(false);
  });
});
