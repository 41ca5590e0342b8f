// npm run bench [-- --size 1000000] [--only text,listPage] [--seconds 3] [--port 3310] [--keep]
// The site beside plain SQL on the same tables, and its pages beside an empty one. Prints one report and keeps it in bench/results.
import { parseArgs } from "node:util";
import { Failure } from "../../scripts/runtime/failure";
import { run } from "../../scripts/runtime/lifetime";
import { step } from "../../scripts/runtime/steps";
import { compareTotals } from "./agreement";
import { ANSWERS, PAGES, keysOf } from "./kinds";
import { measureAnswers, measurePages } from "./measure";
import { peakMegabytes } from "./processes";
import { prepareQueries } from "./queries";
import { keepReport, type Result } from "./report";
import { setStage } from "./stage";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "42150" },
    only: { type: "string" },
    seconds: { type: "string" },
    port: { type: "string", default: "3310" },
    keep: { type: "boolean", default: false },
  },
});

function chosenKinds(): <Kind extends string>(kinds: Record<Kind, unknown>) => Kind[] {
  const known: string[] = [...Object.keys(ANSWERS), ...Object.keys(PAGES)];
  const asked = values.only?.split(",") ?? known;
  const wrong = asked.find((kind) => !known.includes(kind));
  if (wrong !== undefined) throw new Failure(`There is no kind "${wrong}": choose among ${known.join(", ")}.`);
  return (kinds) => keysOf(kinds).filter((kind) => asked.includes(kind));
}

await run(async () => {
  const begun = performance.now();
  const size = Number(values.size);
  if (!Number.isInteger(size) || size < 1000) throw new Failure("--size must be a whole number from 1000.");
  const seconds = Number(values.seconds ?? (size >= 1_000_000 ? 4 : 3));
  const among = chosenKinds();
  const stage = await setStage({ size, port: Number(values.port), prepare: prepareQueries });
  const { site, baseline, emptyPage, database, queries, version, nodeOptions } = stage;

  const agreement: Result["agreement"] = {};
  const answers: Result["answers"] = {};
  const pages: Result["pages"] = {};
  for (const kind of among(ANSWERS)) if (ANSWERS[kind].agrees) agreement[kind] = await compareTotals(site.origin, baseline.origin, queries[kind]);
  for (const kind of among(ANSWERS)) answers[kind] = await step(`Asking: ${ANSWERS[kind].label}`, () => measureAnswers(stage, kind, seconds));
  for (const kind of among(PAGES)) pages[kind] = await step(`Asking: ${PAGES[kind].label}`, () => measurePages(stage, kind, seconds));
  const peak = { site: peakMegabytes(site.pid), baseline: peakMegabytes(baseline.pid), emptyPage: peakMegabytes(emptyPage.pid) };
  const took = (performance.now() - begun) / 1000;
  // A part of a run is for whoever works on it.
  keepReport(
    { size, took, seconds: database.seconds, register: database.register, peak, postgresql: version, nodeOptions, answers, pages, agreement },
    { isWhole: values.only === undefined },
  );
  if (values.keep) {
    console.log(`Running until Ctrl-C: site ${site.origin}, baseline ${baseline.origin}, empty page ${emptyPage.origin}, database ${database.url}`);
    await site.closed;
  }
});
