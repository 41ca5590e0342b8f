import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { findEditable, formChoices } from "@/data/editing/edit-form";
import { saveOrganisation } from "@/data/editing/save";
import type { Actor } from "@/domain/actor";
import { valuesOfOrganisation } from "@/features/editor/kept-values";
import { inputOfValues } from "@/features/editor/values";
import { loadCartography } from "../support/cartography";
import { makeActor } from "../support/factories";

let actor: Actor;

beforeAll(async () => {
  await loadCartography();
  actor = await makeActor();
}, 60_000);

/** The input of the form as it opens, with a ground chosen and these controls changed. */
async function opened(slug: string, changes: Record<string, string[]> = {}) {
  const choices = await formChoices(actor);
  const organisation = (await findEditable(actor, slug))!;
  return inputOfValues({ ...valuesOfOrganisation(organisation, choices, new Date()), basis: ["verified"], ...changes });
}

describe("the real cartography in the form", () => {
  it("is saved unchanged, every entry of it, when nothing was touched", async () => {
    const slugs = (await database().organisation.findMany({ select: { slug: true } })).map(({ slug }) => slug);
    expect(slugs.length).toBeGreaterThan(100);
    const changes = await database().change.count();
    for (const slug of slugs) expect(await saveOrganisation(actor, slug, await opened(slug))).toMatchObject({ ok: true, changed: false });
    expect(await database().change.count()).toBe(changes);
    expect(await database().source.count({ where: { slug: "correction-consortium" } })).toBe(0);
  }, 60_000);

  it("keeps the agreement of what a change does not touch", async () => {
    const slug = "association-malienne-des-expulses";
    const others = async () =>
      (await database().citation.findMany({ where: { organisation: { slug }, field: { not: "founded_year" } }, orderBy: { id: "asc" } })).map(
        ({ id, agrees }) => [id, agrees],
      );
    const before = await others();
    expect(await saveOrganisation(actor, slug, await opened(slug, { founded_year: ["1997"] }))).toMatchObject({ changed: true });
    expect(await others()).toEqual(before);
    const years = await database().citation.findMany({ where: { organisation: { slug }, field: "founded_year" }, orderBy: { id: "asc" } });
    expect(years.map(({ value, agrees }) => [value, agrees])).toEqual([
      ["1996", false],
      ["1997", false],
    ]);
  });

  it("corrects zones that two tables contradict, and keeps what both said", async () => {
    const slug = (await database().citation.findFirstOrThrow({ where: { field: "zones", agrees: false }, include: { organisation: true } })).organisation.slug;
    const said = () =>
      database().citation.findMany({
        where: { organisation: { slug }, field: "zones", saidOn: null },
        select: { value: true, place: true },
        orderBy: { id: "asc" },
      });
    const before = await said();
    expect(await saveOrganisation(actor, slug, await opened(slug, { zones: ["kayes"] }))).toMatchObject({ changed: true });
    expect(await said()).toEqual(before);
    expect((await findEditable(actor, slug))!.fields.zones).toEqual(["ML-1"]);
  });
});
