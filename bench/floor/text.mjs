// What a typed text stands for: stems that organisations have, beginnings, or the closest words.
import { parseText } from "../../src/search/query.ts";
import { allowedMistakes, editDistance } from "../../src/domain/spelling.ts";
import { stem } from "../../src/search/words.ts";
import { conditionsOf } from "./lexemes.mjs";

const CANDIDATES = 1;
/** Trigrams of a short mistyped word share little with those of the word meant. */
const SIMILAR = 0.2;

const LOOK_UP = {
  name: "look up a text",
  text: `SELECT
    (SELECT json_agg(s) FROM floor.stem s WHERE s.stem = ANY ($1::text[])) AS stems,
    (SELECT n.id FROM floor.name n WHERE n.key >= $2 ORDER BY n.key, n.id LIMIT 1) AS first,
    (SELECT n.id FROM floor.name n WHERE n.key > $2 ORDER BY n.key, n.id LIMIT 1) AS "afterSame",
    (SELECT n.id FROM floor.name n WHERE n.key >= $2 || U&'\\+10FFFF' ORDER BY n.key, n.id LIMIT 1) AS "afterBegun",
    (SELECT array_agg(a.id) FROM floor.acronym a WHERE a.key = $3) AS acronyms`,
};

const BEGINNINGS = {
  name: "beginnings",
  text: `SELECT array_agg(DISTINCT stem) AS stems FROM floor.word WHERE word >= $1 AND word < $1 || U&'\\+10FFFF'`,
};

const NEAR = {
  name: "near words",
  text: `SELECT w.word, w.stem, coalesce(s.uses, 0) AS uses FROM floor.word w LEFT JOIN floor.stem s ON s.stem = w.stem
    WHERE w.word % $1 AND length(w.word) BETWEEN $2 AND $3`,
};

async function nearest(pool, word) {
  const limit = allowedMistakes(word.length);
  if (limit === 0) return null;
  const { rows } = await pool.query({ ...NEAR, values: [word, word.length - limit, word.length + limit] });
  return rows
    .map((row) => ({ ...row, distance: editDistance(word, row.word, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, CANDIDATES)[0];
}

/** Options of each connection. */
export const CONNECTION = `-c pg_trgm.similarity_threshold=${SIMILAR}`;

/**
 * Reads a text of plain words; the bench types no operators.
 * @returns {Promise<null | { parsed: object, readings: Map, conditions: object, ranges: object, inNames: number, used: Map<string, string> }>}
 *   null when nothing was typed; `ranges` are numbers of organisations by their names; `inNames`: the most that names alone may match
 */
export async function readText(pool, memory, typed) {
  const parsed = parseText(typed);
  if (parsed.clauses.length === 0) return null;
  const words = parsed.clauses.flat().flatMap((term) => term.words);
  const lookUp = async (whole) => (await pool.query({ ...LOOK_UP, values: [words.map(stem), whole.join(" "), whole.join("")] })).rows[0];
  const found = await lookUp(parsed.whole ?? []);
  const { stems } = found;
  const known = new Map((stems ?? []).map((row) => [row.stem, row]));
  const readings = new Map();
  const used = new Map();
  let inNames = Infinity;
  for (const word of words) {
    let roots = [stem(word)];
    if (!known.has(roots[0]) && !memory.labels.has(roots[0])) {
      roots = word.length >= 3 ? ((await pool.query({ ...BEGINNINGS, values: [word] })).rows[0].stems ?? []) : [];
      const near = roots.length === 0 ? await nearest(pool, word) : null;
      if (near) {
        used.set(word, near.word);
        roots = [near.stem];
      }
    }
    readings.set(word, { word: used.get(word) ?? word, stems: roots });
    inNames = Math.min(inNames, known.get(roots[0])?.in_names ?? 0);
  }
  // Names are compared with what was meant.
  const ranges = used.size > 0 ? await lookUp((parsed.whole ?? []).map((word) => readings.get(word)?.word ?? word)) : found;
  const sought = words.map((word) => {
    const { stems: roots } = readings.get(word);
    return { stems: roots, facets: [...new Set(roots.flatMap((root) => memory.labels.numbersOf(root)))] };
  });
  return { parsed, readings, conditions: conditionsOf(sought), ranges, inNames, used };
}
