import { describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { formerAddress } from "@/data/organisation/profile";
import { formerPage } from "@/features/addresses/former-page";
import { organisationAnswer } from "@/features/open-data/one";
import { editingFromNothing } from "../support/editing";

const { made, create, change, rowOf, searchRow } = editingFromNothing();

describe("publishing", () => {
  it("shows and hides an entry at once, in the facets of others too, and is in the history", async () => {
    const network = await create({ kind: "network" });
    const member = await create({ networks: [network] });
    await setPublished(made.actor, member, true);
    expect((await searchRow(member))!.facets).not.toContain(`network:${network}`);
    await setPublished(made.actor, network, true);
    expect((await searchRow(member))!.facets).toContain(`network:${network}`);
    await change(network, { visibility: "confidential" });
    expect(await searchRow(network)).toBeUndefined();
    expect((await searchRow(member))!.facets).not.toContain(`network:${network}`);
    await change(network, { visibility: "public" });
    await setPublished(made.actor, network, false);
    await setPublished(made.actor, network, false);
    expect(await searchRow(network)).toBeUndefined();
    expect((await rowOf(network)).changes.map(({ action }) => action)).toEqual(["created", "published", "updated", "updated", "unpublished"]);
    expect(await setPublished(made.actor, "essai-absente", true)).toBe(false);
  });

  it("changes what search finds with the save", async () => {
    const slug = await create({ name: "Essai Avant" });
    await setPublished(made.actor, slug, true);
    await change(slug, { name: "Essai Après", zones: [made.zones.region.code] });
    const row = (await searchRow(slug))!;
    expect(row.nameKey).toBe("essai apres");
    expect(row.facets).toEqual(expect.arrayContaining([`zone:${made.zones.region.code}`, `country:${made.zones.country.code}`]));
  });
});

describe("an address that an entry had before", () => {
  it("leads to the entry for good, and is given to no other", async () => {
    const slug = await create({ name: "Essai Adresse" });
    await setPublished(made.actor, slug, true);
    const { id } = await database().organisation.findUniqueOrThrow({ where: { slug } });
    await database().redirect.create({ data: { slug: "essai-ancienne", organisationId: id } });
    expect(await formerAddress("essai-ancienne")).toEqual({ slug, merged: false });
    expect(await formerPage("en", "essai-ancienne")).toEqual({ moved: `/en/organisations/${slug}` });
    expect(await formerPage("fr", "essai-jamais-vue")).toBeNull();
    const answer = await organisationAnswer(new Request("http://localhost/api/v1/organisations/essai-ancienne"), "essai-ancienne");
    expect([answer.status, answer.headers.get("location")]).toEqual([308, `/api/v1/organisations/${slug}`]);
    expect(await create({ name: "Essai ancienne" })).toBe("essai-ancienne-2");
    await setPublished(made.actor, slug, false);
    expect(await formerAddress("essai-ancienne")).toBeNull();
  });
});
