import { readRoute, statusOf } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { findEditableRecord } from "@/data/editing/entity-form";
import { saveEntity } from "@/data/editing/entity-save";
import type { Actor } from "@/domain/actor";
import type { EditedRecord } from "@/domain/edited";
import { loadCartography } from "../support/cartography";
import { makeActor } from "../support/factories";

const MAP = "/[locale]/carte";
const RATED = "/fr/carte?couche=population";
const PROVENANCE = { basis: "verified", source: "correction-consortium", place: "essai", said_on: "2026-03-15", note: "Essai, chiffre inventé" };
let actor: Actor;

beforeAll(async () => {
  await loadCartography();
  actor = await makeActor("editor");
}, 120_000);

const zone = (slug: string): EditedRecord => ({ edited: "zone", slug });

async function says(slug: string, figure: Record<string, unknown>) {
  const { version } = (await findEditableRecord(actor, zone(slug)))!;
  expect(await saveEntity(actor, zone(slug), { version, withdraw: [], add: { population: figure }, provenance: PROVENANCE })).toMatchObject({ ok: true });
}

/** The text of a row of the table of regions. */
const rowOf = (html: string, region: string) =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map(([, row]) =>
      row!
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .find((row) => row.startsWith(region));

describe("the map by inhabitants", () => {
  it("is nowhere while no source gives a population", async () => {
    const page = await readRoute(MAP, "/fr/carte");
    expect(page).not.toMatch(/100\s000 habitants/);
    expect(page).not.toContain("couche=");
    expect(await statusOf(MAP, RATED)).toBe(400);
  });

  it("gives each region its rate with the population, its year and its source, and says where none is known", async () => {
    await says("kayes", { value: "1 700 000", since: "2009" });
    await says("kayes", { value: "3 400 000", since: "2022", about: "1" });
    await says("gao", { value: "40 000", since: "2022" });
    const plain = await readRoute(MAP, "/fr/carte?theme=women_rights&region=gao");
    expect(plain).toContain('href="/carte?theme=women_rights&amp;couche=population&amp;region=gao#mali"');
    expect(plain).not.toContain("inconnue</span>");
    const page = await readRoute(MAP, RATED);
    // 34 organisations for 3.4 million, 4 for 40,000: the latest year counts.
    expect(rowOf(page, "Kayes")).toMatch(/^Kayes 34 1 environ 3.400.000 habitants, 2022$/);
    expect(rowOf(page, "Gao")).toMatch(/^Gao 4 10 40.000 habitants, 2022$/);
    expect(rowOf(page, "Sikasso")).toMatch(/^Sikasso 10 population inconnue$/);
    expect(page).toMatch(/href="\/sources\/correction-consortium">environ 3.400.000 habitants, 2022/);
    const titles = [...page.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title!.replace(/[\u00a0\u202f]/g, " "));
    expect(titles).toContain("Gao : 10 pour 100 000 habitants (40 000 habitants, 2022)");
    expect(titles).toContain("Sikasso : population inconnue");
    const shades = (title: string) => new RegExp(`<title>${title}[^<]*</title><path class="map-area tone-(\\w+)"`).exec(page)?.[1];
    expect([shades("Gao"), shades("Kayes"), shades("Sikasso")]).toEqual(["4", "1", "outside"]);
    expect(page).toMatch(/aria-label="Organisations pour 100.000 habitants"/);
    expect(page).toContain("population inconnue");
    expect(page).toContain('href="/carte?couche=population&amp;region=kayes#region"');
    expect(await readRoute(MAP, "/en/carte?couche=population")).toContain("Per 100,000 inhabitants");
  });

  it("stays under filters, and refuses another layer", async () => {
    const page = await readRoute(MAP, `${RATED}&zone=gao`);
    expect(page).toContain('<input type="hidden" name="couche" value="population"/>');
    expect(page).toContain("population inconnue, ou hors du filtre");
    expect(rowOf(page, "Gao")).toMatch(/^Gao 4 10 /);
    expect(await statusOf(MAP, "/fr/carte?couche=essai")).toBe(400);
    // Nobody is counted in a region of which the population is known.
    expect(await statusOf(MAP, `${RATED}&zone=sikasso`)).toBe(400);
  });

  it("is gone with the figures", async () => {
    for (const slug of ["kayes", "gao"]) {
      const { version, held } = (await findEditableRecord(actor, zone(slug)))!;
      const withdraw = held.filter(({ field }) => field === "population").map(({ id }) => id);
      expect(await saveEntity(actor, zone(slug), { version, withdraw, add: {}, provenance: PROVENANCE })).toMatchObject({ ok: true });
    }
    expect(await readRoute(MAP, "/fr/carte")).not.toContain("couche=");
  });
});
