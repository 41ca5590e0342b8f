// The report of a run, in Markdown, and its figures for the run of another size.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { inCheckout } from "../../scripts/runtime/paths.mjs";
import { settings } from "./database.mjs";
import { judge, pageLimit } from "./goals.mjs";
import { ANSWERS, CROWD, PAGES } from "./kinds.mjs";

const folder = inCheckout("bench/results");
/** The register of Mali, with which a larger one is compared. */
const SMALLER = 42_150;

const whole = (value) => Math.round(value).toLocaleString("en-GB");
const ms = (value) => (value === null ? "–" : value >= 100 ? whole(value) : value.toFixed(1));
const times = (value) => (Number.isFinite(value) ? `${value.toFixed(2)} ×` : "–");
const cores = (value) => (value === null || value === undefined ? "–" : value.toFixed(2));
const both = ({ p50, p975 }) => `${ms(p50)}, ${ms(p975)}`;
const head = (...names) => [`| ${names.join(" | ")} |`, `|${names.map(() => "---").join("|")}|`];
const row = (...cells) => `| ${cells.join(" | ")} |`;

/** The share of answers that were kept from before. */
function hitShare({ caches, answered }) {
  return answered === 0 ? "–" : `${Math.round((100 * (caches.hit ?? 0)) / answered)} %`;
}

function machine({ postgresql, nodeOptions }) {
  const [{ model }] = cpus();
  const changed = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return [
    `${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}${nodeOptions ? ` (${nodeOptions})` : ""}, embedded PostgreSQL ${postgresql}`,
    `(${changed.join(", ")}); servers, database and autocannon share the machine. Every server answers without compression.`,
  ];
}

function oneConnection(kinds, measured) {
  return Object.entries(measured).map(([kind, { one }]) =>
    row(kinds[kind].label, both(one.floor), both(one.miss), `**${times(one.miss.p50 / one.floor.p50)}**`, both(one.hit)),
  );
}

function crowd(kinds, measured) {
  return Object.entries(measured).map(
    ([
      kind,
      {
        crowd: { floor, miss, hit },
      },
    ]) => {
      const load = ({ perSecond, p50, p975 }) => `${whole(perSecond)}/s; ${ms(p50)}, ${ms(p975)}`;
      const processor = ({ processor: { server, database } }) => `${cores(server)} + ${cores(database)}`;
      return row(kinds[kind].label, load(floor), load(miss), `**${times(miss.perSecond / floor.perSecond)}**`, load(hit), processor(floor), processor(miss));
    },
  );
}

function pageLines(result) {
  return Object.entries(result.pages).map(([kind, { bytes, one }]) => {
    const limit = pageLimit(result, kind);
    return row(
      PAGES[kind].label,
      `${(bytes / 1000).toFixed(0)} kB`,
      both(one.floor),
      both(one.miss),
      both(one.hit),
      limit === null ? "–" : ms(limit),
      limit === null ? "–" : `**${times(one.miss.p50 / limit)}**`,
    );
  });
}

function failures({ answers, pages }) {
  const all = [...Object.entries(answers), ...Object.entries(pages)].flatMap(([kind, { one, crowd: many }]) =>
    [one, many].flatMap((at) => Object.entries(at).map(([way, { failed, answered }]) => ({ kind, way, failed, answered }))),
  );
  const failed = all.filter((load) => load.failed > 0).map((load) => `${load.kind}, ${load.way}: ${load.failed}`);
  const asked = all.reduce((sum, { answered }) => sum + answered, 0);
  return `${whole(asked)} answers, ${failed.length === 0 ? "none failed" : `failed: ${failed.join("; ")}`}.`;
}

function cacheLine({ answers, pages }) {
  const loads = (way) => [...Object.values(answers), ...Object.values(pages)].flatMap(({ one, crowd: many }) => [one[way], many[way]]);
  const share = (way) =>
    hitShare(
      loads(way).reduce((sum, { caches, answered }) => ({ caches: { hit: sum.caches.hit + (caches.hit ?? 0) }, answered: sum.answered + answered }), {
        caches: { hit: 0 },
        answered: 0,
      }),
    );
  return `Kept answers (x-cache: hit): ${share("miss")} of those asked anew, ${share("hit")} of those asked again.`;
}

function agreementLines({ agreement }) {
  const lines = Object.entries(agreement).map(([kind, { asked, total, items, facets }]) => row(ANSWERS[kind].label, asked, total, items, facets));
  const differing = Object.values(agreement).flatMap((found) => found.differing);
  return [
    ...head("Site and floor give the same", "asked", "total", "items in order", "all facets"),
    ...lines,
    "",
    ...(differing.length > 0 ? ["They differ in:", "", ...differing.map((line) => `- \`${line}\``), ""] : []),
  ];
}

/** Markdown of a run. */
export function reportOf(result, smaller) {
  const { size, seconds, took, peak } = result;
  const goals = judge(result, smaller);
  return [
    `# ${whole(size)} organisations`,
    "",
    ...machine(result),
    `Register made up in ${whole(seconds.register)} s, index built in ${whole(seconds.index)} s, the floor's tables in ${whole(seconds.floor)} s. The run took ${whole(took)} s.`,
    failures(result),
    cacheLine(result),
    `Most memory held: site ${whole(peak.site ?? 0)} MB, floor ${whole(peak.floor ?? 0)} MB, page floor ${whole(peak.pageFloor ?? 0)} MB.`,
    "",
    ...head("Goal", "", ""),
    ...goals.map(({ goal, met, found }) => row(goal, met ? "met" : "**not met**", found)),
    "",
    "1 connection: p50, p97.5 in ms. *Anew*: under an address that was never asked for. *Kept*: asked for before.",
    "",
    ...head("Answer", "floor", "anew", "anew : floor", "kept"),
    ...oneConnection(ANSWERS, result.answers),
    "",
    `${CROWD} connections: answers a second; p50, p97.5 in ms. Processor: cores of the server + of PostgreSQL.`,
    "",
    ...head("Answer", "floor", "anew", "anew : floor", "kept", "processor, floor", "processor, anew"),
    ...crowd(ANSWERS, result.answers),
    ...(Object.keys(result.pages).length > 0
      ? [
          "",
          "Pages at 1 connection. The limit is 1.3 × the page floor + the floor of what the page reads.",
          "",
          ...head("Page", "size", "page floor", "anew", "kept", "limit", "anew : limit"),
          ...pageLines(result),
          "",
          `Pages at ${CROWD} connections.`,
          "",
          ...head("Page", "page floor", "anew", "anew : floor", "kept", "processor, floor", "processor, anew"),
          ...crowd(PAGES, result.pages),
        ]
      : []),
    "",
    ...agreementLines(result),
  ].join("\n");
}

/** Prints the report; that of a whole run is kept in bench/results, with its figures. */
export function keepReport(result, { whole: isWhole }) {
  const figures = (size) => `${folder}/${size}.json`;
  const smaller = result.size > SMALLER && existsSync(figures(SMALLER)) ? JSON.parse(readFileSync(figures(SMALLER), "utf8")) : null;
  const markdown = reportOf(result, smaller);
  process.stdout.write(`\n${markdown}`);
  if (!isWhole) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${result.size}.md`, markdown);
  writeFileSync(figures(result.size), `${JSON.stringify(result, null, 1)}\n`);
}
