import { describe, expect, it } from "vitest";
import { channelOf, difference, NEW_ORGANISATION, parseProposal, PROPOSAL_PARTS } from "@/domain/proposal";

const WHO = { speaker: "member", how: "Essai." };
const form = (fields: Record<string, string | string[]>) =>
  new URLSearchParams(Object.entries({ ...WHO, ...fields }).flatMap(([name, values]) => [values].flat().map((value) => [name, value])));

describe("a proposal", () => {
  it("holds what differs from what is known, and nothing else", () => {
    const known = { zones: ["ML-1", "ML-7"] };
    expect(parseProposal(form({ zones: ["ML-1", "Yélimané\r\n\r\nKita "] }), PROPOSAL_PARTS.where, known)).toEqual({
      proposal: { fields: { zones: ["ML-1", "Yélimané", "Kita"] }, message: null, speaker: "member", how: "Essai.", reach: null },
      problems: [],
    });
    const same = parseProposal(form({ zones: ["ML-7", "ML-1"], message: "Un mot." }), PROPOSAL_PARTS.where, known);
    expect(same.proposal).toMatchObject({ fields: {}, message: "Un mot." });
    expect(difference(known.zones, ["ML-1", "Kita"])).toEqual({ added: ["Kita"], removed: ["ML-7"] });
  });

  it("says something, who says it and how they know", () => {
    expect(parseProposal(new URLSearchParams(), PROPOSAL_PARTS.said, {}).problems.map(({ name }) => name)).toEqual(["message", "speaker", "how"]);
    expect(parseProposal(form({ speaker: "nobody" }), NEW_ORGANISATION, {}).problems.map(({ name }) => name)).toEqual(["name", "speaker"]);
  });

  it.each([
    [{ member_count: "beaucoup" }, { name: "member_count", reason: "not_a_number" }],
    [{ name: "Un\nDeux" }, { name: "name", reason: "too_many" }],
    [{ acronym: "A".repeat(301) }, { name: "acronym", reason: "too_long" }],
    [{ message: "http://a.example http://b.example https://c.example" }, { name: "message", reason: "links" }],
  ])("refuses %j", (fields, problem) => {
    expect(parseProposal(form({ name: "Essai", ...fields }), PROPOSAL_PARTS.identity, {}).problems).toEqual([problem]);
  });

  it.each([
    ["+223 70 00 00 00", "phone"],
    ["20-22-22-22", "phone"],
    ["essai@example.org", "email"],
    ["https://facebook.com/essai", "facebook"],
    ["www.example.org", "website"],
    ["example.org/essai", "website"],
    ["BP 12, Kayes", "address"],
  ])("knows by which way %s reaches", (raw, channel) => expect(channelOf(raw)).toBe(channel));
});
