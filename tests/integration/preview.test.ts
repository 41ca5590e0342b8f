import { beforeAll, describe, expect, it } from "vitest";
import { previewOrganisation } from "@/data/editing/preview";
import { setPublished } from "@/data/editing/publication";
import { findPublicOrganisation } from "@/data/organisation/profile";
import type { Actor } from "@/domain/actor";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";

let actor: Actor;
const { create } = editing(() => actor);

beforeAll(async () => {
  await loadCartography();
  actor = await makeActor();
}, 60_000);

describe("the preview of an entry", () => {
  it("is what the public reads once it is published, and nothing that is kept back", async () => {
    const slug = await create(
      {
        name: "Essai d’aperçu",
        typology: "local_organisation",
        zones: ["kayes"],
        networks: ["federation-des-communautes-africaines-au-mali"],
        founded_year: "1999",
      },
      { restricted: [{ id: null, field: "note", text: "ne pas publier", visibility: "consortium" }] },
    );
    expect(await findPublicOrganisation(slug)).toBeNull();
    const draft = (await previewOrganisation(actor, slug))!;
    expect(draft.isPublic).toBe(false);
    expect(JSON.stringify(draft)).not.toContain("ne pas publier");
    await setPublished(actor, slug, true);
    expect(await previewOrganisation(actor, slug)).toEqual({ organisation: await findPublicOrganisation(slug), isPublic: true });
    expect(draft.organisation).toEqual({ ...(await findPublicOrganisation(slug)), updatedAt: expect.any(String) });
  });

  it("of an entry of the mapping is the page itself", async () => {
    for (const slug of ["ramdel", "federation-des-communautes-africaines-au-mali"])
      expect((await previewOrganisation(actor, slug))!.organisation).toEqual(await findPublicOrganisation(slug));
  });

  it("shows who declares a partnership with it", async () => {
    expect((await previewOrganisation(actor, "unicef"))!.organisation.partnerOf).not.toEqual([]);
  });

  it("names no other entry that the public may not see", async () => {
    const hidden = await create({ name: "Essai tenu caché" });
    const slug = await create({ name: "Essai qui le nomme", networks: [hidden], partners: [hidden] });
    expect(JSON.stringify(await previewOrganisation(actor, slug))).not.toContain("tenu caché");
  });

  it("is for those who may see the entry", async () => {
    const admin = await makeActor("admin");
    const { create: createAsAdmin } = editing(() => admin);
    const slug = await createAsAdmin({ name: "Essai confidentiel", visibility: "confidential" });
    expect(await previewOrganisation(actor, slug)).toBeNull();
    expect((await previewOrganisation(admin, slug))!.isPublic).toBe(false);
    expect(await previewOrganisation(actor, "absente")).toBeNull();
  });
});
