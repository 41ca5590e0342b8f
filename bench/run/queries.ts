// What is asked, taken from the register itself: the same list for the site and for the baseline.
import type { Client } from "pg";
import { isStopWord, wordsOf } from "@/search/words";
import type { Queries } from "./kinds";

/** Distinct questions of each kind, at most. */
const WANTED = 240;

type Parameters = [name: string, value: string][];
type Sampled = { slug: string; name: string; facets: string[]; words: string[] };

const search = (parameters: Parameters) => (parameters.length > 0 ? `?${new URLSearchParams(parameters)}` : "");
const list = (parameters: Parameters) => `/api/v1/organisations${search(parameters)}`;

/** Public organisations in an order that is chance, but the same at every run. */
async function sample(client: Client, count: number): Promise<Sampled[]> {
  const { rows } = await client.query<Omit<Sampled, "words">>(
    `SELECT s."summary"->>'slug' AS slug, o."name", s."facets"
     FROM organisation_search s JOIN "Organisation" o ON o."id" = s."organisationId"
     WHERE s."facets" && ARRAY['kind:cso', 'kind:network'] ORDER BY md5(s."organisationId"::text) LIMIT $1`,
    [count],
  );
  return rows.map((row) => ({ ...row, words: wordsOf(row.name).filter((word) => word.length > 3 && !isStopWord(word)) }));
}

/** The words that most names have. */
function broadWords(organisations: readonly Sampled[]): string[] {
  const uses = new Map<string, number>();
  for (const { words } of organisations) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return [...uses]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 24)
    .map(([word]) => word);
}

/** A word with one letter replaced, never the first or the last. */
function mistyped(word: string, index: number): string {
  const at = 1 + (index % (word.length - 2));
  const wrong = "kxwzq".charAt(index % 5);
  return word.slice(0, at) + (word[at] === wrong ? "h" : wrong) + word.slice(at + 1);
}

/** Every filter that a light choice is possible in, beside a broad word: nearly all pass each of them. */
const LIGHT: Parameters = [
  ...["local_organisation", "national_ngo", "diaspora_organisation", "unknown"].map((value): [string, string] => ["typology", value]),
  ...["local_development", "youth_support", "women_rights", "unknown"].map((value): [string, string] => ["theme", value]),
  ...["local", "national", "unknown"].map((value): [string, string] => ["perimeter", value]),
  ...["formal", "unknown"].map((value): [string, string] => ["formality", value]),
  ...["declared", "approved", "unknown"].map((value): [string, string] => ["status", value]),
  ...["low", "medium", "unknown"].map((value): [string, string] => ["budget", value]),
  ...["ML", "SN", "CI"].map((value): [string, string] => ["country", value]),
  ["kind", "cso"],
  ["source", "registre-d-essai"],
];

const onPage = (page: number): Parameters => (page > 1 ? [["page", String(page)]] : []);
const pages = (words: readonly string[], count: number, parameters: Parameters) =>
  words.flatMap((word) => Array.from({ length: count }, (_, index) => list([["q", word], ...parameters, ...onPage(index + 1)])));

/** A word of an organisation's name with two things that are known of it; null when too little is. */
function textAndTwoFilters({ words, facets }: Sampled, index: number, slugOfZone: Map<string, string>): Parameters | null {
  const known = (group: string) =>
    facets.filter((facet) => facet.startsWith(`${group}:`) && !facet.endsWith(":unknown")).map((facet) => facet.slice(group.length + 1));
  const zones = known("zone").filter((code) => code !== "ML");
  const word = words[index % words.length];
  const zone = slugOfZone.get(zones[index % zones.length] ?? "");
  const second = ["theme", "typology", "status"].map((group) => [group, known(group)[0] ?? ""] as [string, string]).find(([, value]) => value);
  return word && zone && second ? [["q", word], ["zone", zone], second] : null;
}

/** Paths by kind of question, from a database with search rows. */
export async function prepareQueries(client: Client): Promise<Queries> {
  const organisations = await sample(client, 5000);
  const { rows: zones } = await client.query<{ code: string; slug: string }>('SELECT "code", "slug" FROM "Zone"');
  const slugOfZone = new Map(zones.map(({ code, slug }) => [code, slug]));
  const held = [...new Set(organisations.flatMap(({ facets }) => facets.filter((facet) => facet.startsWith("zone:") && facet !== "zone:unknown")))];
  const counted = await client.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM organisation_search WHERE "facets" && ARRAY['kind:cso', 'kind:network']`,
  );
  const total = counted.rows[0]!.total;

  const twoFilters = organisations
    .flatMap((organisation, index) => {
      const found = textAndTwoFilters(organisation, index, slugOfZone);
      return found ? [found] : [];
    })
    .slice(0, WANTED);
  const broad = broadWords(organisations);
  const long = [...new Set(organisations.flatMap(({ words }) => words.filter((word) => word.length > 5)))];
  const slugs = organisations.slice(0, WANTED).map(({ slug }) => slug);
  const zoneSlugs = held.slice(0, WANTED).flatMap((facet) => slugOfZone.get(facet.slice("zone:".length)) ?? []);
  const last = (pageSize: number, back: number) =>
    list([
      ["pageSize", String(pageSize)],
      ["page", String(Math.max(1, Math.ceil(total / pageSize) - back))],
    ]);

  return {
    text: twoFilters.map(list),
    broad: pages(broad, 10, []),
    plain: Array.from({ length: Math.min(WANTED, Math.floor(total / 20)) }, (_, index) => list(onPage(index + 1))),
    typo: long.slice(0, WANTED).map((word, index) => list([["q", mistyped(word, index)]])),
    facets: pages(broad, 10, LIGHT),
    zone: zoneSlugs.map((slug) => list([["zone", slug]])),
    last: Array.from({ length: 80 }, (_, index) => [0, 1, 2].map((back) => last(20 + index, back))).flat(),
    profile: organisations.map(({ slug }) => `/api/v1/organisations/${slug}`),
    suggestions: long.slice(-WANTED).map((word, index) => `/api/v1/suggestions${search([["q", word.slice(0, 2 + (index % 6))]])}`),
    listPage: twoFilters.map((parameters) => `/organisations${search(parameters)}`),
    profilePage: slugs.map((slug) => `/organisations/${slug}`),
    zonePage: zoneSlugs.map((slug) => `/zones/${slug}`),
  };
}
