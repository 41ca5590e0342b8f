// Fills the floor's tables from the search rows, which are the answer that both must give.
import pg from "pg";
import { acronymKey, stem, wordsOf } from "../../src/search/words.ts";
import { openCopies } from "../register/copy.mjs";
import { countryNames } from "./memory.mjs";
import { vectorOf, wordsOfRow } from "./lexemes.mjs";
import { layoutOf, pack } from "./packing.mjs";
import { COPIED, INDEX, MAKE } from "./tables.mjs";

const BATCH = 5000;
const LISTED = /^(zone|country|network|partner|need):/;
const isPlace = (facet) => /^(zone|country):/.test(facet);

/** Numbers things by their first appearance. */
class Numbers {
  numbers = new Map();
  of(key) {
    let number = this.numbers.get(key);
    if (number === undefined) this.numbers.set(key, (number = this.numbers.size + 1));
    return number;
  }
}

/** Counts in how many organisations a stem stands, and in how many names. */
function countStems(stems, words, forms) {
  const inName = new Set(words.name.map(stem));
  for (const root of new Set([...inName, ...words.alias.map(stem), ...words.text.map(stem)])) {
    const known = stems.get(root) ?? stems.set(root, { uses: 0, inNames: 0 }).get(root);
    known.uses += 1;
    if (inName.has(root)) known.inNames += 1;
  }
  for (const list of Object.values(words)) for (const word of list) forms.add(word);
}

async function copyOrganisations(client, url, found) {
  const { facets, places, stems, forms, shownCounts, layout } = found;
  const copies = await openCopies(url, COPIED);
  await client.query("BEGIN");
  await client.query(`DECLARE rows NO SCROLL CURSOR FOR
    SELECT s."organisationId" AS organisation_id, s."nameKey" AS key, o."name", o."acronym", s."aliases", s."description", s."facets"
    FROM organisation_search s JOIN "Organisation" o ON o."id" = s."organisationId" ORDER BY s."nameKey", s."organisationId"`);
  let id = 0;
  let shown = 0;
  for (let rows; (rows = (await client.query(`FETCH ${BATCH} FROM rows`)).rows).length > 0;) {
    for (const row of rows) {
      id += 1;
      const words = wordsOfRow(row);
      countStems(stems, words, forms);
      const isShown = row.facets.includes("kind:cso") || row.facets.includes("kind:network");
      // The default kinds are a choice too: kinds keep their alternatives beside it.
      for (const facet of row.facets) if (isShown || facet.startsWith("kind:")) shownCounts.set(facet, (shownCounts.get(facet) ?? 0) + 1);
      const listed = row.facets.filter((facet) => LISTED.test(facet));
      // Organisations of one zone share its number; the others list their facets.
      const single = listed.filter(isPlace).sort().join(" ");
      const common = row.facets.filter((facet) => facet.startsWith("zone:")).length <= 4;
      const rest = common ? listed.filter((facet) => !isPlace(facet)) : listed;
      const more = rest.length > 0 ? `{${rest.map((facet) => facets.of(facet)).join(",")}}` : null;
      copies.row("floor.organisation", [id, row.organisation_id, pack(layout, row.facets), common ? places.of(single) : 0, isShown ? ++shown : null, more]);
      copies.row("floor.document", [
        id,
        vectorOf(
          words,
          row.facets.map((facet) => facets.of(facet)),
        ),
      ]);
      copies.row("floor.name", [row.key, id]);
      const acronym = acronymKey(row.acronym);
      if (acronym) copies.row("floor.acronym", [acronym, id]);
    }
    await copies.flow();
  }
  await client.query("COMMIT");
  await copies.finish();
}

async function insertAll(client, table, columns, rows) {
  for (let at = 0; at < rows.length; at += 50_000) {
    const part = rows.slice(at, at + 50_000);
    const arrays = columns.map((_, index) => part.map((row) => row[index]));
    const casts = columns.map((type, index) => `$${index + 1}::${type}[]`).join(", ");
    await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${casts})`, arrays);
  }
}

/**
 * Builds the floor's tables in the database at `url`, whose search rows are written.
 * @param {(step: string) => void} [say]
 */
export async function buildFloor(url, say = () => {}) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(MAKE);
    const sources = (await client.query('SELECT "slug" FROM "Source" ORDER BY "slug"')).rows.map(({ slug }) => slug);
    const found = { facets: new Numbers(), places: new Numbers(), stems: new Map(), forms: new Set(), shownCounts: new Map(), layout: layoutOf(sources) };
    say("rows");
    await copyOrganisations(client, url, found);
    const { facets, places, stems, forms, shownCounts } = found;
    const labels = await client.query('SELECT "name" AS text FROM "ZoneName" UNION SELECT "words" FROM search_label');
    const countries = await client.query(`SELECT "code" FROM "Zone" WHERE "level" = 'country'`);
    const texts = [...labels.rows.map(({ text }) => text), ...countries.rows.flatMap(({ code }) => countryNames(code))];
    for (const text of texts) for (const word of wordsOf(text)) forms.add(word);
    await insertAll(
      client,
      "floor.word",
      ["text", "text"],
      [...forms].map((word) => [word, stem(word)]),
    );
    await insertAll(
      client,
      "floor.stem",
      ["text", "int4", "int4"],
      [...stems].map(([root, { uses, inNames }]) => [root, uses, inNames]),
    );
    await insertAll(
      client,
      "floor.facet",
      ["int4", "text", "int4"],
      [...facets.numbers].map(([facet, number]) => [number, facet, shownCounts.get(facet) ?? 0]),
    );
    await client.query("CREATE UNLOGGED TABLE floor.place (number int4 PRIMARY KEY, facets text NOT NULL)");
    await insertAll(
      client,
      "floor.place",
      ["int4", "text"],
      [...places.numbers].map(([key, number]) => [number, key]),
    );
    // A profile is its answer, stored; the driver stores those that it asks for.
    await client.query(`INSERT INTO floor.profile SELECT "summary"->>'slug', "summary"::text FROM organisation_search`);
    say("indexes");
    for (const statement of INDEX.split(/;\s*\n|; (?=VACUUM)/)) if (statement.trim()) await client.query(statement);
  } finally {
    await client.end();
  }
}
