// The report of a run, in Markdown, and its figures for the run of another size.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { inCheckout } from "../../scripts/runtime/paths";
import type { Agreement } from "./agreement";
import { judge } from "./goals";
import { ANSWERS, CROWD, PAGES, SMALLER, keysOf, type AnswerKind, type PageKind } from "./kinds";
import type { Measured } from "./load";
import type { KindMeasured, Ways } from "./measure";
import { settings } from "./stage";

const folder = inCheckout("bench/results");

/** Times in seconds, memory in MB. */
export type Result = {
  size: number;
  took: number;
  register: { seconds: number; megabytes: number };
  seconds: { index: number; baseline: number };
  peak: { site: number | null; baseline: number | null; emptyPage: number | null };
  postgresql: string;
  nodeOptions: string;
  answers: Partial<Record<AnswerKind, KindMeasured>>;
  pages: Partial<Record<PageKind, KindMeasured>>;
  agreement: Partial<Record<AnswerKind, Agreement>>;
};

const whole = (value: number) => Math.round(value).toLocaleString("en-GB");
const ms = (value: number) => (Number.isNaN(value) ? "–" : value >= 100 ? whole(value) : value.toFixed(1));
const times = (value: number) => (Number.isFinite(value) ? `${value.toFixed(2)} ×` : "–");
const both = ({ p50, p975 }: Measured) => `${ms(p50)}, ${ms(p975)}`;
const rate = ({ perSecond, ...load }: Measured) => `${whole(perSecond)}/s; ${both({ perSecond, ...load })}`;
const row = (...cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
const head = (...names: string[]) => [row(...names), `|${names.map(() => "---").join("|")}|`];

/** Cores of the server and of PostgreSQL. */
function cores({ processor: { server, database } }: Measured): string {
  const share = (value: number | null | undefined) => value?.toFixed(2) ?? "–";
  return `${share(server)} + ${share(database)}`;
}

function machine({ postgresql, nodeOptions }: Result): string[] {
  const model = cpus()[0]?.model.trim();
  const changed = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return [
    `${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}${nodeOptions && ` (${nodeOptions})`}, embedded PostgreSQL ${postgresql}`,
    `(${changed.join(", ")}); servers, database and autocannon share the machine. Every server answers without compression.`,
  ];
}

/** The two tables of answers or of pages. */
function tables<Kind extends string>(
  title: string,
  beside: string,
  kinds: Record<Kind, { label: string }>,
  measured: Partial<Record<Kind, KindMeasured>>,
): string[] {
  const all = keysOf(measured).map((kind) => ({ label: kinds[kind].label, ...(measured[kind] as KindMeasured) }));
  if (all.length === 0) return [];
  const size = ({ label, bytes }: { label: string; bytes?: number }) => (bytes ? `${label}, ${(bytes / 1000).toFixed(0)} kB` : label);
  return [
    `${title} over 1 connection: p50, p97.5 in ms. *Cold*: under an address that was never asked for. *Warm*: from the response cache.`,
    "",
    ...head(title, beside, "cold", `cold : ${beside}`, "warm"),
    ...all.map(({ one, ...kind }) => row(size(kind), both(one.baseline), both(one.cold), `**${times(one.cold.p50 / one.baseline.p50)}**`, both(one.warm))),
    "",
    `${title} over ${CROWD} connections: answers a second; p50, p97.5 in ms. Processor: cores of the server + of PostgreSQL.`,
    "",
    ...head(title, beside, "cold", `cold : ${beside}`, "warm", `processor, ${beside}`, "processor, cold"),
    ...all.map(({ label, crowd: { baseline, cold, warm } }) =>
      row(label, rate(baseline), rate(cold), `**${times(cold.perSecond / baseline.perSecond)}**`, rate(warm), cores(baseline), cores(cold)),
    ),
    "",
  ];
}

/** What failed, and how many answers came from the response cache. */
function outcomes({ answers, pages }: Result): string[] {
  const loads = [...Object.entries(answers), ...Object.entries(pages)].flatMap(([kind, { one, crowd }]) =>
    [one, crowd].flatMap((at) => keysOf<keyof Ways>(at).map((way) => ({ kind, way, ...at[way] }))),
  );
  const sum = (list: typeof loads, value: (load: Measured) => number) => list.reduce((total, load) => total + value(load), 0);
  const failed = loads.filter((load) => load.failed > 0).map((load) => `${load.kind}, ${load.way}: ${load.failed}`);
  const hits = (way: keyof Ways) => {
    const those = loads.filter((load) => load.way === way);
    return `${Math.round((100 * sum(those, ({ caches }) => caches.hit ?? 0)) / sum(those, ({ answered }) => answered))} %`;
  };
  return [
    `${whole(sum(loads, ({ answered }) => answered))} answers, ${failed.length === 0 ? "none failed" : `failed: ${failed.join("; ")}`}.`,
    `From the response cache: ${hits("cold")} of the cold answers, ${hits("warm")} of the warm ones.`,
  ];
}

function agreementLines({ agreement }: Result): string[] {
  const found = keysOf(agreement).map((kind) => ({ kind, ...(agreement[kind] as Agreement) }));
  if (found.length === 0) return [];
  const differing = found.flatMap((each) => each.differing.map((line) => `- \`${line}\``));
  return [
    ...head("Site and baseline find as many", "asked", "same total"),
    ...found.map(({ kind, asked, same }) => row(ANSWERS[kind].label, asked, same)),
    "",
    ...(differing.length > 0 ? ["They differ in:", "", ...differing, ""] : []),
  ];
}

/** Markdown of a run. */
function reportOf(result: Result, smaller: Result | null): string {
  const { size, register, seconds, took, peak } = result;
  return [
    `# ${whole(size)} organisations`,
    "",
    ...machine(result),
    `Register imported in ${whole(register.seconds)} s with at most ${whole(register.megabytes)} MB, index built in ${whole(seconds.index)} s, the baseline's tables in ${whole(seconds.baseline)} s. The run took ${whole(took)} s.`,
    ...outcomes(result),
    `Most memory held: site ${whole(peak.site ?? 0)} MB, baseline ${whole(peak.baseline ?? 0)} MB, empty page ${whole(peak.emptyPage ?? 0)} MB.`,
    "",
    ...head("Goal", "", ""),
    ...judge(result, smaller).map(({ goal, met, found }) => row(goal, met ? "met" : "**not met**", found)),
    "",
    ...tables("Answer", "baseline", ANSWERS, result.answers),
    ...tables("Page", "empty page", PAGES, result.pages),
    ...agreementLines(result),
  ].join("\n");
}

/** Prints the report; that of a whole run is kept in bench/results, with its figures. */
export function keepReport(result: Result, { isWhole }: { isWhole: boolean }): void {
  const figures = (size: number) => `${folder}/${size}.json`;
  const known = result.size > SMALLER && existsSync(figures(SMALLER));
  const markdown = reportOf(result, known ? (JSON.parse(readFileSync(figures(SMALLER), "utf8")) as Result) : null);
  process.stdout.write(`\n${markdown}`);
  if (!isWhole) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${result.size}.md`, markdown);
  writeFileSync(figures(result.size), `${JSON.stringify(result, null, 1)}\n`);
}
