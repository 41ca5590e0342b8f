import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { findEditable } from "@/data/editing/edit-form";
import { saveOrganisation } from "@/data/editing/save";
import { loadSources } from "@/data/import/load";
import type { Actor } from "@/domain/actor";
import { atomAnswer } from "@/features/open-data/atom";
import { csvAnswer } from "@/features/open-data/list";
import { sitemapAnswer } from "@/features/open-data/sitemap";
import { searchLabels } from "../../prisma/search-labels";
import { emptyDatabase } from "../support/cartography";
import { makeActor, organisationInput } from "../support/factories";
import { copySeedFiles, SEED_FOLDER, sourcesIn, type SeedCopy } from "../support/seed-files";

/** What is published is dated from what it says, not from the minute in which a database was filled. */

const ASKED = [
  ["organisations.csv", csvAnswer],
  ["organisations.atom", atomAnswer],
  ["sitemap.xml", sitemapAnswer],
] as const;
const get = (path: string) => new Request(`http://annuaire.example/api/v1/${path}`, { headers: { host: "annuaire.example" } });

it("two databases filled at different times give the same files, byte for byte, with the date of the release", async () => {
  const published = async (now: Date) => {
    await emptyDatabase();
    await loadSources(database(), { sources: sourcesIn(SEED_FOLDER, "2026-03-04"), now, searchLabels: searchLabels() });
    return Promise.all(ASKED.map(async ([path, answer]) => (await answer(get(path))).text()));
  };
  const first = await published(new Date("2026-05-06T07:08:09Z"));
  const second = await published(new Date("2031-12-11T10:09:08Z"));
  for (const [index, [path]] of ASKED.entries()) {
    expect(second[index], path).toBe(first[index]);
    const days = first[index]!.match(/20\d\d-\d\d-\d\d/g)!;
    expect(days.length, path).toBeGreaterThan(10);
    expect([...new Set(days)], path).toEqual(["2026-03-04"]);
  }
}, 120_000);

describe("the date of an entry", () => {
  const SLUG = "direy-ben";
  const OTHER = "enda-mali";
  const MAPPING = "cartographie-osc-mali-2022";
  let actor: Actor;
  let copy: SeedCopy | null = null;
  afterEach(async () => {
    await copy?.remove();
    copy = null;
  });

  const load = (releasedOn: string, folder = SEED_FOLDER) => loadSources(database(), { sources: sourcesIn(folder, releasedOn), searchLabels: searchLabels() });
  const entry = (slug: string) => database().organisation.findUniqueOrThrow({ where: { slug } });
  const day = async (slug: string) => (await entry(slug)).updatedAt.toISOString().slice(0, 10);
  /** The day of the last change by staff, which midnight does not move. */
  const today = async () =>
    (await database().changeSet.findFirstOrThrow({ where: { action: "updated" }, orderBy: { id: "desc" } })).at.toISOString().slice(0, 10);
  const shown = async (slug: string) =>
    (await database().organisationSearch.findFirstOrThrow({ where: { organisation: { slug } } })).summary as Record<string, unknown>;
  const renamed = async (slug: string, from: string, to: string) => {
    copy = await copySeedFiles();
    await copy.replace(`${MAPPING}/organisations.csv`, `${slug},${from},`, `${slug},${to},`);
    return copy.folder;
  };

  beforeAll(async () => {
    await emptyDatabase();
    await load("2020-02-01");
    actor = await makeActor("admin");
  }, 120_000);

  it("is that of the release which says something else of it; that of the others stays", async () => {
    expect(await day(SLUG)).toBe("2020-02-01");
    await load("2020-06-07", await renamed(SLUG, "Direy Ben", "Direy-Ben"));
    expect([await day(SLUG), await day(OTHER)]).toEqual(["2020-06-07", "2020-02-01"]);
    expect(await shown(SLUG)).toMatchObject({ informationYear: 2022, correctedOn: null, updatedAt: "2020-06-07T00:00:00.000Z", verifiedAt: null });
    // An older release that takes it back is a change, but not one of before.
    await load("2020-02-01");
    expect(await day(SLUG)).toBe("2020-06-07");
  });

  it("is today once staff edited it, and no release of before moves it back", async () => {
    const { fields, version } = (await findEditable(actor, OTHER))!;
    expect(await saveOrganisation(actor, OTHER, organisationInput({ ...fields, founded_year: 1999 }, { version }))).toMatchObject({ changed: true });
    expect(await day(OTHER)).toBe(await today());
    expect(await shown(OTHER)).toMatchObject({ informationYear: 2022, correctedOn: await today() });
    await load("2020-06-07", await renamed(OTHER, "Enda Mali", "Enda Mali (new)"));
    expect((await entry(OTHER)).name).toBe("Enda Mali (new)");
    expect(await day(OTHER)).toBe(await today());
  });

  it("and what was undone is no correction", async () => {
    const { id } = await database().changeSet.findFirstOrThrow({ where: { action: "updated" }, orderBy: { id: "desc" } });
    expect(await undoChangeSet(actor, id)).toEqual({ ok: true, kept: [] });
    expect(await shown(OTHER)).toMatchObject({ informationYear: 2022, correctedOn: null });
  });

  it("of what staff adds is theirs, and no document's", async () => {
    const saved = await saveOrganisation(
      actor,
      null,
      organisationInput({ name: "Essai Nouvelle", visibility: "public" }, { provenance: { said_on: "2025-04-03" } }),
    );
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    await database().organisation.update({ where: { slug: saved.slug }, data: { publishedAt: new Date() } });
    const { fields, version } = (await findEditable(actor, saved.slug))!;
    await saveOrganisation(actor, saved.slug, organisationInput({ ...fields, founded_year: 1999 }, { version, provenance: { said_on: "2025-04-03" } }));
    expect(await shown(saved.slug)).toMatchObject({ informationYear: 2025, correctedOn: await today() });
  });
});
