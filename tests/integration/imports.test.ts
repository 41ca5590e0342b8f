import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { planAgain } from "@/data/batch/plan";
import { decideRows } from "@/data/batch/staging";
import { keptEntries, undoBatch } from "@/data/batch/undo";
import { database } from "@/data/client";
import { register } from "@/instrumentation";
import { cellWords } from "@/features/import/words";
import { editingFromNothing } from "../support/editing";
import { preview, write } from "../support/imports";

const { made, create, current, change, searchRow } = editingFromNothing();
const actor = () => made.actor;
const csv = (...lines: string[]) => `${lines.join("\r\n")}\r\n`;
const fixture = (name: string) => readFile(new URL(`../fixtures/imports/${name}`, import.meta.url));
const THEME = "Droit et protection des femmes";

describe("a file of entries", () => {
  it("is shown whole before anything is written, then written as one set with a line in each history", async () => {
    const known = await create({ name: "Essai Connue", acronym: "ECO", themes: ["women_rights"], member_count: "12" });
    const { slug, code, name } = made.zones.region;
    const file = csv(
      "Nom;Sigle;Thèmes;Zones;Nombre de membres;Téléphone;Slug",
      `Essai Nouvelle;ENO;${THEME};${name};34;20 24 11 22;`,
      `Essai Connue;ECO;${THEME};${slug};15;;${known}`,
      `Essai Fausse;;Thème inconnu;Nulle part;beaucoup;abc;`,
    );
    const { id, counts, rows } = await preview(actor(), "essai.csv", file);
    expect(await counts()).toMatchObject({ new: 1, changed: 1, rejected: 1 });
    expect((await rows("rejected"))[0]!.plan!.problems.map(({ column, reason }) => `${column} ${reason}`)).toEqual([
      "Thèmes unknown_value",
      "Nombre de membres not_a_number",
      "Zones unknown_zone",
      "Téléphone invalid_phone",
    ]);
    expect((await rows("changed"))[0]!.plan!.changes).toEqual([
      { field: "zones", before: [], after: [code] },
      { field: "member_count", before: 12, after: 15 },
    ]);
    expect(await database().organisation.count({ where: { name: "Essai Nouvelle" } })).toBe(0);

    expect(await write(actor(), id)).toMatchObject({ state: "written", failure: null });
    const { fields, publishedAt } = await current("essai-nouvelle");
    expect(fields).toMatchObject({ acronym: "ENO", themes: ["women_rights"], zones: [code], member_count: 34 });
    expect(publishedAt).not.toBeNull();
    expect(await searchRow("essai-nouvelle")).toBeDefined();
    expect((await current(known)).fields).toMatchObject({ member_count: 15, acronym: "ECO" });
    for (const one of ["essai-nouvelle", known]) {
      const [last] = (await historyOf(actor(), one, 1))!.entries;
      expect(last).toMatchObject({ action: "imported", who: actor().name, note: "essai.csv – Essai" });
    }
  });

  it("takes nothing away by an empty cell, unless asked", async () => {
    const slug = await create({ name: "Essai Vide", acronym: "EVI", themes: ["women_rights"] });
    const file = csv("Slug;Sigle;Thèmes", `${slug};;`);
    expect(await (await preview(actor(), "vide.csv", file)).counts()).toMatchObject({ unchanged: 1 });
    const { id } = await preview(actor(), "vide.csv", file, { erase: "true" });
    await write(actor(), id);
    expect((await current(slug)).fields).toMatchObject({ name: "Essai Vide", acronym: null, themes: [] });
  });

  it("asks a person about a row that resembles an entry, by name, acronym, telephone or mail", async () => {
    const slug = await create({ name: "Essai Jumelle", acronym: "EJU", contacts: [{ channel: "phone", raw: "20 24 11 55", state: "ok" }] });
    const file = csv("Nom;Téléphone", "Essai jumelle;", "Essai Autre nom;00223 20 24 11 55", "Essai jumelle;");
    const { id, counts, rows } = await preview(actor(), "doublons.csv", file);
    expect((await rows("duplicate")).map(({ plan }) => plan!.candidates.map((one) => ("slug" in one ? [one.slug, ...one.why] : [one.line])))).toEqual([
      [[slug, "name"]],
      [[slug, "phone"]],
      [[slug, "name"], [2]],
    ]);
    const [first, second, third] = (await rows("duplicate")).map(({ line }) => line);
    const decide = async (line: number, decision: string) => {
      await decideRows(actor(), id, [{ line, decision, taken: [] }]);
      await planAgain(actor(), id, cellWords(), [line]);
    };
    await decide(first!, slug);
    await decide(second!, "new");
    await decide(third!, "skip");
    // The name differs by its capital.
    expect(await counts()).toMatchObject({ changed: 1, new: 1, skipped: 1, duplicate: 0 });
    await write(actor(), id);
    expect((await current(slug)).fields.name).toBe("Essai jumelle");
    expect(await database().organisation.count({ where: { nameKey: "essai jumelle" } })).toBe(1);
    expect((await current("essai-autre-nom")).fields.name).toBe("Essai Autre nom");
  });

  it("refuses two rows about one entry, a name of two places, and what is no entry", async () => {
    const slug = await create({ name: "Essai Deux fois" });
    const { region, country } = made.zones;
    await database().zoneName.createMany({ data: [region, country].map(({ id }) => ({ zoneId: id, name: "Essai Commun", key: "essai commun" })) });
    const other = await database().zone.create({
      data: {
        code: "ZZ-9",
        slug: "essai-ailleurs",
        name: "Essai Ailleurs",
        level: "region",
        path: "ZZ-9/",
        names: { create: { name: "Essai Commun", key: "essai commun" } },
      },
    });
    const file = csv("Slug;Nom;Zones", `${slug};Essai Deux fois;`, `${slug};Essai Deux;`, "aucune-fiche;Essai;", ";Essai Lieu;Essai Commun");
    const { rows } = await preview(actor(), "refus.csv", file);
    expect((await rows("rejected")).map(({ line, plan }) => [line, ...plan!.problems.map(({ reason, choices }) => [reason, choices?.length])])).toEqual([
      [3, ["same_entry", undefined]],
      [4, ["unknown_entry", undefined]],
      [5, ["ambiguous_zone", 3]],
    ]);
    await database().zone.delete({ where: { id: other.id } });
  });
});

describe("the same file again", () => {
  const source = { source: null, title: "Essai d’enquête" };
  const kobo = async (find = "", replace = "") => (await fixture("kobo.csv")).toString("utf8").replace(find, replace);
  const bySource = async () => ({ source: (await database().source.findFirstOrThrow({ where: { title: "Essai d’enquête" } })).slug, title: "" });
  let first: number;

  beforeAll(async () => {
    const { id, counts, mapping } = await preview(actor(), "kobo.csv", await kobo(), source);
    expect(mapping).toEqual([
      ...[
        "",
        "",
        "name",
        "acronym",
        "",
        "themes=women_rights",
        "themes=youth_support",
        "themes=local_development",
        "zones",
        "contacts:phone",
        "contacts:phone",
      ],
      ...["member_count", "", "key", "", ""],
    ]);
    expect(await counts()).toMatchObject({ new: 2, rejected: 1 });
    expect(await write(actor(), id)).toMatchObject({ state: "written" });
    first = id;
  });

  it("is an export of a survey, whose columns with split choices and two telephones are read", async () => {
    const { fields } = await current("essai-femmes-du-fleuve");
    expect(fields.themes).toEqual(["women_rights", "local_development"]);
    expect(fields.contacts.map(({ raw }) => raw)).toEqual(["20 24 11 33", "+223 66 00 00 01"]);
  });

  it("makes no double: its keys are remembered, be the name another", async () => {
    expect(await (await preview(actor(), "kobo.csv", await kobo(), await bySource())).counts()).toMatchObject({ unchanged: 2, new: 0, rejected: 1 });
    const corrected = await preview(actor(), "kobo.csv", await kobo("Essai Jeunes de la colline", "Essai Jeunes des collines"), await bySource());
    expect((await corrected.rows("changed")).map(({ slug, plan }) => [slug, plan!.changes.map(({ field }) => field)])).toEqual([
      ["essai-jeunes-de-la-colline", ["name", "alias"]],
    ]);
  });

  it("leaves what staff changed by hand since, unless a person takes the value of the file", async () => {
    const slug = "essai-femmes-du-fleuve";
    await change(slug, { acronym: "EFDF" });
    const { id, rows } = await preview(actor(), "kobo.csv", await kobo("20 24 11 33", "20 24 11 66"), await bySource());
    const [row] = await rows("changed");
    expect(row!.plan!.changes.map(({ field }) => field)).toEqual(["acronym", "contacts"]);
    expect(row!.plan!.conflicts).toEqual(["acronym"]);
    await write(actor(), id);
    expect((await current(slug)).fields.acronym).toBe("EFDF");
    expect((await current(slug)).fields.contacts[0]!.raw).toBe("+223 66 00 00 01");
    const again = await preview(actor(), "kobo.csv", await kobo("41", "42").then((text) => text.replace("1001", "1001")), await bySource());
    const [asked] = await again.rows("changed");
    await decideRows(actor(), again.id, [{ line: asked!.line, decision: null, taken: ["acronym"] }]);
    await write(actor(), again.id);
    expect((await current(slug)).fields.acronym).toBe("EFF");
  });

  it("is undone whole but for what was changed since, which is told", async () => {
    await change("essai-jeunes-de-la-colline", { member_count: "13" });
    const { id } = await preview(actor(), "kobo.csv", await kobo('"EJC"', '"EJDC"'), await bySource());
    await write(actor(), id);
    expect((await current("essai-jeunes-de-la-colline")).fields.acronym).toBe("EJDC");
    expect(await undoBatch(actor(), id)).toEqual({ ok: true });
    expect((await current("essai-jeunes-de-la-colline")).fields).toMatchObject({ acronym: "EJC", member_count: 13 });

    expect(await undoBatch(actor(), first)).toEqual({ ok: false, reason: "later_changes" });
  });

  it("hides the new entries of what is undone, and the corrected file shows them again", async () => {
    const file = (acronym: string) => csv("_uuid;Nom;Sigle", `k-1;Essai Annulée;${acronym}`, "k-2;Essai Gardée;EGA");
    const { id } = await preview(actor(), "annulee.csv", file("EAN"), await bySource());
    await write(actor(), id);
    await change("essai-gardee", { acronym: "EGAR" });
    expect(await undoBatch(actor(), id)).toEqual({ ok: true });
    expect((await current("essai-annulee")).publishedAt).toBeNull();
    expect(await searchRow("essai-annulee")).toBeUndefined();
    expect((await current("essai-gardee")).publishedAt).not.toBeNull();
    const { changeSetId } = await database().importBatch.findUniqueOrThrow({ where: { id } });
    expect((await keptEntries(actor(), changeSetId!)).entries.map(({ slug }) => slug)).toEqual(["essai-gardee"]);

    const again = await preview(actor(), "annulee.csv", file("EANN"), await bySource());
    expect(await again.counts()).toMatchObject({ new: 0, changed: 2 });
    await write(actor(), again.id);
    expect(await current("essai-annulee")).toMatchObject({ publishedAt: expect.any(Date), fields: { acronym: "EANN" } });
  });
});

describe("what happens meanwhile", () => {
  it("refuses the whole when an entry changed after the preview, and writes nothing", async () => {
    const slug = await create({ name: "Essai Bougée" });
    const { id } = await preview(actor(), "bouge.csv", csv("Slug;Nom;Sigle", `${slug};Essai Bougée;EBO`, ";Essai Avec elle;EAE"));
    await change(slug, { acronym: "EBG" });
    expect(await write(actor(), id)).toMatchObject({ state: "ready", failure: { reason: "moved", count: 1, names: ["Essai Bougée"] } });
    expect(await database().organisation.count({ where: { name: "Essai Avec elle" } })).toBe(0);
  });

  it("tells of a work that died, and lets it be run again", async () => {
    const { id, batch } = await preview(actor(), "mort.csv", csv("Nom", "Essai Reprise"));
    await database().$executeRaw`UPDATE "ImportBatch" SET "state" = 'writing', "beatAt" = now() - interval '1 minute' WHERE "id" = ${id}`;
    expect(await batch()).toMatchObject({ state: "writing", stopped: true });
    expect(await write(actor(), id)).toMatchObject({ state: "written" });
  });

  it("removes the rows of old files, and keeps what they wrote", async () => {
    const { id, batch } = await preview(actor(), "vieux.csv", csv("Nom", "Essai Vieux"));
    await write(actor(), id);
    await database().$executeRaw`UPDATE "ImportBatch" SET "createdAt" = now() - interval '15 days' WHERE "id" = ${id}`;
    const young = await preview(actor(), "neuf.csv", csv("Nom", "Essai Neuf"));
    // What a site does when it starts.
    await register();
    const rowsOf = (batchId: number) => database().importRow.count({ where: { batchId } });
    await expect.poll(() => rowsOf(id)).toBe(0);
    expect(await batch()).toMatchObject({ state: "written", emptiedAt: expect.any(Date) });
    expect(await rowsOf(young.id)).toBe(1);
    expect((await current("essai-vieux")).fields.name).toBe("Essai Vieux");
  });
});
