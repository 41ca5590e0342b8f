// The list: one statement counts, orders and reads a page.
import { explain } from "../../src/search/explain.ts";
import { CODED_FILTERS } from "../../src/domain/filters.ts";
import { facetsOf } from "./memory.mjs";
import { facetCondition } from "./lexemes.mjs";
import { failsPacked } from "./packing.mjs";
import { readText } from "./text.mjs";

const DEFAULT_KINDS = ["cso", "network"];
/** Above so many matching names the first page is found among the first matches sooner than by its own index scan. */
const MANY_NAMES = 20_000;
const WALKED = 400;

/** The chosen facets of each group as numbers; places also as the numbers of the sets that hold them. */
function choiceOf(memory, groups) {
  const choice = [];
  for (const [group, values] of Object.entries(groups)) {
    const codes = group === "zone" ? values.map((value) => (memory.zoneBySlug.get(value) ?? memory.zoneByCode.get(value))?.code ?? value) : values;
    const numbers = codes.flatMap((value) => memory.numberOf.get(`${group}:${value}`) ?? []);
    const places = [...memory.places].flatMap(([place, listed]) => (numbers.some((number) => listed.includes(number)) ? [place] : []));
    choice.push({ group, values: codes, numbers, places });
  }
  return choice;
}

const isPacked = (group) => group === "source" || (group in CODED_FILTERS && group !== "need");

/** SQL that is true for a row that has none of the chosen values of a group. */
function fails(memory, { group, values, numbers, places }, parameter) {
  if (isPacked(group)) return failsPacked(memory.layout, "o.packed", group, values);
  const listed = `(o.more IS NULL OR NOT (o.more && ${parameter(numbers)}::int4[]))`;
  return places.length > 0 ? `(NOT (o.place = ANY (${parameter(places)}::int4[])) AND ${listed})` : listed;
}

/**
 * The tsquery of the rows that count: those that lack at most one of the groups. With many groups the
 * text alone is sought.
 */
function sought(text, chosen) {
  const conditions = chosen.map(({ numbers }) => facetCondition(numbers));
  const parts = text ? [`(${text.conditions.all})`] : [];
  if (!text && chosen.length === 1) parts.push(conditions[0]);
  if (chosen.length === 2) parts.push(text ? `(${conditions.join(" | ")})` : conditions.join(" | "));
  if (chosen.length === 3) {
    const [a, b, c] = conditions;
    parts.push(`((${a} & ${b}) | (${a} & ${c}) | (${b} & ${c}))`);
  }
  return parts.join(" & ");
}

const COUNTS = `
  (SELECT string_agg(c.fail || ' ' || c.packed || ' ' || c.n, ',') FROM (SELECT fail, packed, count(*) AS n FROM near GROUP BY 1, 2) c) AS packed,
  (SELECT string_agg(c.fail || ' ' || c.place || ' ' || c.n, ',') FROM (SELECT fail, place, count(*) AS n FROM near WHERE place <> 0 GROUP BY 1, 2) c) AS places,
  (SELECT string_agg(c.fail || ' ' || c.facet || ' ' || c.n, ',') FROM (SELECT fail, facet, count(*) AS n FROM near, unnest(more) AS facet WHERE more IS NOT NULL GROUP BY 1, 2) c) AS more`;

/** Ids of the page in the order of relevance: each branch runs only while the ones before leave the page unfilled. */
function pageByRelevance(text, parameter, from, count) {
  const { ranges, conditions, inNames } = text;
  const first = ranges.first ?? 2_000_000_000;
  const begun = ranges.afterBegun ?? 2_000_000_000;
  const same = ranges.afterSame ?? 2_000_000_000;
  const acronyms = parameter(ranges.acronyms ?? []);
  const inHead = `(id >= ${first} AND id < ${begun}) OR id = ANY (${acronyms}::int4[])`;
  const most = from + count;
  // "IS TRUE" keeps the planner from joining row by row: it hashes what the index gives.
  const found = (condition) => `(id IN (SELECT o.id FROM floor.organisation o WHERE floor.words_of(o.id) @@ ${parameter(condition)}::tsquery)) IS TRUE`;
  const branch = (condition) =>
    `(SELECT id FROM kept WHERE NOT (${inHead}) AND NOT (id = ANY (ARRAY(SELECT id FROM walked))) AND ${condition} ORDER BY id LIMIT ${most})`;
  const walked =
    inNames > MANY_NAMES
      ? `SELECT id FROM (SELECT id FROM kept WHERE NOT (${inHead}) ORDER BY id LIMIT ${WALKED}) w
         WHERE (SELECT d.words @@ ${parameter(conditions.name)}::tsquery FROM floor.document d WHERE d.id = w.id) LIMIT ${most}`
      : "SELECT 0 AS id WHERE false";
  return `
    kept AS (SELECT id FROM near WHERE fail = 0),
    walked AS MATERIALIZED (${walked}),
    page AS (SELECT id FROM (
      (SELECT id FROM kept WHERE ${inHead}
        ORDER BY CASE WHEN id = ANY (${acronyms}::int4[]) THEN 0 WHEN id < ${same} THEN 1 ELSE 2 END, id LIMIT ${most})
      UNION ALL (SELECT id FROM walked)
      UNION ALL ${branch(found(conditions.name))}
      UNION ALL ${branch(found(`(${conditions.alias}) & !(${conditions.name})`))}
      UNION ALL ${branch(found(`(${conditions.label}) & !(${conditions.alias})`))}
      UNION ALL ${branch(found(`(${conditions.all}) & !(${conditions.label})`))}
    ) b OFFSET ${from} LIMIT ${count})`;
}

const pageByName = (from, count) => `
  kept AS (SELECT id FROM near WHERE fail = 0),
  page AS (SELECT id FROM kept ORDER BY id OFFSET ${from} LIMIT ${count})`;

/** The items of the page, in its order. Branches hand their rows over in order, which numbering keeps. */
const ITEMS = `
  (SELECT array_agg(jsonb_build_array(s."summary", s."aliases", s."description", s."facets")::text ORDER BY p.place)
    FROM (SELECT id, row_number() OVER () AS place FROM page) p
    JOIN floor.organisation o USING (id) JOIN organisation_search s ON s."organisationId" = o.organisation_id) AS items`;

/** The plain list has a position for each organisation: any page is a range of it. */
const plainPage = (from, count) => `SELECT
  (SELECT array_agg(jsonb_build_array(s."summary", s."aliases", s."description", s."facets")::text ORDER BY o.shown)
    FROM floor.organisation o JOIN organisation_search s ON s."organisationId" = o.organisation_id
    WHERE o.shown > ${from} AND o.shown <= ${from + count}) AS items`;

export async function searchFloor(pool, memory, { q, groups, page, pageSize }) {
  const text = q === "" ? null : await readText(pool, memory, q);
  const chosen = choiceOf(memory, groups);
  const from = (page - 1) * pageSize;
  const counts = new Uint32Array(memory.facets.length);
  let total = 0;
  let items;
  if (!text && chosen.length === 0) {
    items = (await pool.query(plainPage(from, pageSize))).rows[0].items;
    total = memory.total;
    for (let number = 1; number < counts.length; number++) counts[number] = memory.facets[number].shown;
  } else {
    const values = [];
    const parameter = (value) => `$${values.push(value)}`;
    const all = groups.kind ? chosen : [...chosen, { group: "kind", values: DEFAULT_KINDS }];
    const bits = all.map((choice, index) => `CASE WHEN ${fails(memory, choice, parameter)} THEN ${1 << index} ELSE 0 END`);
    const byPage = text ? pageByRelevance(text, parameter, from, pageSize) : pageByName(from, pageSize);
    const sql = `WITH found AS MATERIALIZED (
        SELECT o.id, o.packed, o.place, o.more, ${bits.join(" | ")} AS fail
        FROM floor.organisation o WHERE floor.words_of(o.id) @@ ${parameter(sought(text, chosen))}::tsquery),
      near AS (SELECT * FROM found WHERE fail & (fail - 1) = 0),
      ${byPage}
      SELECT ${COUNTS}, ${ITEMS}`;
    const { rows } = await pool.query(sql, values);
    items = rows[0].items;
    total = addCounts(memory, all, rows[0], counts);
    // A single group without a text: its alternatives are those of the plain list.
    if (!text && chosen.length === 1) {
      memory.facets.forEach((facet, number) => facet?.group === chosen[0].group && (counts[number] = facet.shown));
    }
  }
  return {
    total,
    page,
    pageSize,
    items: (items ?? []).map((item) => withMatch(memory, text, JSON.parse(item))),
    facets: facetsOf(memory, counts),
    correction:
      text && text.used.size > 0 && total > 0
        ? { typed: q, used: q.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => text.used.get(word.toLowerCase()) ?? word) }
        : null,
  };
}

/** Adds up what each kind of row stands for; one that lacks a single group counts for that group alone. @returns the total */
function addCounts(memory, chosen, { packed, places, more }, counts) {
  let total = 0;
  const groupOf = (fail) => (fail === 0 ? null : chosen[31 - Math.clz32(fail)].group);
  const each = (list, numbersOf, also = () => {}) => {
    for (const entry of list?.split(",") ?? []) {
      const [fail, key, count] = entry.split(" ").map(Number);
      const group = groupOf(fail);
      also(fail, count);
      for (const number of numbersOf(key)) if (group === null || memory.facets[number].group === group) counts[number] += count;
    }
  };
  each(packed, memory.unpacked, (fail, count) => (total += fail === 0 ? count : 0));
  each(places, (place) => memory.places.get(place));
  each(more, (number) => [number]);
  return total;
}

function withMatch(memory, text, [summary, aliases, description, facets]) {
  const item = { ...summary, url: `http://localhost/organisations/${summary.slug}` };
  if (!text) return item;
  const described = () =>
    facets.flatMap((facet) => {
      const words = memory.labelWords.get(facet);
      return words ? [{ ...memory.facets[memory.numberOf.get(facet)], words }] : [];
    });
  const { name, acronym } = summary;
  return { ...item, match: explain({ text: text.parsed, expansions: text.readings }, { name, acronym, aliases, description, facets: described }) };
}
