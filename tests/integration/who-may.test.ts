import { act, readRoute } from "../support/routes";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { sealSession, sessionCookie } from "@/auth/options";
import { database } from "@/data/client";
import { findEditable, referenceNames } from "@/data/editing/edit-form";
import { saveOrganisation } from "@/data/editing/save";
import { openSession } from "@/data/session/sessions";
import { saveRights } from "@/data/user/rights";
import type { Actor } from "@/domain/actor";
import { RIGHTS, type Right } from "@/domain/rights";
import { VISIBILITIES, type UserRole, type Visibility } from "@/domain/vocabularies";
import { accountsAction } from "@/features/accounts/actions";
import { NOTHING_DONE } from "@/features/accounts/state";
import { eraseAction, publicationAction, saveAction } from "@/features/editor/actions";
import { firstState } from "@/features/editor/answer";
import { valuesOfNewOrganisation, valuesOfOrganisation } from "@/features/editor/kept-values";
import { refuseAction } from "@/features/proposals/actions";
import { sendDraft } from "@/features/proposals/draft-page";
import { saveSourceAction } from "@/features/source-editor/actions";
import { addTermAction, mergeTermAction, removeTermAction, renameTermAction, undoMergeAction } from "@/features/vocabularies/actions";
import { addZoneAction, mergeZoneAction, removeZoneAction, renameZoneAction, undoZoneMergeAction } from "@/features/vocabularies/place-actions";
import { emptyDatabase } from "../support/cartography";
import { makeAccount, makeActor, makeSource, makeZones, organisationInput } from "../support/factories";
import { whoMayTables } from "../support/who-may";

const PLACES = ["inside", "outside", "given"] as const;
type Place = (typeof PLACES)[number];
type Entry = { slug: string; place: Place; visibility: Visibility };
const COLUMNS = ["admin", "editor", "zone editor", "contributor", "reader"] as const;
type Column = (typeof COLUMNS)[number];
type Person = { column: Column; cookie: string; seesConfidential: boolean };

let admin: Actor;
let entries: Entry[];
let people: Person[];
let zoneOf: Record<"inside" | "outside", string>;
let source: string;
let other: number;
let count = 0;

beforeAll(async () => {
  await emptyDatabase();
  admin = await makeActor("admin");
  source = (await makeSource()).slug;
  other = (await makeAccount({ role: "reader" })).id;
  const [here, elsewhere] = [await makeZones(), await makeZones()];
  const inside = await database().zone.create({
    data: { code: "ZZ-IN", slug: "essai-dedans", name: "Essai Dedans", level: "cercle", parentId: here.region.id, path: `${here.region.path}ZZ-IN/` },
  });
  zoneOf = { inside: inside.code, outside: elsewhere.region.code };
  entries = [];
  for (const place of PLACES)
    for (const visibility of VISIBILITIES) {
      const zone = place === "inside" ? zoneOf.inside : zoneOf.outside;
      const saved = await saveOrganisation(admin, null, organisationInput({ name: `Essai ${place} ${visibility}`, visibility, zones: [zone] }));
      if (!saved.ok) throw new Error(JSON.stringify(saved));
      entries.push({ slug: saved.slug, place, visibility });
    }
  const given = entries.filter(({ place }) => place === "given").map(({ slug }) => slug);
  people = [];
  for (const column of COLUMNS)
    for (const seesConfidential of [false, true]) {
      const account = await makeAccount();
      const zones = column === "zone editor" ? [here.region.code] : [];
      const role: UserRole = column === "zone editor" ? "editor" : column;
      expect(await saveRights(admin, account.id, { role, zones, entries: given })).toMatchObject({ ok: true });
      await database().user.update({ where: { id: account.id }, data: { seesConfidential } });
      people.push({ column, seesConfidential, cookie: `${sessionCookie(false).name}=${await sealSession(await openSession(account.id), account)}` });
    }
}, 60_000);

const form = (values: Record<string, string | string[]>): FormData => {
  const data = new FormData();
  for (const [name, all] of Object.entries(values)) for (const value of [all].flat()) data.append(name, value);
  return data;
};

/** Tries to do something to an entry by what the pages call. @returns whether it was done */
const TRIES: Partial<Record<Right, (cookie: string, entry: Entry) => Promise<boolean>>> = {
  async read(cookie, { slug }) {
    const pages = [`/fr/admin/organisations/${slug}`, `/fr/admin/organisations/${slug}/historique`];
    const routes = ["/[locale]/admin/organisations/[slug]", "/[locale]/admin/organisations/[slug]/historique"];
    const texts = await Promise.all(routes.map((route, index) => readRoute(route, pages[index]!, cookie)));
    const shown = texts.map((text) => !text.startsWith("NEXT_"));
    expect(new Set(shown).size).toBe(1);
    return shown[0]!;
  },
  async edit(cookie, { slug }) {
    const entry = (await findEditable(admin, slug))!;
    const values = {
      ...valuesOfOrganisation(entry, await referenceNames(admin, [entry.fields]), new Date()),
      basis: ["verified"],
      acronym: [`E${(count += 1)}`],
    };
    return String(await act(cookie, () => saveAction("fr", slug, firstState({}), form(values as Record<string, string[]>)))).includes("fait=enregistree");
  },
  async create(cookie, { place, visibility }) {
    const zones = [place === "inside" ? zoneOf.inside : zoneOf.outside];
    const values = { ...valuesOfNewOrganisation(new Date()), basis: ["verified"], name: [`Essai nouveau ${(count += 1)}`], visibility: [visibility], zones };
    return String(await act(cookie, () => saveAction("fr", null, firstState({}), form(values as Record<string, string[]>)))).includes("fait=creee");
  },
  async publish(cookie, { slug }) {
    return String(await act(cookie, () => publicationAction("fr", slug, form({ action: "publish" })))).includes("fait=publiee");
  },
  async propose(cookie, { slug }) {
    const typed = new URLSearchParams({ message: "Essai.", how: "J’y étais." });
    return JSON.stringify((await act(cookie, () => sendDraft("fr", { fiche: [slug], partie: ["said"] }, typed))) ?? "").includes("fait=envoyee");
  },
  async decide(cookie, { slug }) {
    const { id } = await database().organisation.findUniqueOrThrow({ where: { slug } });
    const asked = { organisationId: id, fields: {}, before: {}, message: "Essai.", speaker: "other", how: "Essai.", language: "fr", accepted: [] };
    const proposal = await database().proposal.create({ data: { ...asked, tokenDigest: `essai-${(count += 1)}` } });
    return String(await act(cookie, () => refuseAction("fr", proposal.id, form({ reason: "Essai." })))).includes("fait=refusee");
  },
  async erase(cookie, { slug }) {
    return String(await act(cookie, () => eraseAction("fr", slug, form({ champ: "acronym", certain: "oui" })))).includes("?fait=");
  },
};

/** What is about no entry. */
const OTHER_TRIES: Partial<Record<Right, (cookie: string) => Promise<boolean>>> = {
  async others(cookie) {
    const url = `https://essai.example/${(count += 1)}`;
    const { url: before } = await database().source.findUniqueOrThrow({ where: { slug: source } });
    const opened = { serial: 0, typed: {}, seen: {}, errors: {}, notice: null };
    return String(await act(cookie, () => saveSourceAction("fr", source, opened, form({ url, seen: JSON.stringify({ url: before ?? "" }) })))).includes(
      "fait=enregistree",
    );
  },
  async vocabularies(cookie) {
    const number = (count += 1);
    const term = await database().localTerm.create({ data: { vocabulary: "theme", code: `x_essai_${number}`, fr: `Essai ${number}`, en: `Trial ${number}` } });
    const before = { serial: 0, typed: {}, errors: {}, notice: null };
    const around = await database().zone.findUniqueOrThrow({ where: { code: zoneOf.inside } });
    const { id: sourceId } = await database().source.findFirstOrThrow();
    const place = async (part: string) => {
      const code = `${around.code}-x-${part}-${number}`;
      const own = { code, slug: `x-${part}-${number}`, name: `Essai ${part} ${number}`, path: `${around.path}${code}/` };
      return (await database().zone.create({ data: { ...own, level: "locality", parentId: around.id, local: true, sourceId } })).slug;
    };
    const [mergedPlace, keptPlace, removedPlace] = [await place("a"), await place("b"), await place("c")];
    const [merged, removed] = [term.code, `x_reste_${number}`];
    await database().localTerm.create({ data: { vocabulary: "theme", code: removed, fr: `Reste ${number}`, en: `Rest ${number}` } });
    const answers = [
      await act(cookie, () => addTermAction("fr", before, form({ vocabulary: "need", fr: `Besoin ${number}`, en: `Need ${number}` }))),
      await act(cookie, () => renameTermAction("fr", "theme", merged, before, form({ fr: `Autre ${number}`, en: `Other ${number}` }))),
      await act(cookie, () => mergeTermAction("fr", "theme", merged, before, form({ into: removed }))),
      await act(cookie, () => undoMergeAction("fr", "theme", merged)),
      await act(cookie, () => removeTermAction("fr", "theme", removed)),
      await act(cookie, () =>
        addZoneAction("fr", before, form({ name: `Lieu ${number}`, level: "locality", inside: around.slug, source: "correction-consortium" })),
      ),
      await act(cookie, () => renameZoneAction("fr", mergedPlace, before, form({ name: `Essai autre ${number}` }))),
      await act(cookie, () => mergeZoneAction("fr", mergedPlace, before, form({ into: keptPlace }))),
      await act(cookie, () => undoZoneMergeAction("fr", mergedPlace)),
      await act(cookie, () => removeZoneAction("fr", removedPlace)),
    ].map((answer) => /fait=(lieu-)?(ajoute|enregistre|fusionne|defaite|retire)/.test(String(answer)));
    const page = await readRoute("/[locale]/admin/vocabulaires", "/fr/admin/vocabulaires", cookie);
    const all = [...answers, page.includes(removed) || page.includes(`Besoin ${number}`)];
    expect(new Set(all).size, JSON.stringify(all)).toBe(1);
    return all[0]!;
  },
  async accounts(cookie) {
    const verb = (count += 1) % 2 === 0 ? "grant" : "ungrant";
    const answer = await act(cookie, () => accountsAction("fr", NOTHING_DONE, form({ action: `${verb} ${other}` })));
    return typeof answer !== "string" && answer.done !== null;
  },
};

const roleOf = (column: Column): UserRole => (column === "zone editor" ? "editor" : column);

function reaches(right: Right, column: Column, place: Place | null): boolean {
  const reach = RIGHTS[right][roleOf(column)];
  if (reach === "all") return true;
  if (reach === "zones") return column !== "zone editor" || place === "inside" || (place === "given" && right !== "create");
  return reach === "given" && place === "given";
}

it("every right is tried", () => {
  expect([...Object.keys(TRIES), ...Object.keys(OTHER_TRIES)].sort()).toEqual(Object.keys(RIGHTS).sort());
});

it("the README says the same", () => {
  expect(readFileSync("README.md", "utf8")).toContain(whoMayTables());
});

describe.each(Object.entries(TRIES))("to %s", (right, attempt) => {
  it.each(COLUMNS)(
    "is for %s as the table says, by zone, by single entry and by visibility",
    async (column) => {
      for (const { cookie, seesConfidential } of people.filter((person) => person.column === column))
        for (const entry of entries) {
          const sees = entry.visibility !== "confidential" || column === "admin" || seesConfidential;
          const what = `${right} ${entry.place} ${entry.visibility} ${seesConfidential ? "with the confidential" : ""}`;
          expect(await attempt(cookie, entry), what).toBe(sees && reaches(right as Right, column, entry.place));
        }
    },
    60_000,
  );
});

describe.each(Object.entries(OTHER_TRIES))("to change %s", (right, attempt) => {
  it.each(COLUMNS)("is for %s as the table says", async (column) => {
    for (const { cookie } of people.filter((person) => person.column === column)) expect(await attempt(cookie)).toBe(reaches(right as Right, column, null));
  });
});

it("a restricted value is read by those who may see its visibility", async () => {
  const restricted = [
    { field: "note", visibility: "consortium", text: "Essai pour le consortium" },
    { field: "note", visibility: "confidential", text: "Essai sous clé" },
  ];
  const saved = await saveOrganisation(admin, null, organisationInput({ name: "Essai à valeurs réservées", zones: [zoneOf.outside] }, { restricted }));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  for (const { column, cookie, seesConfidential } of people) {
    const page = await readRoute("/[locale]/admin/organisations/[slug]", `/fr/admin/organisations/${saved.slug}`, cookie);
    expect(page.includes("Essai pour le consortium"), column).toBe(true);
    expect(page.includes("Essai sous clé"), column).toBe(column === "admin" || seesConfidential);
  }
});

it("who may not change an entry is shown no control that would be refused, and told why", async () => {
  const slug = entries.find(({ place, visibility }) => place === "outside" && visibility === "public")!.slug;
  const pageFor = (column: Column) =>
    readRoute("/[locale]/admin/organisations/[slug]", `/fr/admin/organisations/${slug}`, people.find((person) => person.column === column)!.cookie);
  for (const [column, why] of [
    ["zone editor", "Aucune zone de cette organisation"],
    ["contributor", "propose des changements"],
    ["reader", "permet de lire"],
  ] as const) {
    const page = await pageFor(column);
    expect(page).toContain(why);
    expect(page, column).not.toMatch(/<textarea|<select|Publier|Archiver|Noter la vérification/);
    expect(page.includes("/admin/proposer?fiche="), column).toBe(column !== "reader");
  }
  expect(await pageFor("editor")).toContain("Archiver");
});
