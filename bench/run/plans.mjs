// Reads plans from PostgreSQL's log and puts them in words.

const ENTRY = /duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n?)+)/g;
/** What every answer asks for. */
const REVISION = /FROM "?(?:public"?\."?)?directory_revision/;
const LONGEST = 170;

/**
 * @param {string} log
 * @returns {{ statement: string, ms: number, plan: string }[]}
 */
export function plansIn(log) {
  return [...log.matchAll(ENTRY)].map(([, ms, text]) => {
    const lines = text.replaceAll(/^\t/gm, "").trimEnd().split("\n");
    const begins = lines.findIndex((line) => /\(cost=/.test(line));
    const statement = lines.slice(0, begins).join(" ").replace(/^Query Text: /, "").replaceAll(/\s+/g, " ").trim();
    return { statement, ms: Number(ms), plan: lines.slice(begins).join("\n") };
  });
}

/** A statement without its list of columns, which says nothing of how it is answered. */
function shortened(statement) {
  const short = statement.replaceAll(/SELECT (?:(?!SELECT ).){60,}? FROM /g, "SELECT … FROM ");
  return short.length > LONGEST ? `${short.slice(0, LONGEST)} …` : short;
}

const SECTIONS = [
  ["revision", "The revision", "Before every answer, the front and the search index ask the primary for the number of the last public change. One row in one page; those who wait share one question."],
  ["search", "A search", "Words, filters, order, total and facets are answered in the server's memory. PostgreSQL gives the rows of the page by primary key, with their stored summaries: as many index look-ups as items, whatever was asked for and however deep the page. `/api/v1/organisations?q=…`, and the same for suggestions."],
  ["change", "A change", "After an edit, the list of changes since the server's own revision by primary key, the changed organisations by primary key, then the names of zones, sources and organisations that facets show."],
  ["loading", "The index", "At a server's first search all search rows are read once, in the order of names, a batch at a time through a cursor: one join, one sort. It is the only statement that reads every organisation."],
  ["profile", "A profile", "One organisation by its unique slug, then what belongs to it, each by an index over its id; what the documents say of typologies is a table of a few dozen rows."],
  ["profilePage", "The page of a profile", "The same, and the summaries of the organisations that share most of its zones, which the index in memory chooses."],
  ["zonePage", "The page of a zone", "The zone, the tree of all zones (some thousand narrow rows), published statistics, and the rows of the list by primary key."],
];

function planLines({ statement, ms, plan }) {
  return [`\`${shortened(statement)}\` — ${ms.toFixed(2)} ms`, "", "```", plan, "```", ""];
}

/** Each statement once, the revision only in its own section. */
function distinct(plans, isRevision) {
  const seen = new Set();
  return plans.filter(({ statement }) => {
    if (REVISION.test(statement) !== isRevision || seen.has(statement)) return false;
    seen.add(statement);
    return true;
  });
}

/** @param {Record<string, ReturnType<typeof plansIn>>} found by section */
export function toMarkdown(found, { size, version }) {
  const sections = SECTIONS.flatMap(([name, title, words]) => {
    const plans = name === "revision" ? distinct(found.search, true) : distinct(found[name], false);
    const told = plans.reduce((sum, { ms }) => sum + ms, 0);
    return [`## ${title}`, "", words, "", `${plans.length} statements, ${told.toFixed(1)} ms in PostgreSQL.`, "", ...plans.flatMap(planLines)];
  });
  return [
    "# Query plans",
    "",
    `What the site asks PostgreSQL for, and how it is answered: ${size.toLocaleString("en-GB")} organisations of the made-up register, embedded PostgreSQL ${version},`,
    "as `auto_explain` tells it with `ANALYZE` and `BUFFERS` for the second of two equal requests. Written by `bench/plans.mjs`; lists of columns are left out.",
    "",
    ...sections,
  ].join("\n");
}
