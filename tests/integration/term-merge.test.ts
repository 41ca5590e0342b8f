import { statusOf } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { mergeTerm } from "@/data/term/merge";
import { removeTerm } from "@/data/term/save";
import type { Actor } from "@/domain/actor";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";
import { preview } from "../support/imports";
import { api, page, slugs, termsOf } from "../support/local-terms";

let admin: Actor;
const { create, change, current } = editing(() => admin);
const { code } = termsOf(() => admin);
let slug = "";

beforeAll(async () => {
  await loadCartography();
  admin = await makeActor("admin");
  slug = await create({ name: "Essai des termes", zones: ["ML-7"], typology: "local_organisation" });
  await setPublished(admin, slug, true);
}, 60_000);

describe("a merge of terms", () => {
  let [from, into] = ["", ""];

  beforeAll(async () => {
    from = await code("theme", "Essai à fusionner", "Trial to be merged");
    into = await code("theme", "Essai qui reste", "Trial that stays");
    expect(await change(slug, { themes: [from, "women_rights"] }, { place: "Entretien" })).toMatchObject({ ok: true });
  });

  const stated = async () =>
    (
      await database().statement.findMany({
        where: { organisation: { slug }, field: "themes", withdrawnById: null },
        include: { madeBy: true, saidBy: true },
        orderBy: { id: "asc" },
      })
    ).map(({ code: said, place, saidById }) => ({ said, place, first: saidById !== null }));
  let merged = 0;

  it("says every statement anew as the other, by one change set of one revision", async () => {
    const revision = async () => (await database().directoryRevision.findFirstOrThrow()).revision;
    const before = await revision();
    const result = await mergeTerm(admin, "theme", from, into);
    expect(result).toMatchObject({ ok: true, entries: 1 });
    if (result.ok) merged = result.changeSetId;
    expect((await revision()) - before).toBe(1n);
    expect(await stated()).toContainEqual({ said: into, place: "Entretien", first: true });
    expect((await stated()).map(({ said }) => said)).not.toContain(from);
    const [last] = (await historyOf(admin, slug, 1))!.entries;
    expect(last).toMatchObject({ id: merged });
  });

  it("leads old addresses, forms and files to the other", async () => {
    expect(await slugs(`?theme=${into}`)).toEqual([slug]);
    expect(await slugs(`?theme=${from}`)).toEqual([slug]);
    expect(await slugs(`?theme=-${from}&zone=gao&typology=local_organisation`)).not.toContain(slug);
    expect((await api("?theme=none")).parameters[0]!.accepted).not.toContain(from);
    const told = await page(`/couverture?focus=theme:${from}`, "/couverture");
    expect(told).toContain(`<option value="theme:${into}" selected="">Essai qui reste</option>`);
    expect(await change(slug, { themes: [from, "women_rights"] })).toMatchObject({ ok: true, changed: false });
    const brought = await preview(admin, "fusion.csv", `slug,themes\n${slug},Essai à fusionner|${from}|women_rights\n`);
    expect(await brought.counts()).toMatchObject({ unchanged: 1 });
  });

  it("cannot be done with the mapping's own, with itself, or twice", async () => {
    expect(await mergeTerm(admin, "theme", "women_rights", into)).toEqual({ ok: false, reason: "gone" });
    expect(await mergeTerm(admin, "theme", into, into)).toEqual({ ok: false, reason: "itself" });
    expect(await mergeTerm(admin, "theme", from, into)).toEqual({ ok: false, reason: "gone" });
    expect(await mergeTerm(admin, "need", into, "associative_life")).toEqual({ ok: false, reason: "gone" });
    expect(await removeTerm(admin, "theme", into)).toEqual({ ok: false, reason: "in_use" });
  });

  it("is undone by who may change vocabularies, and by nobody else", async () => {
    expect(await undoChangeSet(await makeActor("editor"), merged, slug)).toEqual({ ok: false, reason: "not_undoable" });
    expect(await undoChangeSet(admin, merged)).toEqual({ ok: true, kept: [] });
    expect(await stated()).toContainEqual({ said: from, place: "Entretien", first: true });
    expect(await slugs(`?theme=${from}`)).toEqual([slug]);
    expect(await statusOf("/api/v1/organisations", `/api/v1/organisations?theme=${into}`)).toBe(400);
  });

  it("keeps the code of a term that nothing public said unknown to strangers", async () => {
    const hidden = await code("theme", "Essai caché", "Hidden trial");
    expect(await mergeTerm(admin, "theme", hidden, "women_rights")).toMatchObject({ ok: true, entries: 0 });
    expect(await statusOf("/api/v1/organisations", `/api/v1/organisations?theme=${hidden}`)).toBe(400);
  });

  it("says as the other what is said of the term while it is merged", async () => {
    const late = await code("theme", "Essai en retard", "Late trial");
    const before = await current(slug);
    expect(await mergeTerm(admin, "theme", late, "women_rights")).toMatchObject({ ok: true });
    // This process has not read that yet.
    expect(await change(slug, { themes: [...before.fields.themes, late] })).toMatchObject({ ok: true });
    expect((await stated()).map(({ said }) => said)).not.toContain(late);
  });
});

describe("needs and classes of partners", () => {
  it("are filters, values of profiles and of the API by the same rules", async () => {
    const need = await code("need", "Essai de besoin", "Trial need");
    const partner = await code("partner_class", "Essai de partenaires", "Trial partners");
    expect(await change(slug, { needs: [need], partner_classes: [partner, "charities"] })).toMatchObject({ ok: true });
    for (const search of [`?need=${need}`, `?partner=${partner}`]) expect(await slugs(search), search).toEqual([slug]);
    const { facets } = await api(`?need=${need}`);
    expect(facets.need).toContainEqual({ value: need, label: "Essai de besoin", count: 1 });
    expect(facets.partner).toContainEqual({ value: partner, label: "Essai de partenaires", count: 1 });
    const profile = await page(`/organisations/${slug}`, "/organisations/[slug]");
    for (const label of ["Essai de besoin", "Essai de partenaires"]) expect(profile).toContain(label);
    expect(await page("/couverture?table=need_typology", "/couverture")).toContain("Essai de besoin");
    expect(await mergeTerm(admin, "partner_class", partner, "charities")).toMatchObject({ ok: true, entries: 1 });
    expect(await slugs(`?partner=${partner}`)).toContain(slug);
    expect(await mergeTerm(admin, "need", need, "associative_life")).toMatchObject({ ok: true, entries: 1 });
    expect(await slugs(`?need=${need}`)).toContain(slug);
  });
});
