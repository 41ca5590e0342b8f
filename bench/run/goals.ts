// What was to be reached, and whether it was.
import { ANSWERS, GOALS, PAGES } from "./kinds.mjs";

const shown = (value) => (value >= 100 ? Math.round(value).toLocaleString("en-GB") : value.toFixed(value < 10 ? 2 : 1));

/** The worst of several values, with its name. */
const worstOf = (values, isWorse) => values.reduce((worst, value) => (worst === null || isWorse(value.value, worst.value) ? value : worst), null);

/** @returns one line of the table of goals */
function judged({ goal, limit, values, atLeast = false, unit = "" }) {
  if (values.length === 0) return [];
  const fails = (value) => (atLeast ? value < limit : value > limit);
  const worst = worstOf(values, (a, b) => (atLeast ? a < b : a > b));
  const failing = values.filter(({ value }) => fails(value));
  const list = failing.map(({ name, value }) => `${name} ${shown(value)}${unit}`).join(", ");
  const counted = values.length > 1 ? `${values.length - failing.length} of ${values.length}; ` : "";
  return [
    { goal, met: failing.length === 0, found: failing.length === 0 ? `${counted}worst: ${worst.name} ${shown(worst.value)}${unit}` : `${counted}not: ${list}` },
  ];
}

const labelled = (kinds, found, value) => Object.entries(found).map(([kind, measured]) => ({ name: kinds[kind].label, value: value(measured, kind) }));

/** The time a page may take: 1.3 × the empty page + the floor of what it reads; null when that was not measured. */
export function pageLimit({ answers, pages }, kind) {
  const reads = answers[PAGES[kind].reads];
  return reads ? GOALS.page * pages[kind].one.floor.p50 + reads.one.floor.p50 : null;
}

/**
 * @param {object} result of a run
 * @param {object | null} smaller the result of the smaller register, for the growth
 * @returns {{ goal: string, met: boolean, found: string }[]}
 */
export function judge(result, smaller) {
  const counted = Object.fromEntries(Object.entries(result.answers).filter(([kind]) => ANSWERS[kind].counted));
  const bounded = Object.fromEntries(Object.entries(result.pages).filter(([kind]) => pageLimit(result, kind) !== null));
  const ofLimit = (way) => labelled(PAGES, bounded, (measured, kind) => measured.one[way].p50 / pageLimit(result, kind));
  const grown = smaller ? Object.fromEntries(Object.entries(result.answers).filter(([kind]) => smaller.answers[kind])) : {};
  const indexLimit = GOALS.index(result.size);
  return [
    ...judged({
      goal: `search, p50 at 1 connection: at most ${GOALS.ratio} × floor`,
      limit: GOALS.ratio,
      values: labelled(ANSWERS, counted, ({ one }) => one.miss.p50 / one.floor.p50),
      unit: " ×",
    }),
    ...judged({
      goal: `search, answers a second at 20 connections: at least ${GOALS.share} × floor`,
      limit: GOALS.share,
      atLeast: true,
      values: labelled(ANSWERS, counted, ({ crowd }) => crowd.miss.perSecond / crowd.floor.perSecond),
      unit: " ×",
    }),
    ...(result.size >= GOALS.longest.from
      ? judged({
          goal: `every kind of answer, p50: at most ${GOALS.longest.ms} ms`,
          limit: GOALS.longest.ms,
          values: labelled(ANSWERS, result.answers, ({ one }) => one.miss.p50),
          unit: " ms",
        })
      : []),
    ...judged({ goal: `pages made anew, p50: at most ${GOALS.page} × page floor + floor`, limit: 1, values: ofLimit("miss"), unit: " × that" }),
    ...judged({ goal: `pages kept from before, p50: the same`, limit: 1, values: ofLimit("hit"), unit: " × that" }),
    ...judged({
      goal: `growth of the median since ${smaller?.size.toLocaleString("en-GB")} organisations: at most ${GOALS.growth} ×`,
      limit: GOALS.growth,
      values: labelled(ANSWERS, grown, ({ one }, kind) => one.miss.p50 / smaller.answers[kind].one.miss.p50),
      unit: " ×",
    }),
    ...judged({ goal: `index built in at most ${indexLimit} s`, limit: indexLimit, values: [{ name: "took", value: result.seconds.index }], unit: " s" }),
  ];
}
