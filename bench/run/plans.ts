// Reads plans from PostgreSQL's log and puts them in words.

const ENTRY = /duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n?)+)/g;
/** What every answer asks for. */
const REVISION = /FROM "?(?:public"?\."?)?directory_revision/;
const LONGEST = { statement: 190, line: 180 };

export type Plan = { statement: string; ms: number; plan: string };
type Section = "search" | "change" | "loading" | "profile" | "profilePage" | "zonePage";

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)} …` : text);

/** The statements of a log, with their plans. */
export function plansIn(log: string): Plan[] {
  return [...log.matchAll(ENTRY)].map(([, ms = "", text = ""]) => {
    const lines = text.replaceAll(/^\t/gm, "").trimEnd().split("\n");
    const begins = lines.findIndex((line) => /\(cost=/.test(line));
    const statement = shortened(lines.slice(0, begins).join(" "));
    return {
      statement,
      ms: Number(ms),
      plan: lines
        .slice(begins)
        .map((line) => cut(line, LONGEST.line))
        .join("\n"),
    };
  });
}

/** A statement without its list of columns, which says nothing of how it is answered. */
function shortened(logged: string): string {
  const statement = logged
    .replace(/^Query Text: /, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const short = statement
    .replaceAll(/SELECT (?:(?!SELECT ).){60,}?(?<!\(epoch) FROM /g, "SELECT … FROM ")
    .replaceAll(/IN \(\$\d+(?:,\$\d+)+\)/g, "IN (…)")
    .replace(/ OFFSET \$\d+$/, "");
  return cut(short.replaceAll('"public".', ""), LONGEST.statement);
}

const SECTIONS: [name: Section | "revision", title: string, words: string][] = [
  [
    "revision",
    "The revision",
    "Before every answer, the response cache and the search index ask the primary for the number of the last public change. One row in one page; those who wait share one question.",
  ],
  [
    "search",
    "A search",
    "Words, filters, order, total and facets are answered in the server's memory. PostgreSQL gives the rows of the page by primary key, with their stored summaries: as many index look-ups as items, whatever was asked for and however deep the page. `/api/v1/organisations?q=…`, and the same for suggestions.",
  ],
  [
    "change",
    "A change",
    "After an edit, the list of changes since the server's own revision (a table of at most a thousand rows), the changed organisations by primary key, then the names of zones, sources and organisations that facets show, and the rows of the page.",
  ],
  [
    "loading",
    "The index",
    "At a server's first search all search rows are read once, in the order of names, a batch at a time through a cursor: one join, one sort. It is the only statement of these that reads every organisation; the names that facets show follow, as after a change.",
  ],
  [
    "profile",
    "A profile",
    "One row of the projection by the organisation's unique slug, with its members by an index over the links. What the documents say of typologies is read once a revision.",
  ],
  [
    "profilePage",
    "The page of a profile",
    "The statements of the profile, and besides the summaries of the organisations that share most of its zones, which the index in memory chooses.",
  ],
  [
    "zonePage",
    "The page of a zone",
    "The zone, the tree of all zones (some thousand narrow rows), published statistics, and the rows of the list by primary key.",
  ],
];

function planLines({ statement, ms, plan }: Plan): string[] {
  return [`\`${statement}\` — ${ms.toFixed(2)} ms`, "", "```", plan, "```", ""];
}

/** Each statement once, the revision only in its own section, and none of those `told` before. */
function distinct(plans: readonly Plan[], isRevision: boolean, told: readonly Plan[] = []): Plan[] {
  const seen = new Set(told.map(({ statement }) => statement));
  return plans.filter(({ statement }) => {
    if (REVISION.test(statement) !== isRevision || seen.has(statement)) return false;
    seen.add(statement);
    return true;
  });
}

/** The whole document, from the plans of each section. */
export function toMarkdown(found: Record<Section, Plan[]>, { size, version }: { size: number; version: string }): string {
  const sections = SECTIONS.flatMap(([name, title, words]) => {
    const plans = name === "revision" ? distinct(found.search, true) : distinct(found[name], false, name === "profilePage" ? found.profile : []);
    const took = plans.reduce((sum, { ms }) => sum + ms, 0);
    return [`## ${title}`, "", words, "", `${plans.length} statements, ${took.toFixed(1)} ms in PostgreSQL.`, "", ...plans.flatMap(planLines)];
  });
  return [
    "# Query plans",
    "",
    `What the site asks PostgreSQL for, and how it is answered: ${size.toLocaleString("en-GB")} organisations of the made-up register, embedded PostgreSQL ${version},`,
    "as `auto_explain` tells it with `ANALYZE` and `BUFFERS` for the second of two equal requests. Written by `bench/plans.ts`; lists of columns are left out.",
    "",
    ...sections,
  ].join("\n");
}
