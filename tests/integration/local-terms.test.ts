import { readRoute, statusOf } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { loadSources } from "@/data/import/load";
import { setPublished } from "@/data/editing/publication";
import { presentTerms } from "@/data/term/present";
import { removeTerm, renameTerm } from "@/data/term/save";
import { countedTerms } from "@/data/term/staff";
import type { Actor } from "@/domain/actor";
import { formSpec } from "@/features/editor/spec";
import { ownLabels } from "@/i18n/term-label";
import { valueNames, valueText } from "@/i18n/value-text";
import { searchLabels } from "../../prisma/search-labels";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";
import { preview, write } from "../support/imports";
import { api, page, slugs, termsOf } from "../support/local-terms";
import { SEED_FOLDER, sourcesIn } from "../support/seed-files";

let admin: Actor;
const { create, change, current } = editing(() => admin);
const { add, code } = termsOf(() => admin);
let slug = "";

beforeAll(async () => {
  await loadCartography();
  admin = await makeActor("admin");
  slug = await create({ name: "Essai des termes", zones: ["ML-7"], typology: "local_organisation" });
  await setPublished(admin, slug, true);
}, 60_000);

describe("a theme of the consortium", () => {
  const [FR, EN] = ["Climat et mobilité", "Climate mobility"];
  let theme = "";

  it("has a code of its French label, and two labels that nobody else in the vocabulary has", async () => {
    theme = await code("theme", ` ${FR} `, EN);
    expect(theme).toBe("x_climat_et_mobilite");
    expect(await add("theme", "CLIMAT ET MOBILITE", "Other")).toEqual({ ok: false, reason: "invalid", problems: [{ field: "fr", reason: "taken" }] });
    expect(await add("theme", "Accompagnement de jeunes", "climate  mobility")).toMatchObject({
      problems: [
        { field: "fr", reason: "taken" },
        { field: "en", reason: "taken" },
      ],
    });
    expect(await add("theme", "", "x".repeat(81))).toMatchObject({ problems: [{ reason: "required" }, { reason: "too_long" }] });
    expect(await code("need", FR, EN)).toBe(theme);
  });

  it("is offered to staff, and no stranger learns of it before something public says it", async () => {
    const choices = formSpec("en", admin, []).sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "choices" ? block.groups : [])));
    expect(choices.flatMap(({ options }) => options)).toContainEqual({ value: theme, label: EN });
    const refused = await api(`?theme=${theme}`);
    expect(refused.parameters[0]!.accepted).not.toContain(theme);
    for (const path of ["/donnees", "/carte", "/organisations", "/couverture", "/proposer"]) {
      const text = await page(path);
      expect(text, path).not.toContain(FR);
      expect(text, path).not.toContain(theme);
    }
  });

  it("goes from the form to the profile, the lists, the files, the search and the history", async () => {
    expect(await change(slug, { themes: [theme, "women_rights"] })).toMatchObject({ ok: true, changed: true });
    expect(await slugs(`?theme=${theme}`)).toEqual([slug]);
    const found = await api(`?theme=${theme}`);
    expect(found.items[0]!.themes).toEqual(["women_rights", theme]);
    expect(found.facets.theme).toContainEqual({ value: theme, label: FR, count: 1 });
    expect((await api("?theme=none")).parameters[0]!.accepted).toContain(theme);
    expect(await slugs(`?zone=gao&typology=local_organisation&theme=-${theme}`)).not.toContain(slug);
    for (const [path, route] of [
      [`/organisations/${slug}`, "/organisations/[slug]"],
      [`/organisations?theme=${theme}`, "/organisations"],
      ["/carte", "/carte"],
      ["/couverture", "/couverture"],
      ["/proposer", "/proposer"],
      [`/comparer?organisations=${slug},ramdel`, "/comparer"],
    ] as const)
      expect(await page(path, route), path).toContain(FR);
    expect(await readRoute("/[locale]/organisations/[slug]", `/en/organisations/${slug}`)).toContain(EN);
    expect(await page("/donnees")).toContain(theme);
    expect(await readRoute("/api/v1/organisations.csv", `/api/v1/organisations.csv?theme=${theme}`)).toContain(`women_rights|${theme}`);
    expect(await readRoute("/api/v1/organisations.atom", `/api/v1/organisations.atom?theme=${theme}`)).toContain(FR);
    expect(await readRoute("/api/v1/coverage.csv", "/api/v1/coverage.csv?zone=gao")).toContain(theme);
    // By the words of either label.
    for (const words of ["climat mobilite", "climate"]) expect(await slugs(`?q=${words}`), words).toContain(slug);
    const suggested = JSON.parse(await readRoute("/api/v1/suggestions", "/api/v1/suggestions?q=clima")) as { themes: unknown[] };
    expect(suggested.themes).toEqual([{ code: theme, label: FR, count: 1 }]);
    const [last] = (await historyOf(admin, slug, 1))!.entries;
    const told = valueText("fr", "themes", [theme], valueNames({ zones: [], organisations: [] }));
    expect([told, JSON.stringify(last)]).toEqual([FR, expect.stringContaining(theme)]);
  });

  it("is read from files by its code and by either label", async () => {
    const file = `slug,themes\n${slug},climate mobility|Accompagnement de jeunes\n`;
    const brought = await preview(admin, "termes.csv", file, { mapping: { slug: "slug", themes: "themes" } });
    expect((await brought.rows("changed")).map(({ plan }) => (plan as { given: object }).given)).toEqual([{ themes: [theme, "youth_support"] }]);
    expect((await write(admin, brought.id)).state).toBe("written");
    expect((await current(slug)).fields.themes).toEqual(["youth_support", theme]);
  });

  it("is withdrawn by undoing what said it, and then unknown to strangers again", async () => {
    const other = await code("theme", "Essai de ce qui se défait", "Trial of what is undone");
    expect(await change(slug, { themes: [other] })).toMatchObject({ ok: true });
    expect(await slugs(`?theme=${other}`)).toEqual([slug]);
    const [last] = (await historyOf(admin, slug, 1))!.entries;
    expect(await undoChangeSet(admin, last!.id, slug)).toEqual({ ok: true, kept: [] });
    expect((await current(slug)).fields.themes).toEqual(["youth_support", theme]);
    expect(await statusOf("/api/v1/organisations", `/api/v1/organisations?theme=${other}`)).toBe(400);
    expect(await slugs("?q=defait")).toEqual([]);
  });

  it("is called otherwise at once, under the same code", async () => {
    expect(await renameTerm(admin, "theme", theme, { fr: "Migrations climatiques", en: EN }, ownLabels("theme"))).toMatchObject({ ok: true, changed: true });
    expect((await api(`?theme=${theme}`)).facets.theme).toContainEqual({ value: theme, label: "Migrations climatiques", count: 1 });
    expect(await slugs("?q=climatiques")).toContain(slug);
    expect(await renameTerm(admin, "theme", "women_rights", { fr: "Autre", en: "Other" }, [])).toEqual({ ok: false, reason: "gone" });
  });

  it("stands where the mapping's themes are loaded again", async () => {
    await loadSources(database(), { sources: sourcesIn(SEED_FOLDER), searchLabels: searchLabels() });
    expect(await slugs(`?theme=${theme}`)).toEqual([slug]);
    expect((await api(`?theme=${theme}`)).facets.theme).toContainEqual({ value: theme, label: "Migrations climatiques", count: 1 });
  }, 60_000);
});

describe("a term of which nothing is said", () => {
  it("can be removed, is then refused, and stands again under its code", async () => {
    const spare = await code("theme", "Essai de trop", "One too many");
    expect(await removeTerm(admin, "theme", spare)).toMatchObject({ ok: true });
    await presentTerms();
    expect(await change(slug, { themes: [spare] }).catch(() => "refused")).toMatchObject({ ok: false });
    const terms = async () => (await countedTerms(admin)).find(({ vocabulary }) => vocabulary === "theme")!.terms.map((term) => term.code);
    expect(await terms()).not.toContain(spare);
    expect(await code("theme", "Essai de trop", "One too many")).toBe(spare);
    expect(await terms()).toContain(spare);
  });
});
