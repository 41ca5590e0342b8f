// Whether the site and the floor give the same answer: a floor that found less would be no floor.

const ASKED = 12;

const answerOf = async (url) => (await fetch(url)).json();

/** The counts of all facets as one text, in whatever order they are told. */
const countsOf = (facets) =>
  Object.entries(facets)
    .flatMap(([group, values]) => values.filter(({ count }) => count > 0).map(({ value, count }) => `${group}:${value} ${count}`))
    .sort()
    .join("\n");

/**
 * Compares the answers to some questions of one kind.
 * @returns {Promise<{ asked: number, total: number, items: number, facets: number, differing: string[] }>} how many agree, and those that do not
 */
export async function compareAnswers(site, floor, paths) {
  const found = { asked: 0, total: 0, items: 0, facets: 0, differing: [] };
  const stride = Math.max(1, Math.floor(paths.length / ASKED));
  for (const path of paths.filter((_, index) => index % stride === 0).slice(0, ASKED)) {
    const [ours, theirs] = [await answerOf(site + path), await answerOf(floor + path)];
    const same = {
      total: ours.total === theirs.total,
      items: ours.items.map(({ slug }) => slug).join() === theirs.items.map(({ slug }) => slug).join(),
      facets: countsOf(ours.facets) === countsOf(theirs.facets),
    };
    found.asked += 1;
    for (const what of Object.keys(same)) found[what] += Number(same[what]);
    const wrong = Object.keys(same).filter((what) => !same[what]);
    if (wrong.length > 0) found.differing.push(`${path} (${wrong.join(", ")}; totals ${ours.total} and ${theirs.total})`);
  }
  return found;
}
