import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { publicNetworks } from "@/data/network/networks";
import { expressedNeeds } from "@/data/statistic/needs";
import { allStatistics, statisticsOfZone } from "@/data/statistic/published";
import { needGroupOf } from "@/domain/needs";
import { loadCartography } from "../support/cartography";
import { whileHidden } from "../support/hidden";

beforeAll(loadCartography, 120_000);

describe("the networks", () => {
  it("are those of Tableau 11, in its three columns and its order", async () => {
    const { networks, counts, pageCount } = await publicNetworks();
    const listed = networks.filter(({ scope }) => scope !== null);
    expect([counts, pageCount]).toEqual([{ national: 7, african: 8, international: 7, websites: 15 }, 1]);
    const of = (scope: string) => listed.filter((network) => network.scope === scope);
    expect([of("national").length, of("african").length, of("international").length]).toEqual([7, 8, 7]);
    expect(of("national")[0]?.slug).toBe("emdk");
    expect(of("african").at(-1)?.slug).toBe("organisation-panafricaine-des-femmes");
    expect(listed.filter(({ website }) => website !== null)).toHaveLength(15);
    expect(listed.every(({ citation }) => citation?.place === "Tableau 11")).toBe(true);
  });

  it("say how many members are declared and which are known", async () => {
    const { networks } = await publicNetworks();
    const fecam = networks.find(({ slug }) => slug === "federation-des-communautes-africaines-au-mali");
    expect([fecam?.scope, fecam?.declaredMembers, fecam?.knownMembers, fecam?.members.length]).toEqual([null, 20, 19, 19]);
    expect(networks.find(({ slug }) => slug === "emdk")?.declaredMembers).toBe(161);
    expect(networks.find(({ slug }) => slug === "pimm")?.formality).toBe("informal");
  });

  it("name no network and no member that is not public", async () => {
    await whileHidden("conseil-superieur-de-la-diaspora-malienne", async () =>
      expect(JSON.stringify(await publicNetworks())).not.toContain("conseil-superieur-de-la-diaspora-malienne"),
    );
    await whileHidden("emdk", async () => expect(JSON.stringify(await publicNetworks())).not.toContain('"emdk"'));
  });
});

describe("the figures", () => {
  it("are all cited, and the key figures stand in running text", async () => {
    const statistics = await allStatistics();
    expect(statistics.every(({ line }) => line! > 0)).toBe(true);
    expect(statistics.find(({ measure }) => measure === "associations_abroad")).toMatchObject({ value: 794, place: null, line: 200 });
    expect((await statisticsOfZone("ML-BKO")).map(({ place }) => place)).toEqual(Array(4).fill("Tableau 1"));
  });

  it("give the 29 activities of the 5 needs, of no organisation", async () => {
    const needs = await expressedNeeds();
    expect(needs).toHaveLength(29);
    expect(new Set(needs.map(({ need }) => needGroupOf(need))).size).toBe(5);
    expect(await database().statement.count({ where: { field: "needs" } })).toBe(0);
  });
});
