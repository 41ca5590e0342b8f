import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { searchOrganisations } from "@/data/search/search";
import { PARAMETER_NAMES, parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { stem, wordsOf } from "@/search/words";
import { loadCartography } from "../support/cartography";
import { answersOf, judgements, type Judgement } from "./judgements";

/** The first results that people look at, and how far the mean reciprocal rank looks. */
const FIRST = 3;
const RANKED = 10;

type Outcome = { judgement: Judgement; slugs: string[]; total: number; used: string | null };

async function search(judgement: Judgement): Promise<Outcome> {
  const parameters = new URLSearchParams(judgement.parameters);
  parameters.set("q", judgement.query);
  parameters.set("pageSize", "100");
  const parsed = parseDirectoryQuery(parametersOf(parameters), PARAMETER_NAMES);
  const result = parsed.ok ? await searchOrganisations(parsed.query) : parsed;
  if (!result.ok) throw new Error(`${judgement.query}: ${JSON.stringify(result.problems)}`);
  return { judgement, slugs: result.items.map(({ slug }) => slug), total: result.total, used: result.correction?.used ?? null };
}

const rankOf = ({ judgement, slugs }: Outcome): number => slugs.findIndex((slug) => answersOf(judgement).includes(slug)) + 1;

function succeeds(outcome: Outcome): boolean {
  const rank = rankOf(outcome);
  const answers = answersOf(outcome.judgement);
  return rank > 0 && rank <= FIRST && (!outcome.judgement.strict || outcome.slugs.slice(0, FIRST).every((slug) => answers.includes(slug)));
}

const mean = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const reciprocalRank = (outcome: Outcome): number => (rankOf(outcome) > 0 && rankOf(outcome) <= RANKED ? 1 / rankOf(outcome) : 0);

let outcomes: Outcome[];
let answered: Outcome[];

beforeAll(async () => {
  await loadCartography();
  outcomes = [];
  for (const judgement of judgements) outcomes.push(await search(judgement));
  answered = outcomes.filter(({ judgement }) => !judgement.none);
}, 120_000);

/** By kind: queries, success in the first three, mean reciprocal rank; then each miss with what came instead. */
function report(): string {
  const kinds = [...new Set(answered.map(({ judgement }) => judgement.kind))];
  const line = (name: string, some: Outcome[]) =>
    `${name.padEnd(18)} ${String(some.length).padStart(4)}  success@${FIRST} ${mean(some.map((one) => Number(succeeds(one)))).toFixed(3)}  MRR ${mean(some.map(reciprocalRank)).toFixed(3)}`;
  const misses = answered
    .filter((one) => !succeeds(one))
    .map(
      ({ judgement, slugs }) =>
        `  missed ${JSON.stringify(judgement.query)}: came ${slugs.slice(0, FIRST).join(", ") || "nothing"}; expected ${answersOf(judgement).join(", ")}`,
    );
  return [
    ...kinds.map((kind) =>
      line(
        kind,
        answered.filter(({ judgement }) => judgement.kind === kind),
      ),
    ),
    line("all", answered),
    ...misses,
  ].join("\n");
}

describe("the judged queries", () => {
  it("are at least 150, each asked once, and name organisations that exist", async () => {
    expect(judgements.length).toBeGreaterThanOrEqual(150);
    const asked = judgements.map(({ query, parameters = "" }) => `${query} ${parameters}`);
    expect(asked.filter((query, index) => asked.indexOf(query) !== index)).toEqual([]);
    const known = new Set((await database().organisation.findMany({ select: { slug: true } })).map(({ slug }) => slug));
    const named = judgements.flatMap((judgement) => [...answersOf(judgement), ...(judgement.absent ?? [])]);
    expect(named.filter((slug) => !known.has(slug))).toEqual([]);
    expect(judgements.filter((judgement) => (answersOf(judgement).length === 0) !== (judgement.none ?? false)).map(({ query }) => query)).toEqual([]);
  });

  it("find what a person expects among the first three, and mostly first", () => {
    console.log(report());
    expect(mean(answered.map((one) => Number(succeeds(one))))).toBeGreaterThanOrEqual(0.97);
    expect(mean(answered.map(reciprocalRank))).toBeGreaterThanOrEqual(0.95);
  });

  it("find all of what must be found, and nothing of what must not", () => {
    const faults = outcomes.flatMap(({ judgement, slugs }) => {
      const missing = (judgement.expectedAll ?? []).filter((slug) => !slugs.includes(slug));
      const unwanted = (judgement.absent ?? []).filter((slug) => slugs.includes(slug));
      return missing.length + unwanted.length > 0 ? [{ query: judgement.query, missing, unwanted }] : [];
    });
    expect(faults).toEqual([]);
  });

  it("say what was read instead of a mistyped word", () => {
    const says = ({ judgement: { query, correction }, used }: Outcome) => {
      const expected = wordsOf(correction!);
      // A word that only ends otherwise was read as itself.
      const ending = expected.every((word) => wordsOf(query).some((typed) => stem(typed) === stem(word)));
      return ending || expected.every((word) => wordsOf(used ?? "").includes(word));
    };
    const wrong = outcomes.filter((outcome) => outcome.judgement.correction !== undefined && !says(outcome));
    expect(wrong.map(({ judgement, used }) => ({ query: judgement.query, expected: judgement.correction, used }))).toEqual([]);
  });

  it("give nothing, never everything, for words that nobody has", () => {
    expect(
      outcomes
        .filter(({ judgement, total }) => judgement.none && total > 0)
        .map(({ judgement, slugs }) => ({ query: judgement.query, slugs: slugs.slice(0, FIRST) })),
    ).toEqual([]);
  });
});
