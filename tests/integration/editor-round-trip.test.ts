import { beforeAll, describe, expect, it } from "vitest";
import { presentStatements } from "@/data/change/versions";
import { database } from "@/data/client";
import { findEditable, referenceNames } from "@/data/editing/edit-form";
import { saveOrganisation } from "@/data/editing/save";
import { findPublicOrganisation } from "@/data/organisation/profile";
import type { Actor } from "@/domain/actor";
import { valuesOfOrganisation } from "@/features/editor/kept-values";
import { inputOfValues } from "@/features/editor/values";
import { lifeText } from "@/features/profile/identity";
import { loadCartography } from "../support/cartography";
import { makeActor } from "../support/factories";

let actor: Actor;

beforeAll(async () => {
  await loadCartography();
  actor = await makeActor();
}, 60_000);

/** The input of the form as it opens, with a ground chosen and these controls changed. */
async function opened(slug: string, changes: Record<string, string[]> = {}) {
  const organisation = (await findEditable(actor, slug))!;
  const names = await referenceNames(actor, [organisation.fields]);
  return inputOfValues({ ...valuesOfOrganisation(organisation, names, new Date()), basis: ["verified"], ...changes });
}

describe("the real cartography in the form", () => {
  it("is saved unchanged, every entry of it, when nothing was touched", async () => {
    const slugs = (await database().organisation.findMany({ select: { slug: true } })).map(({ slug }) => slug);
    expect(slugs.length).toBeGreaterThan(100);
    const changes = await database().changeSet.count();
    for (const slug of slugs) expect(await saveOrganisation(actor, slug, await opened(slug))).toMatchObject({ ok: true, changed: false });
    expect(await database().changeSet.count()).toBe(changes);
    expect(await database().source.count({ where: { slug: "correction-consortium" } })).toBe(0);
  }, 60_000);

  const citationsOf = async (slug: string) => (await findPublicOrganisation(slug))!.citations;

  it("keeps the agreement of what a change does not touch", async () => {
    const slug = "association-malienne-des-expulses";
    const others = async () => (await citationsOf(slug)).filter(({ field }) => field !== "founded_year");
    const before = await others();
    expect(await saveOrganisation(actor, slug, await opened(slug, { founded_year: ["1997"] }))).toMatchObject({ changed: true });
    expect(await others()).toEqual(before);
    const years = (await citationsOf(slug)).filter(({ field }) => field === "founded_year");
    expect(years.map(({ value, agrees, replaced, correctedOn }) => [value, agrees, replaced, correctedOn])).toEqual([
      ["1996", false, true, null],
      ["1997", true, false, new Date().toISOString().slice(0, 10)],
    ]);
  });

  it("cites what it changes with the words of the source and the time of which they are true", async () => {
    const slug = "grdr";
    const precise = { words: ["quarante et un membres"], since: ["2019-03"], until: ["2021"] };
    expect(await saveOrganisation(actor, slug, await opened(slug, { member_count: ["41"], ...precise, until: ["bientôt"] }))).toMatchObject({
      ok: false,
      problems: [{ path: "provenance.until", reason: "not_a_time" }],
    });
    expect(await saveOrganisation(actor, slug, await opened(slug, { member_count: ["41"], ...precise }))).toMatchObject({ changed: true });
    const said = (await presentStatements(actor, slug)).filter(({ words }) => words === "quarante et un membres");
    expect(said.map(({ field, value, since, until }) => [field, value, since, until])).toEqual([["member_count", "41", "2019-03", "2021"]]);
  });

  it("publishes since when an entry works no more, where the statement itself tells it and not a field of its own", async () => {
    const slug = "grdr";
    expect(await saveOrganisation(actor, slug, await opened(slug, { life: ["dormant"], since: ["2019-03"] }))).toMatchObject({ changed: true });
    const published = (await findPublicOrganisation(slug))!;
    expect(published).toMatchObject({ life: "dormant", lifeSince: "2019-03" });
    expect(lifeText("fr", published)).toMatch(/depuis mars 2019/);
    // What staff says later of it has no date: that of another state is not its own.
    expect(await saveOrganisation(actor, slug, await opened(slug, { life: ["active"] }))).toMatchObject({ changed: true });
    expect(await findPublicOrganisation(slug)).toMatchObject({ life: "active", lifeSince: null });
    expect(await saveOrganisation(actor, slug, await opened(slug, { life: ["dissolved"], life_since: ["2024"], since: ["2023"] }))).toMatchObject({
      changed: true,
    });
    expect(await findPublicOrganisation(slug)).toMatchObject({ life: "dissolved", lifeSince: "2024" });
  });

  it("corrects zones that two tables contradict: what is taken away is said no longer", async () => {
    const slugs = (await database().organisation.findMany({ select: { slug: true } })).map(({ slug }) => slug);
    const contested = async (slug: string) => (await citationsOf(slug)).filter(({ field, agrees }) => field === "zones" && !agrees);
    let slug = "";
    for (const candidate of slugs) if (slug === "" && (await contested(candidate)).length > 0) slug = candidate;
    expect(await saveOrganisation(actor, slug, await opened(slug, { zones: ["kayes"] }))).toMatchObject({ changed: true });
    expect((await findEditable(actor, slug))!.fields.zones).toEqual(["ML-1"]);
    const zones = (await citationsOf(slug)).filter(({ field }) => field === "zones");
    expect(new Set(zones.map(({ value }) => value))).toEqual(new Set(["ML-1"]));
    expect(await contested(slug)).toEqual([]);
  });
});
