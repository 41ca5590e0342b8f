import { readRoute } from "../support/routes";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { findEntity, listEntities } from "@/data/entity/entities";
import { findEditableRecord, listRecordsForStaff } from "@/data/editing/entity-form";
import { saveEntity } from "@/data/editing/entity-save";
import { setEntityPublished, undoEntityChange } from "@/data/editing/entity-undo";
import { searchOrganisations } from "@/data/search/search";
import type { Actor } from "@/domain/actor";
import { parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { searchLabels } from "../../prisma/search-labels";
import { loadCartography } from "../support/cartography";
import { makeActor } from "../support/factories";
import { loadSources } from "@/data/import/load";
import { SEED_FOLDER, sourcesIn } from "../support/seed-files";

const MRN = "mecanisme-de-referencement-national";
const BODY = { edited: "body", slug: MRN } as const;
let actor: Actor;

beforeAll(async () => {
  await loadCartography();
  actor = await makeActor("editor");
}, 120_000);

const PROVENANCE = { basis: "verified", source: "correction-consortium", place: "essai", said_on: "2026-03-15", note: "Note d’essai" };
const edit = async (more: { add?: Record<string, { value: string; english?: string }>; withdraw?: number[]; version?: number; provenance?: object }) => {
  const { version } = (await findEditableRecord(actor, BODY))!;
  return saveEntity(actor, BODY, { version, withdraw: [], add: {}, provenance: PROVENANCE, ...more });
};
const held = async (field: string) => (await findEditableRecord(actor, BODY))!.held.filter((one) => one.field === field);
const shown = async (field: string) =>
  ((await findEntity("body", MRN))!.fields[field] ?? []).map(({ value, text, organisation }) => value ?? text?.fr ?? organisation?.slug);
const found = async (text: string) => {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(text)));
  const result = parsed.ok ? await searchOrganisations(parsed.query) : parsed;
  return result.ok ? result.items.map(({ slug }) => slug) : [];
};
let clean: number;
beforeEach(async () => {
  clean = await database().changeSet.count();
});

describe("what staff say of a body", () => {
  it("stands beside what documents say, with its ground and day, in both languages, and is in the history", async () => {
    expect(await edit({ add: { treats: { value: "L’essai des formulaires.", english: "The trial of forms." } } })).toMatchObject({ ok: true, changed: true });
    expect(await shown("treats")).toContain("L’essai des formulaires.");
    expect(await readRoute("/[locale]/instances", "/en/instances")).toContain("The trial of forms.");
    const entity = (await findEditableRecord(actor, BODY))!;
    expect(entity.changes[0]).toMatchObject({
      who: actor.name,
      action: "updated",
      note: "Note d’essai",
      items: [{ field: "treats", before: null, after: "L’essai des formulaires." }],
    });
    expect(await undoEntityChange(actor, BODY, entity.changes[0]!.id)).toEqual([]);
    expect(await shown("treats")).not.toContain("L’essai des formulaires.");
    expect(await undoEntityChange(actor, BODY, entity.changes[0]!.id)).toBeNull();
  });

  it("names an organisation, which the filter then finds, and no longer when it is taken back", async () => {
    expect(await found(`body=${MRN}`)).not.toContain("association-malienne-des-expulses");
    await edit({ add: { members: { value: "AME" } } });
    expect(await found(`body=${MRN}`)).toContain("association-malienne-des-expulses");
    const ame = (await held("members")).find(({ value }) => value === "Association Malienne des Expulsés")!;
    await edit({ withdraw: [ame.id] });
    expect(await found(`body=${MRN}`)).not.toContain("association-malienne-des-expulses");
    expect(await shown("members")).not.toContain("association-malienne-des-expulses");
  });

  it("takes back what a document says, which a load of the files does not bring again", async () => {
    const type = await held("type");
    expect(type).not.toEqual([]);
    await edit({ withdraw: type.map(({ id }) => id), add: { type: { value: "committee" } } });
    expect(await shown("type")).toEqual(["committee"]);
    await loadSources(database(), { sources: sourcesIn(SEED_FOLDER), searchLabels: searchLabels() });
    expect(await shown("type")).toEqual(["committee"]);
    const [change] = (await findEditableRecord(actor, BODY))!.changes;
    expect(await undoEntityChange(actor, BODY, change!.id)).toEqual([]);
    expect(await shown("type")).toEqual(["mechanism"]);
  });

  it("stays where a later change touched it, when an earlier one is undone", async () => {
    await edit({ add: { treats: { value: "Premier essai." }, meetings: { value: "Une réunion d’essai." } } });
    const [first] = (await findEditableRecord(actor, BODY))!.changes;
    await edit({ add: { treats: { value: "Second essai." } } });
    const [second] = (await findEditableRecord(actor, BODY))!.changes;
    expect(await undoEntityChange(actor, BODY, first!.id)).toEqual(["treats"]);
    expect(await shown("treats")).toEqual(expect.arrayContaining(["Premier essai.", "Second essai."]));
    expect(await shown("meetings")).not.toContain("Une réunion d’essai.");
    expect(await undoEntityChange(actor, BODY, second!.id)).toEqual([]);
  });

  it("is refused with every fault at its place, and nothing is stored", async () => {
    const result = await edit({
      add: {
        type: { value: "thing" },
        since: { value: "hier" },
        zones: { value: "Atlantide" },
        members: { value: "Personne du tout" },
        part_of: { value: "nulle-part" },
        description: { value: "", english: "Only English." },
      },
    });
    expect(result).toMatchObject({ ok: false, reason: "invalid" });
    if (result.ok || result.reason !== "invalid") return;
    expect(result.problems.map(({ path, reason }) => [path, reason]).sort()).toEqual([
      ["add.description", "required"],
      ["add.members", "unknown_organisation"],
      ["add.part_of", "unknown_entity"],
      ["add.since", "not_a_time"],
      ["add.type", "unknown_value"],
      ["add.zones", "unknown_zone"],
    ]);
    expect(await edit({ add: { treats: { value: "Rien." } }, provenance: { ...PROVENANCE, basis: "" } })).toMatchObject({
      problems: [{ path: "provenance.basis", reason: "required" }],
    });
    const names = await held("name");
    expect(await edit({ withdraw: names.map(({ id }) => id) })).toMatchObject({ problems: [{ path: "add.name", reason: "required" }] });
    expect(await database().changeSet.count()).toBe(clean);
  });

  it("is not written over what someone else saved since, nor when nothing changed", async () => {
    expect(await edit({ version: 0, add: { treats: { value: "Trop tard." } } })).toMatchObject({ ok: false, reason: "conflict" });
    expect(await edit({})).toMatchObject({ ok: true, changed: false });
    expect(await database().changeSet.count()).toBe(clean);
  });
});

const PROGRAMME = { edited: "programme", slug: "essai-de-programme" } as const;

describe("a new programme", () => {
  it("is not published until someone does, then is read by everybody, and can be hidden again", async () => {
    const made = await saveEntity(
      actor,
      { edited: "programme", slug: null },
      {
        version: null,
        withdraw: [],
        add: { name: { value: "Essai de programme" }, operators: { value: "aracem" }, website: { value: "https://example.org" } },
        provenance: PROVENANCE,
      },
    );
    expect(made).toMatchObject({ ok: true, slug: "essai-de-programme" });
    const isListed = async () => (await listEntities("programme")).some(({ slug }) => slug === "essai-de-programme");
    expect(await isListed()).toBe(false);
    expect(await found("programme=essai-de-programme")).toEqual([]);
    expect((await listRecordsForStaff(actor)).find(({ slug }) => slug === "essai-de-programme")).toMatchObject({
      publishedAt: null,
      name: "Essai de programme",
    });
    expect(await setEntityPublished(actor, PROGRAMME, true)).toBe(true);
    expect(await isListed()).toBe(true);
    expect(await found("programme=essai-de-programme")).toEqual(["aracem"]);
    expect(await setEntityPublished(actor, PROGRAMME, true)).toBe(false);
    expect(await setEntityPublished(actor, PROGRAMME, false)).toBe(true);
    expect(await isListed()).toBe(false);
    expect(await found("programme=essai-de-programme&kind=cso")).toEqual([]);
    expect(await saveEntity(actor, { edited: "programme", slug: "nothing" }, { version: 1, withdraw: [], add: {}, provenance: PROVENANCE })).toMatchObject({
      reason: "not_found",
    });
  });
});
