// Suggestions: names that begin so, then names with words that begin so; zones and themes by their labels.
import { parseText } from "../../src/search/query.ts";
import { stem, wordsOf } from "../../src/search/words.ts";

const MOST = { organisations: 6, records: 3 };

const SQL = {
  name: "suggestions",
  text: `SELECT s."summary"->>'slug' AS slug, s."summary"->>'name' AS name, s."summary"->>'acronym' AS acronym
    FROM (SELECT id FROM (
      (SELECT id FROM floor.acronym WHERE key = $2 ORDER BY id LIMIT 6)
      UNION ALL (SELECT id FROM floor.name WHERE key >= $1 AND key < $1 || U&'\\+10FFFF' ORDER BY key, id LIMIT 6)
      UNION ALL (SELECT id FROM floor.acronym WHERE key >= $2 AND key < $2 || U&'\\+10FFFF' ORDER BY key, id LIMIT 6)
      UNION ALL (SELECT id FROM floor.organisation o WHERE floor.words_of(o.id) @@ $3::tsquery ORDER BY id LIMIT 6)
    ) found LIMIT 12) first
    JOIN floor.organisation o USING (id) JOIN organisation_search s ON s."organisationId" = o.organisation_id WHERE o.shown IS NOT NULL`,
};

export async function suggestFloor(pool, memory, q) {
  const words = parseText(q)
    .clauses.flat()
    .flatMap((term) => term.words);
  if (words.join("").length < 2) return { organisations: [], zones: [], themes: [] };
  const begun = words.map((word, index) => (index < words.length - 1 ? `'n${stem(word)}'` : `'n${word}':*`)).join(" & ");
  const { rows } = await pool.query({ ...SQL, values: [wordsOf(q).join(" "), words.join(""), begun] });
  const organisations = [...new Map(rows.map((row) => [row.slug, row])).values()].slice(0, MOST.organisations);
  const records = memory.labels
    .beginningWith(words)
    .filter((number) => memory.facets[number].shown > 0)
    .map((number) => memory.facets[number]);
  const ofGroup = (group) => records.filter((facet) => facet.group === group).slice(0, MOST.records);
  return {
    organisations,
    zones: ofGroup("zone").map(({ value, label, shown }) => ({ slug: value, name: label, count: shown })),
    themes: ofGroup("theme").map(({ value, label, shown }) => ({ code: value, label, count: shown })),
  };
}
