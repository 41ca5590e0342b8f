// Small tables that the floor keeps in memory: what facets are called, and by which words.
import { FILTER_GROUPS } from "../../src/domain/filters.ts";
import { FacetLabels } from "../../src/search/labels.ts";
import { wordsOf } from "../../src/search/words.ts";
import { filterValueLabel } from "../../src/i18n/filter-value.ts";
import { layoutOf, unpack } from "./packing.mjs";

const byName = new Intl.Collator("fr");
const languages = ["fr", "en"].map((language) => new Intl.DisplayNames([language], { type: "region", fallback: "none" }));

/** How a country is called in both languages of the site. */
export const countryNames = (code) => (/^[A-Z]{2}$/.test(code) ? languages.flatMap((names) => names.of(code) ?? []) : []);

/** @param {import("pg").Pool} pool */
export async function loadMemory(pool) {
  const rowsOf = async (sql) => (await pool.query(sql)).rows;
  const facetRows = await rowsOf("SELECT number, facet, shown FROM floor.facet ORDER BY number");
  const zones = await rowsOf('SELECT "code", "slug", "name", "level"::text FROM "Zone"');
  const zoneNames = await rowsOf('SELECT z."code", n."name" FROM "ZoneName" n JOIN "Zone" z ON z."id" = n."zoneId"');
  const codeWords = await rowsOf('SELECT "code", "words" FROM search_label');
  const sources = await rowsOf('SELECT "slug", "title" FROM "Source" ORDER BY "slug"');
  const organisations = await rowsOf(`SELECT o."slug", o."name" || coalesce(' (' || o."acronym" || ')', '') AS name FROM "Organisation" o
    WHERE o."slug" IN (SELECT split_part(facet, ':', 2) FROM floor.facet WHERE facet ~ '^(network|partner):')`);
  const places = await rowsOf("SELECT number, facets FROM floor.place");

  const numberOf = new Map(facetRows.map(({ number, facet }) => [facet, number]));
  const names = new Map([...organisations.map(({ slug, name }) => [slug, name]), ...sources.map(({ slug, title }) => [slug, title])]);
  const zoneByCode = new Map(zones.map((zone) => [zone.code, zone]));
  const labels = new FacetLabels();
  const labelWords = new Map();
  const addLabel = (facet, text) => {
    labelWords.set(facet, [...(labelWords.get(facet) ?? []), ...wordsOf(text)]);
    if (numberOf.has(facet)) labels.add(numberOf.get(facet), text);
  };
  for (const { code, name } of zoneNames) addLabel(`zone:${code}`, name);
  for (const { code, level } of zones) if (level === "country") for (const name of countryNames(code)) addLabel(`zone:${code}`, name);
  for (const { code, words } of codeWords) addLabel(code, words);

  const describe = (facet) => {
    const group = facet.slice(0, facet.indexOf(":"));
    const value = facet.slice(group.length + 1);
    const zone = group === "zone" ? zoneByCode.get(value) : undefined;
    return { group, value: zone?.slug ?? value, label: zone?.name ?? filterValueLabel("fr", group, value, names.get(value) ?? null) };
  };
  // Numbers begin at 1. Names are put in order once, as sorting them by language is slow.
  const facets = [null, ...facetRows.map(({ facet, shown }) => ({ ...describe(facet), facet, shown, rank: 0 }))];
  [...facets.slice(1)].sort((a, b) => byName.compare(a.label, b.label)).forEach((facet, rank) => (facet.rank = rank));
  const layout = layoutOf(sources.map(({ slug }) => slug));
  return {
    layout,
    facets,
    numberOf,
    labels,
    labelWords,
    zoneByCode,
    zoneBySlug: new Map(zones.map((zone) => [zone.slug, zone])),
    /** Place number → facet numbers. */
    places: new Map(places.map(({ number, facets: listed }) => [number, listed.split(" ").map((facet) => numberOf.get(facet))])),
    unpacked: unpackedBy(layout, numberOf),
    total: facets.filter((facet) => facet && /^kind:(cso|network)$/.test(facet.facet)).reduce((sum, { shown }) => sum + shown, 0),
  };
}

/** Packed number → facet numbers, remembered. */
function unpackedBy(layout, numberOf) {
  const known = new Map();
  return (packed) => {
    let numbers = known.get(packed);
    if (!numbers) {
      numbers = [];
      unpack(layout, packed, (group, value) => numbers.push(numberOf.get(`${group}:${value}`)));
      numbers = numbers.filter((number) => number !== undefined);
      known.set(packed, numbers);
    }
    return numbers;
  };
}

/** The facets of an answer from their counts, as the site writes them. */
export function facetsOf({ facets }, counts) {
  const answer = Object.fromEntries(FILTER_GROUPS.map((group) => [group, []]));
  const held = [];
  for (let number = 1; number < facets.length; number++) if (counts[number] > 0) held.push(number);
  held.sort((a, b) => counts[b] - counts[a] || facets[a].rank - facets[b].rank);
  for (const number of held) {
    const { group, value, label } = facets[number];
    answer[group].push({ value, label, count: counts[number] });
  }
  return answer;
}
