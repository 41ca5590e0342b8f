// A backup now and then, beside the site.
import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { readBackup } from "./format";

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The milliseconds of a length of time such as "30m", "24h" or "7d", at most 24 days; null for anything else. */
export function lengthOfTime(text: string): number | null {
  const [, number, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  const length = Number(number) * UNITS[unit as keyof typeof UNITS];
  return length > 0 && length <= 24 * UNITS.d ? length : null;
}

const DATE = "\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}Z";

/** The name of the backup of a moment: "mali-2026-11-21T20-00-00Z.backup" for "mali.backup". */
export function datedName(file: string, at: Date): string {
  const extension = extname(file);
  const date = `${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
  return join(dirname(file), `${basename(file, extension)}-${date}${extension}`);
}

async function isBackup(file: string): Promise<boolean> {
  const parts = readBackup(file);
  return await parts.next().then(
    () => parts.return(undefined).then(() => true),
    () => false,
  );
}

/** What is written for longer belongs to a backup that was killed outright. */
const LONGEST_WRITING_MS = UNITS.d;

/**
 * Removes all but the newest `keep` backups that datedName named after `file`, and what one that was killed left; what is no
 * backup of ours stays. Returns the names.
 */
export async function removeOld(file: string, keep: number): Promise<string[]> {
  const extension = extname(file);
  const beginning = `${basename(file, extension)}-`;
  const named = (ending: string) => {
    const isNamed = new RegExp(`^${DATE}${extension.replace(/\W/g, "\\$&")}${ending}$`);
    return readdirSync(dirname(file)).filter((name) => name.startsWith(beginning) && isNamed.test(name.slice(beginning.length)));
  };
  const removed = named("\\.\\d+\\.part").filter((name) => Date.now() - statSync(join(dirname(file), name)).mtimeMs > LONGEST_WRITING_MS);
  for (const name of removed) rmSync(join(dirname(file), name));
  for (const name of named("").sort().slice(0, -keep)) {
    if (!(await isBackup(join(dirname(file), name)))) continue;
    rmSync(join(dirname(file), name));
    removed.push(name);
  }
  return removed;
}
