// npm run backup and npm run restore.
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { withClient } from "../runtime/connection";
import { Failure, explain } from "../runtime/failure";
import { step } from "../runtime/steps";
import { datedName, lengthOfTime, removeOld } from "./keep";
import { restoreBackup } from "./restore";
import { writeBackup } from "./write";

const USAGE = {
  backup: "Say where to, as in: npm run backup -- directory.backup, or beside the site: npm run backup -- directory.backup --every 24h --keep 14",
  restore: "Say which backup, as in: npm run restore -- directory.backup",
};

type Database = { url: string; stop: () => Promise<void> };

function parse(args: string[], options: Record<string, { type: "string" }>, usage: string): { file: string; values: Partial<Record<string, string>> } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length === 1) return { file: resolve(positionals[0]!), values };
  } catch {
    // An option that does not exist, or without its value.
  }
  throw new Failure(usage);
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0)} MB`;

/** Takes one backup, and notes it in the database where administrators see it. A database of before that table has no such note. */
async function backUp({ url, stop }: Database, file: string): Promise<void> {
  await step(`Writing ${file}`, async () => {
    const bytes = await writeBackup(url, file);
    await withClient(url, async (client) => {
      const { rows } = await client.query<{ notes: boolean }>(`SELECT to_regclass('"Backup"') IS NOT NULL AS notes`);
      if (rows[0]?.notes) await client.query('INSERT INTO "Backup" ("bytes") VALUES ($1)', [bytes]);
    });
    return megabytes(bytes);
  }).finally(stop);
}

/**
 * `npm run backup -- file`, once; or with --every, until it is stopped, to files named after the moment, of which --keep remain.
 * @param reach opens the database, which a running site shares; it is closed between two backups
 */
export async function backupCommand(args: string[], reach: () => Promise<Database>): Promise<number> {
  const { file, values } = parse(args, { every: { type: "string" }, keep: { type: "string" } }, USAGE.backup);
  const { every, keep = "14" } = values;
  if (every === undefined) {
    await backUp(await reach(), file);
    return 0;
  }
  const interval = lengthOfTime(every);
  if (!interval) throw new Failure(`--every is "${every}" but must be a length of time, such as 30m, 24h or 7d (24d at most).`);
  if (!/^[1-9]\d{0,4}$/.test(keep)) throw new Failure(`--keep is "${keep}" but must be a number of backups, 1 or more.`);
  for (;;) {
    const begun = Date.now();
    try {
      await backUp(await reach(), datedName(file, new Date()));
      for (const name of await removeOld(file, Number(keep))) console.log(`  removed ${name}`);
    } catch (error) {
      // The next one may succeed; until then the old ones stay, and administrators see the age of the last.
      console.error(explain(error));
    }
    await pause(Math.max(1000, interval - (Date.now() - begun)));
  }
}

/** `npm run restore -- file`. `finish` writes what pages read, once the rows are there. */
export async function restoreCommand(args: string[], reach: () => Promise<Database>, finish: (url: string) => Promise<void>): Promise<number> {
  const { file, values } = parse(args, { replace: { type: "string" } }, USAGE.restore);
  const { url, stop } = await reach();
  await step(`Restoring ${file}`, () => restoreBackup(url, file, values));
  await finish(url);
  await stop();
  console.log("Restored. Nobody is signed in; servers that ran meanwhile must be started again.");
  return 0;
}
