import { beforeAll, expect, it } from "vitest";
import { database } from "@/data/client";
import { zoneTree } from "@/data/zone/tree";
import { emptyDatabase } from "../support/cartography";
import { makeZones } from "../support/factories";

beforeAll(emptyDatabase);

it("the tree of zones is read once, and again when the directory has changed", async () => {
  const { region } = await makeZones();
  const changed = () => database().$executeRaw`UPDATE directory_revision SET "revision" = "revision" + 1`;
  await changed();
  const tree = await zoneTree();
  expect(await zoneTree()).toBe(tree);
  await database().zone.update({ where: { code: region.code }, data: { name: "Essai Renommé" } });
  await changed();
  expect((await zoneTree()).find(({ code }) => code === region.code)?.name).toBe("Essai Renommé");
});
