import { beforeAll, describe, expect, it } from "vitest";
import { listForStaff } from "@/data/editing/staff-list";
import { foundIn } from "@/data/editing/staff-words";
import { presentTerms } from "@/data/term/present";
import { addTerm } from "@/data/term/save";
import type { Actor } from "@/domain/actor";
import { ownLabels } from "@/i18n/term-label";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";

let actor: Actor;
const { create } = editing(() => actor);

beforeAll(async () => {
  await loadCartography();
  actor = await makeActor("admin");
}, 60_000);

/** What a person finds, beside the entries of the mapping: every name here has "Essaibaobab". */
const find = async (q: string, who = actor) => (await listForStaff(who, { q: `essaibaobab ${q}`, page: 1 })).items.map(({ slug }) => slug).sort();
const where = async (q: string, slug: string, who = actor) => (await foundIn(who, q, [slug])).get(slug)?.map(({ field }) => field);

describe("the search of staff, by what stands in no value", () => {
  it("finds by the labels of codes in French and English, whole words and beginnings, and says in which field", async () => {
    const said = {
      themes: ["displaced_and_refugees"],
      needs: ["humanitarian_law"],
      typology: "return_migrant_association",
      legal_status: "framework_agreement",
    };
    const slug = await create({ name: "Essaibaobab un", ...said, partner_classes: ["works_councils"] });
    await create({ name: "Essaibaobab deux", themes: ["women_rights"] });
    const words = {
      themes: ["réfugiés", "refugee"],
      needs: ["humanitaire", "humanitarian law"],
      typology: ["retour"],
      legal_status: ["accord-cadre", "framework"],
    };
    for (const [field, given] of Object.entries({ ...words, partner_classes: ["entreprise", "councils"] }))
      for (const q of given) {
        expect(await find(q), q).toEqual([slug]);
        expect(await where(q, slug), q).toContain(field);
      }
    for (const q of ["refugies femmes", "xrefugies", "efugies", "baobabrefugies"]) expect(await find(q), q).toEqual([]);
  });

  it("finds by the terms of the consortium", async () => {
    const added = await addTerm(actor, "theme", { fr: "Essai de pastoralisme", en: "Herding" }, ownLabels("theme"));
    await presentTerms();
    const slug = await create({ name: "Essaibaobab trois", themes: [added.ok ? added.code : ""] });
    for (const q of ["pastoralisme", "herding"]) expect(await find(q), q).toEqual([slug]);
  });

  it("finds by the name of a partner and of a network, and a network by its members", async () => {
    const partner = await create({ name: "Essai Fonio" });
    const network = await create({ name: "Essaibaobab réseau", kind: "network" });
    const slug = await create({ name: "Essaibaobab quatre", acronym: "EBQ", partners: [partner], networks: [network] });
    expect(await find("fonio")).toEqual([slug]);
    expect(await where("fonio", slug)).toEqual(["partners"]);
    expect(await find("reseau")).toContain(slug);
    expect(await where("reseau", slug)).toEqual(["networks"]);
    expect(await find("quatre")).toEqual([slug, network].sort());
    expect(await where("quatre", network)).toEqual(["members"]);
  });

  it("does not find by the name of an entry that the person may not see", async () => {
    const hidden = await create({ name: "Essai Moringa", visibility: "confidential" });
    const slug = await create({ name: "Essaibaobab cinq", partners: [hidden] });
    const editor = await makeActor("editor");
    expect(await find("moringa")).toEqual([slug]);
    expect(await find("moringa", editor)).toEqual([]);
    expect(await where("moringa cinq", slug, editor)).toBeUndefined();
  });
});
