// npm run bench:editing [-- --size 42150] [--seconds 10] [--port 3700]
// What readers of public pages notice while 20 editors save an entry each, once a second, by the form: the same readings with and without them, in one
// run, on a made-up register. Also says how long the saves take. Everything is thrown away.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ensureBuild, ensureClient } from "../scripts/runtime/build";
import { withClient } from "../scripts/runtime/connection";
import { createFirstAdministrator } from "../scripts/runtime/database-commands";
import { run } from "../scripts/runtime/lifetime";
import { serverEnvironment, startServer } from "../scripts/runtime/server";
import { step } from "../scripts/runtime/steps";
import { askMany } from "./run/load";
import { PAGES, keysOf } from "./run/kinds";
import { prepareQueries } from "./run/queries";
import { fillDatabase } from "./run/stage";
import { Editor } from "./servers/editor";

const { values } = parseArgs({
  options: { size: { type: "string", default: "42150" }, seconds: { type: "string", default: "10" }, port: { type: "string", default: "3700" } },
});
const EDITORS = 20;
const READERS = 20;
/** Pages that readers ask for again and again. */
const ADDRESSES = 20;
/** The median beside the editors is at most so many times that without them. */
const GOAL = 2;

/** What a save changes, by what shows it. */
const CHANGES: Record<string, (save: number) => Record<string, string>> = {
  "an acronym, which no list is made of": (save) => ({ acronym: `E${save}` }),
  "a budget tier, by which lists are filtered": (save) => ({ budget_tier: save % 2 === 0 ? "low" : "medium" }),
};

/**
 * Saves an entry once a second until told to stop.
 * @param onSaved called after each save with the milliseconds that it took, Infinity when it was not taken
 */
async function edit(editor: Editor, url: string, change: (save: number) => Record<string, string>, until: AbortSignal, onSaved: (ms: number) => void) {
  const said = { basis: "verified", source: "correction-consortium", said_on: "2022-09-01" };
  for (let save = 0; !until.aborted; save += 1) {
    const begun = performance.now();
    try {
      const form = await editor.page(url);
      const sent = performance.now();
      await editor.send(url, form, 'name="acronym"', { ...said, ...change(save) });
      onSaved(performance.now() - sent);
    } catch (error) {
      console.error(String(error));
      onSaved(Infinity);
    }
    await pause(Math.max(0, 1000 - (performance.now() - begun)));
  }
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

await run(async () => {
  await ensureClient();
  await ensureBuild();
  const { url } = await fillDatabase(Number(values.size));
  const account = (await createFirstAdministrator(url))!;
  const queries = await withClient(url, prepareQueries);
  const slugs = await withClient(url, async (client) => {
    const { rows } = await client.query<{ slug: string }>(
      `SELECT "slug" FROM "Organisation" WHERE "kind" = 'cso' AND "publishedAt" IS NOT NULL ORDER BY "id" DESC LIMIT ${EDITORS}`,
    );
    return rows.map(({ slug }) => slug);
  });
  const port = Number(values.port);
  const settings = serverEnvironment({ databaseUrl: url, authSecret: "a secret of a throw-away site, which nobody else signs in to", port });
  const { origin } = await step("Starting the site", () =>
    startServer({ env: { ...settings, HOST: "127.0.0.1", PUBLIC_URL: "", TRUSTED_PROXIES: "127.0.0.1" }, port, output: "ignore" }),
  );
  const paths = keysOf(PAGES).flatMap((kind) => queries[kind].slice(0, ADDRESSES));
  const read = (cold: boolean) => askMany({ origin, paths, cold, connections: READERS, seconds: Number(values.seconds) });
  const readings = async () => ({ again: await read(false), cold: await read(true) });

  await step("Warming up", readings);
  const without = await step("Reading without editors", readings);
  const editor = new Editor("192.0.2.1");
  await step("Signing in", () => editor.signIn(origin, account));

  /** What readers notice while all editors save one kind of change. The first save of each also names its source, which moves it in lists. */
  async function besideEditors(what: string): Promise<{ readings: Awaited<ReturnType<typeof readings>>; saves: number[] }> {
    const stop = new AbortController();
    let saves: number[] = [];
    const saving: Promise<void>[] = [];
    await Promise.all(
      slugs.map(
        (slug, number) =>
          new Promise<void>((resolve) => {
            const saved = (ms: number) => (saves.push(ms), resolve());
            const begin = async () => {
              await pause((1000 * number) / EDITORS);
              await edit(editor, `${origin}/admin/organisations/${slug}`, CHANGES[what]!, stop.signal, saved);
            };
            saving.push(begin());
          }),
      ),
    );
    // Until lists are no longer late: docs/decisions/0009-cached-answers.md.
    await askMany({ origin, paths, connections: READERS, seconds: 7 });
    saves = [];
    const beside = await readings();
    stop.abort();
    await Promise.all(saving);
    return { readings: beside, saves };
  }

  for (const what of Object.keys(CHANGES)) {
    const { readings: beside, saves } = await step(`Reading while ${EDITORS} editors save ${what}`, () => besideEditors(what));
    console.log(`\nWhile ${EDITORS} editors save ${what}:\n`);
    console.log(`| Pages for ${READERS} readers, p50, p97.5 in ms, answers a second | alone | beside ${EDITORS} editors | |\n|---|---|---|---|`);
    for (const [kind, label] of [
      ["again", "asked again and again"],
      ["cold", "never asked for"],
    ] as const) {
      const ratio = beside[kind].p50 / without[kind].p50;
      const told = [without[kind], beside[kind]].map(
        ({ p50, p975, perSecond, failed }) => `${p50.toFixed(1)}, ${p975.toFixed(1)}, ${perSecond.toFixed(0)}${failed > 0 ? `, ${failed} failed` : ""}`,
      );
      console.log(`| ${label} | ${told.join(" | ")} | ${ratio.toFixed(2)} × (goal ${GOAL}): ${ratio <= GOAL ? "met" : "**not met**"} |`);
    }
    const taken = saves.filter(Number.isFinite);
    console.log(
      `\n${taken.length} saves by the form, median ${median(taken).toFixed(0)} ms, longest ${Math.max(...taken).toFixed(0)} ms; ${saves.length - taken.length} not taken.`,
    );
  }
});
