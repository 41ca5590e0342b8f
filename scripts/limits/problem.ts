/** How many problems are worth reading before the file is mended. */
const MOST = 20;

/** A file of limits that cannot be imported, with everything that is wrong with it: what, where, and what to do. */
export class LimitsRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    const more = problems.length - MOST;
    super([...problems.slice(0, MOST), ...(more > 0 ? [`… and ${more} more.`] : [])].join("\n"));
  }
}

/** Ends the reading when there is something to mend. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new LimitsRefused(problems);
}
