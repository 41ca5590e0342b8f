import { describe, expect, it } from "vitest";
import { feedAddress, feedQuery } from "@/domain/feed";
import { parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { atomDocument, type Feed } from "@/features/open-data/atom-feed";
import { xmlText } from "@/lib/xml";

const FEED: Feed = {
  id: "https://x.example/api/v1/organisations.atom?q=a&zone=kayes",
  language: "fr",
  title: "Répertoire – Texte : a",
  author: "Répertoire",
  self: "https://x.example/api/v1/organisations.atom?q=a&zone=kayes",
  alternate: "https://x.example/organisations?q=a&zone=kayes",
  entries: [],
};
const entry = (name: string, updated: string) => ({
  id: `https://x.example/organisations/${name}`,
  title: name,
  updated,
  alternate: `https://x.example/organisations/${name}`,
  summary: "Zones : Kayes.",
});

function query(search: string) {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(search)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.query;
}

describe("a text in XML", () => {
  it("cannot open or close anything", () => {
    expect(xmlText(`</title><b a="1">&amp; l'Écho`)).toBe("&lt;/title&gt;&lt;b a=&quot;1&quot;&gt;&amp;amp; l&apos;Écho");
  });

  it("loses what XML 1.0 cannot hold, and nothing else", () => {
    expect(xmlText("a\u0000b\u0008c\u001bd\ufffee\ud800f\t\n")).toBe("abcdef\t\n");
    expect(xmlText("ߒߞߏ é 😀")).toBe("ߒߞߏ é 😀");
  });
});

describe("the document of a feed", () => {
  it("escapes every text and every address", () => {
    const hostile = `"><script>&\u0001`;
    const document = atomDocument({ ...FEED, title: hostile, author: hostile, entries: [{ ...entry(hostile, "2026-11-20T10:00:00.000Z"), summary: hostile }] });
    expect(document).not.toContain("<script>");
    expect(document).not.toContain("\u0001");
    expect(document).toContain('href="https://x.example/organisations?q=a&amp;zone=kayes"');
    expect(document.match(/&(?!amp;|lt;|gt;|quot;|apos;)/g)).toBeNull();
  });

  it("is as new as its newest entry, and has a date without any", () => {
    const entries = [entry("b", "2026-11-20T10:00:00.000Z"), entry("a", "2026-11-21T10:00:00.000Z")];
    expect(atomDocument({ ...FEED, entries })).toMatch(/<\/title>\n<updated>2026-11-21T10:00:00.000Z<\/updated>/);
    expect(atomDocument(FEED)).toContain("<updated>1970-01-01T00:00:00Z</updated>");
  });

  it("has what RFC 4287 requires of a feed and of an entry", () => {
    const document = atomDocument({ ...FEED, entries: [entry("a", "2026-11-21T10:00:00.000Z")] });
    for (const part of ["<id>", "<title>", "<updated>", "<author><name>", 'rel="self"', 'rel="alternate"'])
      expect(document.split("<entry>")[0]).toContain(part);
    for (const part of ["<id>", "<title>", "<updated>", 'rel="alternate"', "<summary>"]) expect(document.split("<entry>")[1]).toContain(part);
  });
});

describe("the feed of a query", () => {
  it("has one address for every order and page of it", () => {
    const plain = feedAddress(query("q=femmes&theme=-youth_support&zone=kayes"));
    expect(plain).toBe("/api/v1/organisations.atom?q=femmes&theme=-youth_support&zone=kayes");
    expect(feedAddress(query("zone=kayes&theme=-youth_support&q=femmes&sort=members&page=3&pageSize=50"))).toBe(plain);
    expect(feedAddress(query(""))).toBe("/api/v1/organisations.atom");
  });

  it("asks for the latest changes, whatever the reader's order", () => {
    expect(feedQuery(query("q=femmes&sort=name&page=2"))).toMatchObject({ q: "femmes", sort: "updated", page: 1, pageSize: 50 });
  });
});
