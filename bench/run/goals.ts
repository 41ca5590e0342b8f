// What was to be reached, and whether it was.
import { ANSWERS, GOALS, PAGES, keysOf, type AnswerKind, type PageKind } from "./kinds";
import type { KindMeasured } from "./measure";
import type { Result } from "./report";

export type Judged = { goal: string; met: boolean; found: string };
type Value = { name: string; value: number };

const shown = (value: number) => (value >= 100 ? Math.round(value).toLocaleString("en-GB") : value.toFixed(value < 10 ? 2 : 1));

/** One line of the table of goals; none without values. */
function judged({
  goal,
  limit,
  values,
  atLeast = false,
  unit = " ×",
}: {
  goal: string;
  limit: number;
  values: Value[];
  atLeast?: boolean;
  unit?: string;
}): Judged[] {
  const [worst] = [...values].sort((a, b) => (atLeast ? a.value - b.value : b.value - a.value));
  if (!worst) return [];
  const failing = values.filter(({ value }) => (atLeast ? value < limit : value > limit));
  const list = failing.map(({ name, value }) => `${name} ${shown(value)}${unit}`).join(", ");
  const counted = values.length > 1 ? `${values.length - failing.length} of ${values.length}; ` : "";
  return [
    { goal, met: failing.length === 0, found: failing.length === 0 ? `${counted}worst: ${worst.name} ${shown(worst.value)}${unit}` : `${counted}not: ${list}` },
  ];
}

/** A value of each kind of answer that was measured and that `wanted` names. */
function ofAnswers({ answers }: Result, wanted: (kind: AnswerKind) => boolean, value: (measured: KindMeasured, kind: AnswerKind) => number): Value[] {
  return keysOf(answers).flatMap((kind) => {
    const measured = answers[kind];
    return measured && wanted(kind) ? [{ name: ANSWERS[kind].label, value: value(measured, kind) }] : [];
  });
}

const ofPages = ({ pages }: Result, value: (measured: KindMeasured, kind: PageKind) => number): Value[] =>
  keysOf(pages).flatMap((kind) => (pages[kind] ? [{ name: PAGES[kind].label, value: value(pages[kind], kind) }] : []));

/** The goals of a run; `smaller` is the result of the smaller register, for the growth. */
export function judge(result: Result, smaller: Result | null): Judged[] {
  const counted = (kind: AnswerKind) => ANSWERS[kind].counted;
  const times = ({ one }: KindMeasured) => one.cold.p50 / one.baseline.p50;
  const { profile } = GOALS;
  const indexLimit = GOALS.index(result.size);
  return [
    ...judged({ goal: `search, p50 over 1 connection: at most ${GOALS.search} × baseline`, limit: GOALS.search, values: ofAnswers(result, counted, times) }),
    ...judged({
      goal: `search, answers a second over 20 connections: at least ${GOALS.share} × baseline`,
      limit: GOALS.share,
      atLeast: true,
      values: ofAnswers(result, counted, ({ crowd }) => crowd.cold.perSecond / crowd.baseline.perSecond),
    }),
    ...judged({
      goal: `a profile, p50: at most ${profile.times} × baseline + ${profile.plus} ms`,
      limit: 1,
      values: ofAnswers(
        result,
        (kind) => kind === "profile",
        ({ one }) => one.cold.p50 / (profile.times * one.baseline.p50 + profile.plus),
      ),
      unit: " × that",
    }),
    ...judged({
      goal: `suggestions, p50: at most ${GOALS.suggestions} × baseline`,
      limit: GOALS.suggestions,
      values: ofAnswers(result, (kind) => kind === "suggestions", times),
    }),
    ...judged({
      goal: `every kind of answer, p50: at most ${GOALS.longest.ms} ms`,
      limit: GOALS.longest.ms,
      values:
        result.size >= GOALS.longest.from
          ? ofAnswers(
              result,
              () => true,
              ({ one }) => one.cold.p50,
            )
          : [],
      unit: " ms",
    }),
    ...judged({ goal: `cold pages, p50: at most ${GOALS.page} × the empty page`, limit: GOALS.page, values: ofPages(result, times) }),
    ...judged({ goal: "warm pages, p50: at most the empty page", limit: 1, values: ofPages(result, ({ one }) => one.warm.p50 / one.baseline.p50) }),
    ...judged({
      goal: `growth of the median since ${smaller?.size.toLocaleString("en-GB")} organisations: at most ${GOALS.growth} ×`,
      limit: GOALS.growth,
      values: ofAnswers(
        result,
        (kind) => smaller?.answers[kind] !== undefined,
        ({ one }, kind) => one.cold.p50 / (smaller?.answers[kind]?.one.cold.p50 ?? NaN),
      ),
    }),
    ...judged({
      goal: `${GOALS.import.size.toLocaleString("en-GB")} organisations imported in at most ${GOALS.import.seconds} s`,
      limit: GOALS.import.seconds,
      values: result.size === GOALS.import.size ? [{ name: "took", value: result.register.seconds }] : [],
      unit: " s",
    }),
    ...judged({
      goal: `memory of the import: at most ${GOALS.import.megabytes.toLocaleString("en-GB")} MB`,
      limit: GOALS.import.megabytes,
      values: [{ name: "held", value: result.register.megabytes }],
      unit: " MB",
    }),
    ...judged({ goal: `index built in at most ${indexLimit} s`, limit: indexLimit, values: [{ name: "took", value: result.seconds.index }], unit: " s" }),
  ];
}
