// What is asked, taken from the register itself: the same list for the site and for the floor.
import { isStopWord, wordsOf } from "../../src/search/words.ts";

/** Distinct questions of each kind, at most. */
const WANTED = 240;

const search = (parameters) => (parameters.length > 0 ? `?${new URLSearchParams(parameters)}` : "");
const list = (parameters) => `/api/v1/organisations${search(parameters)}`;

/** Public organisations in an order that is chance, but the same at every run. */
async function sample(client, count) {
  const { rows } = await client.query(
    `SELECT s."summary"->>'slug' AS slug, o."name", s."facets"
     FROM organisation_search s JOIN "Organisation" o ON o."id" = s."organisationId"
     WHERE s."facets" && ARRAY['kind:cso', 'kind:network'] ORDER BY md5(s."organisationId"::text) LIMIT $1`,
    [count],
  );
  return rows.map((row) => ({ ...row, words: wordsOf(row.name).filter((word) => word.length > 3 && !isStopWord(word)) }));
}

/** The words that most names have. */
function broadWords(organisations) {
  const uses = new Map();
  for (const { words } of organisations) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return [...uses]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 24)
    .map(([word]) => word);
}

/** A word with one letter replaced, never the first or the last. */
function mistyped(word, index) {
  const at = 1 + (index % (word.length - 2));
  const wrong = "kxwzq"[index % 5];
  return word.slice(0, at) + (word[at] === wrong ? "h" : wrong) + word.slice(at + 1);
}

/** Every filter that a light choice is possible in, beside a broad word: nearly all pass each of them. */
const LIGHT = [
  ...["local_organisation", "national_ngo", "diaspora_organisation", "unknown"].map((value) => ["typology", value]),
  ...["local_development", "youth_support", "women_rights", "unknown"].map((value) => ["theme", value]),
  ...["local", "national", "unknown"].map((value) => ["perimeter", value]),
  ...["formal", "unknown"].map((value) => ["formality", value]),
  ...["declared", "approved", "unknown"].map((value) => ["status", value]),
  ...["low", "medium", "unknown"].map((value) => ["budget", value]),
  ...["ML", "SN", "CI"].map((value) => ["country", value]),
  ["kind", "cso"],
  ["source", "registre-d-essai"],
];

const pages = (words, count, parameters) =>
  words.flatMap((word) => Array.from({ length: count }, (_, index) => list([["q", word], ...parameters, ...(index > 0 ? [["page", String(index + 1)]] : [])])));

/** A word of an organisation's name with two things that are known of it; null when too little is. */
function textAndTwoFilters({ words, facets }, index, slugOfZone) {
  const known = (group) => facets.filter((facet) => facet.startsWith(`${group}:`) && !facet.endsWith(":unknown")).map((facet) => facet.slice(group.length + 1));
  const zones = known("zone").filter((code) => code !== "ML");
  const second = ["theme", "typology", "status"].map((group) => [group, known(group)[0]]).find(([, value]) => value);
  if (words.length === 0 || zones.length === 0 || !second) return null;
  return [["q", words[index % words.length]], ["zone", slugOfZone.get(zones[index % zones.length])], second];
}

/**
 * @param {import("pg").ClientBase} client on a database with search rows
 * @returns {Promise<Record<string, string[]>>} paths by kind of question
 */
export async function prepareQueries(client) {
  const organisations = await sample(client, 5000);
  const { rows: zones } = await client.query('SELECT "code", "slug" FROM "Zone"');
  const slugOfZone = new Map(zones.map(({ code, slug }) => [code, slug]));
  const held = [...new Set(organisations.flatMap(({ facets }) => facets.filter((facet) => facet.startsWith("zone:") && facet !== "zone:unknown")))];
  const { rows } = await client.query(`SELECT count(*)::int AS total FROM organisation_search WHERE "facets" && ARRAY['kind:cso', 'kind:network']`);
  const [{ total }] = rows;

  const twoFilters = organisations
    .map((organisation, index) => textAndTwoFilters(organisation, index, slugOfZone))
    .filter(Boolean)
    .slice(0, WANTED);
  const broad = broadWords(organisations);
  const long = [...new Set(organisations.flatMap(({ words }) => words.filter((word) => word.length > 5)))];
  const slugs = organisations.slice(0, WANTED).map(({ slug }) => slug);
  const zoneSlugs = held.slice(0, WANTED).map((facet) => slugOfZone.get(facet.slice("zone:".length)));
  const last = (pageSize, back) =>
    list([
      ["pageSize", String(pageSize)],
      ["page", String(Math.max(1, Math.ceil(total / pageSize) - back))],
    ]);

  return {
    text: twoFilters.map(list),
    broad: pages(broad, 10, []),
    plain: Array.from({ length: Math.min(WANTED, Math.floor(total / 20)) }, (_, index) => list(index === 0 ? [] : [["page", String(index + 1)]])),
    typo: long.slice(0, WANTED).map((word, index) => list([["q", mistyped(word, index)]])),
    facets: pages(broad, 10, LIGHT),
    zone: zoneSlugs.map((slug) => list([["zone", slug]])),
    last: Array.from({ length: 80 }, (_, index) => [0, 1, 2].map((back) => last(20 + index, back))).flat(),
    profile: slugs.map((slug) => `/api/v1/organisations/${slug}`),
    suggestions: long.slice(-WANTED).map((word, index) => `/api/v1/suggestions${search([["q", word.slice(0, 2 + (index % 6))]])}`),
    listPage: twoFilters.map((parameters) => `/organisations${search(parameters)}`),
    profilePage: slugs.map((slug) => `/organisations/${slug}`),
    zonePage: zoneSlugs.map((slug) => `/zones/${slug}`),
  };
}
