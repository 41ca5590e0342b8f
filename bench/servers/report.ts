// The table of a run.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { inCheckout } from "../../scripts/runtime/paths";
import type { Reading } from "./load";
import type { Written } from "./writes";

export type Result = {
  organisations: number;
  versions: string;
  throughput: { what: string; one: Reading; two: Reading }[];
  reads: { name: string; read: number }[];
  takenAway: Reading;
  killed: Reading;
  written: Written;
  lagging: Written;
  seconds: number;
};

const whole = (value: number) => Math.round(value).toLocaleString("en-GB");
const share = (part: number, all: number) => `${Math.round((100 * part) / all)} %`;

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? NaN;
}

/** Markdown of a run. */
export function reportOf({ organisations, versions, throughput, reads, takenAway, written, lagging, killed, seconds }: Result): string {
  const loads = throughput.map(({ what, one, two }) => {
    const cell = (load: Reading) => `${whole(load.perSecond)}/s, p50 ${whole(load.p50)} ms`;
    return `| ${what} | ${cell(one)} | ${cell(two)} | ${(two.perSecond / one.perSecond).toFixed(2)} × |`;
  });
  const all = reads.reduce((sum, { read }) => sum + read, 0);
  const outcome = (what: string, load: Reading) => `| ${what} | ${whole(load.answered)} | **${load.failed}** | ${whole(load.longest)} ms |`;
  const write = (what: string, { writes, reads: looked, stale, ms }: Written) =>
    `| ${what} | ${writes} | ${looked} | **${stale}** | ${whole(quantile(ms, 0.5))} ms, ${whole(quantile(ms, 0.975))} ms |`;
  return [
    `# Several servers`,
    "",
    `One primary, two streaming replicas, a PgBouncer before each, two servers and HAProxy, with ${whole(organisations)} public organisations,`,
    `all on one machine together with the readers: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${versions}.`,
    `20 connections, through the proxy. The run took ${whole(seconds)} s.`,
    "",
    "| Readers | 1 server | 2 servers | |",
    "|---|---|---|---|",
    ...loads,
    "",
    `Servers, databases, proxy and readers share ${cpus().length} cores: a second server brings what they leave free.`,
    "",
    "| Rows of organisations read for cold pages | |",
    "|---|---|",
    ...reads.map(({ name, read }) => `| ${name} | ${whole(read)} (${share(read, all)}) |`),
    "",
    "| Under that load | Readings answered | Failed | Longest |",
    "|---|---|---|---|",
    outcome("a server is stopped (SIGTERM)", takenAway),
    outcome("a replica is killed (SIGKILL)", killed),
    "",
    "| An editor writes through one server and reads through the other | Writes | Readings after | Stale | Write answered to seen: p50, p97.5 |",
    "|---|---|---|---|---|",
    write("replicas follow", written),
    write("one replica stands still", lagging),
    "",
  ].join("\n");
}

/** Prints the report and keeps it in bench/results. */
export function keepReport(markdown: string): void {
  process.stdout.write(`\n${markdown}`);
  mkdirSync(inCheckout("bench/results"), { recursive: true });
  writeFileSync(inCheckout("bench/results/servers.md"), markdown);
}
