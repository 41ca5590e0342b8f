import { describe, expect, it } from "vitest";
import { inNetworkOrder, type NetworkPlace } from "@/data/network/network-order";

const network = (id: number, given: Partial<NetworkPlace> = {}): NetworkPlace => ({
  id,
  nameKey: `essai ${id}`,
  scope: "national",
  source: null,
  line: null,
  known: 0,
  ...given,
});

describe("the order of networks", () => {
  it("is that of the documents, then of known members, then of names; federations of no list come last", () => {
    const given = [
      network(1, { scope: null, known: 900 }),
      network(2, { known: 5 }),
      network(3, { known: 40 }),
      network(4, { source: 1, line: 2 }),
      network(5, { source: 0, line: 900 }),
      network(6, { source: 0, line: 30, known: 1 }),
      network(7, { source: 0, line: null }),
      network(8, { known: 5, nameKey: "essai 10" }),
      network(9, { scope: null, known: 901 }),
    ];
    expect(inNetworkOrder(given).map(({ id }) => id)).toEqual([6, 5, 7, 4, 3, 8, 2, 9, 1]);
  });
});
