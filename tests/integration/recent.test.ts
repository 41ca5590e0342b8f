import { beforeAll, expect, it } from "vitest";
import { recentChanges } from "@/data/change/recent";
import { findEditable } from "@/data/editing/edit-form";
import { findEditableRecord } from "@/data/editing/entity-form";
import { saveEntity } from "@/data/editing/entity-save";
import { saveSource } from "@/data/editing/source-save";
import { saveOrganisation } from "@/data/editing/save";
import type { Actor } from "@/domain/actor";
import { loadCartography } from "../support/cartography";
import { makeActor, organisationInput } from "../support/factories";

let admin: Actor;
let editor: Actor;

beforeAll(async () => {
  await loadCartography();
  admin = await makeActor("admin");
  editor = await makeActor("editor");
}, 120_000);

const last = async (actor: Actor, who: string | null = null) => (await recentChanges(actor, { who, page: 1 })).changes;

it("tells the last changes of entries and of everything else, whose they are and of how many entries", async () => {
  const [loaded] = (await last(editor)).slice(-1);
  expect(loaded).toMatchObject({ action: "imported", count: 326 });
  expect(loaded!.organisations).toHaveLength(5);

  const entry = (await findEditable(editor, "amrk"))!;
  await saveOrganisation(editor, "amrk", organisationInput({ ...entry.fields, member_count: 77 }, { version: entry.version }));
  const zone = { edited: "zone", slug: "mali" } as const;
  const provenance = { basis: "verified", source: "correction-consortium", place: "", said_on: "2026-03-15", note: "Note d’essai" };
  const { version } = (await findEditableRecord(admin, zone))!;
  await saveEntity(admin, zone, { version, withdraw: [], add: { ngos_2017: { value: "4242" } }, provenance });

  const [second, first] = await last(editor);
  expect(first).toMatchObject({ who: editor.name, action: "updated", organisations: [{ slug: "amrk" }], count: 1, others: [] });
  expect(second).toMatchObject({ who: admin.name, note: "Note d’essai", organisations: [], others: [{ edited: "zone", slug: "mali", name: "Mali" }] });
  expect((await last(editor, editor.name)).map(({ id }) => id)).toEqual([first!.id]);
  expect(await last(editor, "Personne")).toEqual([]);
});

it("names the document whose address changed", async () => {
  await saveSource(editor, "emdk-plaquette", { url: "https://example.org/plaquette.pdf" }, {});
  expect((await last(editor))[0]).toMatchObject({
    organisations: [],
    others: [],
    documents: ["Plaquette de l’Espace Migration et Développement en région de Kayes (EMDK)"],
  });
});

it("tells nothing of an entry that this person may not see", async () => {
  const saved = await saveOrganisation(admin, null, organisationInput({ name: "Essai caché", visibility: "confidential" }));
  expect(saved).toMatchObject({ ok: true });
  expect((await last(admin))[0]).toMatchObject({ organisations: [{ name: "Essai caché" }] });
  expect(JSON.stringify(await last(editor))).not.toContain("Essai caché");
  expect((await recentChanges(admin, { who: null, page: 1 })).total).toBe((await recentChanges(editor, { who: null, page: 1 })).total + 1);
});
