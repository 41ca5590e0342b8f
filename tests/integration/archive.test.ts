import { readRoute, statusOf } from "../support/routes";
import { describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { archiveOrganisation, restoreOrganisation } from "@/data/editing/archive";
import { suggestOrganisations } from "@/data/editing/edit-form";
import { setPublished } from "@/data/editing/publication";
import { listForStaff } from "@/data/editing/staff-list";
import { organisationAnswer } from "@/features/open-data/one";
import { editingFromNothing } from "../support/editing";

const { made, create, current, change, searchRow } = editingFromNothing();

const PAGE = "/[locale]/organisations/[slug]";
const answerOf = (slug: string, language = "fr") =>
  organisationAnswer(new Request(`http://localhost/api/v1/organisations/${slug}`, { headers: { "accept-language": language } }), slug);
async function published(fields: Record<string, unknown> = {}): Promise<string> {
  const slug = await create(fields);
  await setPublished(made.actor, slug, true);
  return slug;
}
const lastChange = async (slug: string) => (await historyOf(made.actor, slug, 1))!.entries[0]!;
const revision = async () => (await database().directoryRevision.findUniqueOrThrow({ where: { id: 1 } })).revision;

describe("archiving", () => {
  it("takes an entry from what the public reads, and says at its address that it is gone, in both languages", async () => {
    const network = await published({ name: "Essai réseau archivé", kind: "network" });
    const member = await published({ networks: [network] });
    const before = await revision();
    expect(await archiveOrganisation(made.actor, network, "Entrée deux fois par erreur")).toBe(true);
    expect(await revision()).toBe(before + 1n);
    expect(await searchRow(network)).toBeUndefined();
    expect((await searchRow(member))!.facets).not.toContain(`network:${network}`);
    expect(await statusOf(PAGE, `/fr/organisations/${network}`)).toBe(410);
    const [french, english] = [await readRoute(PAGE, `/fr/organisations/${network}`), await readRoute(PAGE, `/en/organisations/${network}`)];
    expect(french).toContain("Cette fiche a été retirée");
    expect(english).toContain("This entry was withdrawn");
    for (const page of [french, english]) expect(page).not.toMatch(/réseau archivé|par erreur/);
    const answer = await answerOf(network, "en");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([410, "application/problem+json; charset=utf-8"]);
    expect(await answer.json()).toMatchObject({ status: 410, title: "Organisation withdrawn" });
    expect(await lastChange(network)).toMatchObject({ action: "archived", note: "Entrée deux fois par erreur", fields: [] });
  });

  it("keeps it for staff, who bring it back as it was; meanwhile nobody publishes it or is proposed it", async () => {
    const slug = await published({ name: "Essai à ramener" });
    const before = await current(slug);
    await archiveOrganisation(made.actor, slug, "Essai");
    await archiveOrganisation(made.actor, slug, "Essai");
    const list = async (state: "archived" | "draft") => (await listForStaff(made.actor, { q: "ramener", page: 1, state })).items.map((item) => item.slug);
    expect([await list("archived"), await list("draft")]).toEqual([[slug], []]);
    expect(await suggestOrganisations(made.actor, "Essai à ram")).toEqual([]);
    expect(await setPublished(made.actor, slug, true)).toBe(false);
    expect(await change(slug, { acronym: "RAM" })).toMatchObject({ ok: true });
    expect(await restoreOrganisation(made.actor, slug)).toBe(true);
    const after = await current(slug);
    expect([after.publishedAt, after.archivedAt, after.fields.acronym]).toEqual([before.publishedAt, null, "RAM"]);
    expect(await searchRow(slug)).toBeDefined();
    expect((await historyOf(made.actor, slug, 1))!.entries.filter(({ action }) => action === "archived" || action === "unarchived")).toHaveLength(2);
  });

  it("of what the public never saw tells nobody", async () => {
    for (const slug of [await create(), await published({ visibility: "confidential" })]) {
      await archiveOrganisation(made.actor, slug, "Essai");
      expect([await statusOf(PAGE, `/fr/organisations/${slug}`), (await answerOf(slug)).status]).toEqual([404, 404]);
    }
  });

  it("is undone by its change, and so is bringing back, unless something happened since", async () => {
    const slug = await published();
    await archiveOrganisation(made.actor, slug, "Essai");
    const archiving = await lastChange(slug);
    expect(await undoChangeSet(made.actor, archiving.id, slug)).toEqual({ ok: true, kept: [] });
    expect((await answerOf(slug)).status).toBe(200);
    await archiveOrganisation(made.actor, slug, "Essai");
    await restoreOrganisation(made.actor, slug);
    const restoring = await lastChange(slug);
    await setPublished(made.actor, slug, false);
    expect(await undoChangeSet(made.actor, restoring.id, slug)).toMatchObject({ ok: false, reason: "later_changes" });
    expect((await answerOf(slug)).status).toBe(404);
  });

  it("leads an address from before to the same answer", async () => {
    const slug = await published();
    const { id } = await database().organisation.findUniqueOrThrow({ where: { slug } });
    await database().redirect.create({ data: { slug: "essai-archive-avant", organisationId: id } });
    await archiveOrganisation(made.actor, slug, "Essai");
    expect((await answerOf("essai-archive-avant")).status).toBe(410);
  });
});
