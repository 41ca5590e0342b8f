// Whether the site and the baseline find the same number of organisations: a baseline that found fewer would be none.

const ASKED = 12;

const totalOf = async (url: string) => ((await (await fetch(url)).json()) as { total: number }).total;

export type Agreement = { asked: number; same: number; differing: string[] };

/** Compares the totals of some questions of one kind. */
export async function compareTotals(site: string, baseline: string, paths: readonly string[]): Promise<Agreement> {
  const found: Agreement = { asked: 0, same: 0, differing: [] };
  const stride = Math.max(1, Math.floor(paths.length / ASKED));
  for (const path of paths.filter((_, index) => index % stride === 0).slice(0, ASKED)) {
    const [ours, theirs] = [await totalOf(site + path), await totalOf(baseline + path)];
    found.asked += 1;
    if (ours === theirs) found.same += 1;
    else found.differing.push(`${path}: ${ours} and ${theirs}`);
  }
  return found;
}
