// npm run bench [-- --size 1000000] [--only text,listPage] [--seconds 3] [--port 3310] [--keep]
// The site beside its own limits, in one run: what an answer costs with nothing but PostgreSQL and the best SQL we
// know, and what a page costs that shows nothing. Prints one report and keeps it in bench/results.
import { parseArgs } from "node:util";
import { run } from "../scripts/runtime/lifetime.mjs";
import { Failure } from "../scripts/runtime/failure.mjs";
import { step } from "../scripts/runtime/steps.mjs";
import { compareAnswers } from "./run/agreement.mjs";
import { ANSWERS, PAGES } from "./run/kinds.mjs";
import { measureAnswers, measurePages } from "./run/measure.mjs";
import { peakMegabytes } from "./run/processes.mjs";
import { prepareQueries } from "./run/queries.mjs";
import { keepReport } from "./run/report.mjs";
import { setStage } from "./run/stage.mjs";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "42150" },
    only: { type: "string" },
    seconds: { type: "string" },
    port: { type: "string", default: "3310" },
    keep: { type: "boolean", default: false },
  },
});

function chosenKinds() {
  const known = [...Object.keys(ANSWERS), ...Object.keys(PAGES)];
  const asked = values.only?.split(",") ?? known;
  const wrong = asked.find((kind) => !known.includes(kind));
  if (wrong !== undefined) throw new Failure(`There is no kind "${wrong}": choose among ${known.join(", ")}.`);
  return (kinds) => Object.keys(kinds).filter((kind) => asked.includes(kind));
}

await run(async () => {
  const begun = performance.now();
  const size = Number(values.size);
  if (!Number.isInteger(size) || size < 1000) throw new Failure("--size must be a whole number from 1000.");
  const seconds = Number(values.seconds ?? (size >= 1_000_000 ? 4 : 3));
  const among = chosenKinds();
  const stage = await setStage({ size, port: Number(values.port), prepare: prepareQueries });

  const result = { size, seconds: stage.database.seconds, answers: {}, pages: {}, agreement: {} };
  for (const kind of among(ANSWERS).filter((name) => ANSWERS[name].counted)) {
    result.agreement[kind] = await compareAnswers(stage.site.origin, stage.floor.origin, stage.queries[kind]);
  }
  for (const kind of among(ANSWERS)) {
    await step(`Asking: ${ANSWERS[kind].label}`, async () => void (result.answers[kind] = await measureAnswers(stage, kind, seconds)));
  }
  for (const kind of among(PAGES)) {
    await step(`Asking: ${PAGES[kind].label}`, async () => void (result.pages[kind] = await measurePages(stage, kind, seconds)));
  }
  const { site, floor, pageFloor, version, nodeOptions } = stage;
  result.peak = { site: peakMegabytes(site.pid), floor: peakMegabytes(floor.pid), pageFloor: peakMegabytes(pageFloor.pid) };
  result.postgresql = version;
  result.nodeOptions = nodeOptions;
  result.took = (performance.now() - begun) / 1000;
  // A part of a run is for whoever works on it.
  keepReport(result, { whole: values.only === undefined });
  if (values.keep) {
    console.log(`Kept until Ctrl-C: site ${site.origin}, floor ${floor.origin}, page floor ${pageFloor.origin}, database ${stage.database.url}`);
    await site.closed;
  }
});
