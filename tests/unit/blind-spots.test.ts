import { describe, expect, it } from "vitest";
import { blindSpotQueries } from "@/domain/blind-spots";
import { directorySearch, parametersOf, parseDirectoryQuery, type DirectoryQuery } from "@/domain/filters";

const query = (search: string): DirectoryQuery => {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(search)));
  if (!parsed.ok) throw new Error(search);
  return parsed.query;
};
const addresses = (search: string) =>
  Object.fromEntries(blindSpotQueries(query(search), "mali", ["kayes", "gao"]).map(({ kind, query: asked }) => [kind, directorySearch(asked)]));

describe("the blind spots of a view", () => {
  it("are those of the whole country but none of its regions, and those of no known zone", () => {
    expect(addresses("")).toEqual({ country: "?zone=mali&zone=-kayes&zone=-gao", zone: "?zone=unknown" });
  });

  it("keep the other filters, and have unknown themes when themes are asked for", () => {
    expect(addresses("theme=child_rights&zone=kayes&page=3")).toEqual({
      country: "?theme=child_rights&zone=mali&zone=-kayes&zone=-gao",
      zone: "?theme=child_rights&zone=unknown",
      theme: "?theme=unknown&zone=kayes",
    });
  });

  it("have no unknown themes when these are counted already", () => {
    expect(addresses("theme=child_rights&theme=unknown")).not.toHaveProperty("theme");
  });
});
