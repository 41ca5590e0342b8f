import { describe, expect, it } from "vitest";
import { formalityOf } from "@/domain/formality";
import { NEEDS, NEED_GROUPS, needGroupOf, needSupportOf } from "@/domain/needs";
import { LEGAL_STATUSES } from "@/domain/vocabularies";

describe("formal or informal", () => {
  it("is informal in fact alone, formal by any act of the authorities, unknown without a status", () => {
    expect(LEGAL_STATUSES.filter((status) => formalityOf(status) === "informal")).toEqual(["de_facto"]);
    expect(formalityOf("public_utility")).toBe("formal");
    expect(formalityOf(null)).toBeNull();
  });
});

describe("the needs of Tableau 12", () => {
  it("are 29 activities under 5 needs, each under one", () => {
    expect(Object.values(NEED_GROUPS).map((activities) => activities.length)).toEqual([15, 5, 2, 3, 4]);
    expect(new Set(NEEDS).size).toBe(29);
    expect(needGroupOf("flexible_funding")).toBe("organisational_support");
    expect(needGroupOf("diaspora_representation")).toBe("diaspora_participation");
  });

  it("stand under four headings in the first need, with 4, 6, 3 and 2 activities, and under none in the others", () => {
    const under = (support: string | null) => NEEDS.filter((need) => needSupportOf(need) === support).length;
    expect(["institutional", "technical", "financial", "logistical", null].map(under)).toEqual([4, 6, 3, 2, 14]);
  });
});
