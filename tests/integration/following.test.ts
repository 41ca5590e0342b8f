import { beforeAll, describe, expect, it, vi } from "vitest";
import { publishChange } from "@/data/change/project";
import { database } from "@/data/client";
import { atomAnswer } from "@/features/open-data/atom";
import { listAnswer } from "@/features/open-data/list";
import { suggestionsAnswer } from "@/features/open-data/suggestions";
import { loadCartography } from "../support/cartography";
import { makeActor, makeSource } from "../support/factories";
import { say } from "../support/statements";

const site = vi.hoisted(() => ({ origin: "" }));
vi.mock("@/lib/http/origin", () => ({ publicOrigin: () => site.origin }));

const get = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://annuaire.example${path}`, { headers: { host: "annuaire.example", ...headers } });
const feed = async (search: string, headers = {}) => (await atomAnswer(get(`/api/v1/organisations.atom${search}`, headers))).text();

beforeAll(loadCartography, 60_000);

describe("GET /api/v1/organisations.atom", () => {
  it("gives the 50 latest changes, the newest first", async () => {
    const db = database();
    const { id } = await db.organisation.update({ where: { slug: "ramdel" }, data: { updatedAt: new Date("2030-01-02T03:04:05Z") } });
    const { id: sourceId } = await makeSource();
    const name = { organisationId: id, field: "name", text: "Réseau & <Frères>\u0007", sourceId, saidOn: "2024-03-15" } as const;
    await say(db, [name], { actor: await makeActor() });
    await publishChange(db, [id], [id]);
    const document = await feed("");
    expect(document.match(/<entry>/g)).toHaveLength(50);
    expect(document.indexOf('href="/organisations/ramdel"')).toBeLessThan(document.indexOf("</entry>"));
    expect(document).toContain("<title>Réseau &amp; &lt;Frères&gt; (RAMDEL)</title><updated>2030-01-02T03:04:05.000Z</updated>");
    expect(document.match(/<id>urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}<\/id>/g)).toHaveLength(51);
    expect(document).toContain('<link rel="self" type="application/atom+xml" href="/api/v1/organisations.atom"/>');
    expect(document).not.toContain("annuaire.example");
    expect(document.split("<entry>")[0]).toContain("<updated>2030-01-02T03:04:05.000Z</updated>");
  });

  it("keeps its names when the site is given an address, and in every language", async () => {
    const idsOf = (document: string) => document.match(/<id>[^<]+<\/id>/g);
    const before = idsOf(await feed("?zone=kayes"));
    site.origin = "https://annuaire.example.org";
    const document = await feed("?zone=kayes", { "accept-language": "en" });
    site.origin = "";
    expect(document).toContain('href="https://annuaire.example.org/en/organisations/');
    expect(idsOf(document)).toEqual(before);
    expect(new Set(before).size).toBe(before!.length);
  });

  it("says what is searched for, in the reader's language", async () => {
    expect(await feed("?zone=ML-1&theme=-youth_support")).toMatch(
      /<title>Répertoire .* – Thème\s: sauf Accompagnement de jeunes · Zone d’intervention\s: Kayes<\/title>/,
    );
    expect(await feed("?zone=kayes", { "accept-language": "en" })).toMatch(/<title>Directory .* – Zone of intervention: Kayes<\/title>/);
  });

  it("is a feed when nothing is found, and refuses what the list refuses", async () => {
    expect(await feed("?q=xyzzyqq")).toContain("</feed>");
    const refused = await atomAnswer(get("/api/v1/organisations.atom?zone=-atlantide"));
    expect(refused.status).toBe(400);
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    for (const ignored of ["sort=name", "page=2", "pageSize=5"])
      expect((await atomAnswer(get(`/api/v1/organisations.atom?${ignored}`))).status, ignored).toBe(400);
  });
});

describe("GET /api/v1/suggestions", () => {
  const suggested = async (q: string) => (await suggestionsAnswer(get(`/api/v1/suggestions?q=${encodeURIComponent(q)}`))).json();

  it("gives organisations, zones and themes that a beginning may become", async () => {
    expect((await suggested("aracem")).organisations[0]).toMatchObject({ slug: "aracem", acronym: "ARACEM" });
    expect((await suggested("kay")).zones[0]).toMatchObject({ slug: "kayes", name: "Kayes", count: expect.any(Number) });
    expect((await suggested("enfan")).themes[0]).toMatchObject({ code: "child_rights", label: "Droit et protection des enfants" });
  });

  it("gives nothing before the second letter", async () => {
    for (const q of ["", "a", " é "]) expect(await suggested(q)).toEqual({ organisations: [], zones: [], themes: [], entities: [] });
  });

  it("never weighs more than 2 kB", async () => {
    for (const q of ["as", "de", "co", "ma", "mig", "association", "droits des"]) {
      const answer = await suggestionsAnswer(get(`/api/v1/suggestions?q=${encodeURIComponent(q)}`));
      expect((await answer.arrayBuffer()).byteLength, q).toBeLessThanOrEqual(2048);
    }
  });

  it("refuses what is too long and what it does not know", async () => {
    expect((await suggestionsAnswer(get(`/api/v1/suggestions?q=${"a".repeat(201)}`))).status).toBe(400);
    expect((await suggestionsAnswer(get("/api/v1/suggestions?q=kayes&theme=x"))).status).toBe(400);
    expect((await suggestionsAnswer(get("/api/v1/suggestions?q=kayes&q=gao"))).status).toBe(400);
  });
});

describe("what the list says of a search", () => {
  it("names what found each organisation when there is a text, and only then", async () => {
    const items = async (search: string) => (await (await listAnswer(get(`/api/v1/organisations?${search}`))).json()).items;
    expect((await items("q=Endamm"))[0].match).toContainEqual({ field: "alias", text: "Endamm Diombougou", marks: [[0, 6]] });
    expect((await items("q=femmes+bamako"))[0].match).toContainEqual({ field: "theme", value: "women_rights", label: "Droit et protection des femmes" });
    expect((await items("zone=kayes"))[0]).not.toHaveProperty("match");
  });
});
