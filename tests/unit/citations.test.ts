import { describe, expect, it } from "vitest";
import { agreements, channelIsContested } from "@/domain/citations";

describe("sources that agree", () => {
  it("sets apart the zones that one table lists and another leaves out", () => {
    const said = [
      { field: "zones", value: "ML-BKO", place: "Tableau 2" },
      { field: "zones", value: "ML-BKO", place: "Tableau 6" },
      { field: "zones", value: "ML-8", place: "Tableau 6" },
    ] as const;
    expect(agreements(said, {})).toEqual([true, true, false]);
  });

  it("finds a single value contradicted by another source", () => {
    const said = [
      { field: "member_count", value: "20", place: "Tableau 13" },
      { field: "member_count", value: "19", place: "Encadré 3" },
    ] as const;
    expect(agreements(said, { member_count: "20" })).toEqual([false, false]);
  });

  it("finds a single value that is no longer the one shown", () => {
    const said = [{ field: "perimeter", value: "local", place: "Tableau 2" }] as const;
    expect(agreements(said, { perimeter: "local" })).toEqual([true]);
    expect(agreements(said, { perimeter: "national" })).toEqual([false]);
    expect(agreements(said, { perimeter: null })).toEqual([false]);
  });

  it("lets themes of several tables add up", () => {
    const said = [
      { field: "themes", value: "youth_support", place: "Tableau 5" },
      { field: "themes", value: "child_rights", place: "l. 12" },
    ] as const;
    expect(agreements(said, {})).toEqual([true, true]);
  });
});

describe("a channel of contact", () => {
  const none = { channel: "website", state: "none" } as const;
  const site = { channel: "website", state: "ok" } as const;

  it("is contested when one place says there is none and another gives one", () => {
    expect(channelIsContested("website", [none, site])).toBe(true);
    expect(channelIsContested("website", [none, none])).toBe(false);
    expect(channelIsContested("website", [site, { channel: "website", state: "under_construction" }])).toBe(false);
    expect(channelIsContested("website", [site, { channel: "phone", state: "none" }])).toBe(false);
  });
});
