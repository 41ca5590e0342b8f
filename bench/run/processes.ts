// What a process took, as Linux tells it; elsewhere null.
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

function stat(pid: number) {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const number = (at: number) => Number(fields[at]);
  return { parent: number(1), own: number(11) + number(12), ended: number(13) + number(14) };
}

/** The processes that a process started and that still run; none where the system does not tell. */
function childrenOf(pid: number): number[] {
  if (!existsSync("/proc")) return [];
  const pids = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((child) => {
    try {
      return stat(child).parent === pid;
    } catch {
      // It ended while we looked.
      return false;
    }
  });
}

/** Processor time in seconds of a process, its present children and those that ended. */
export function processorSeconds(pid: number): number | null {
  try {
    const self = stat(pid);
    return (self.own + self.ended + childrenOf(pid).reduce((sum, child) => sum + stat(child).own, 0)) / TICKS;
  } catch {
    return null;
  }
}

/** The most memory that a process ever held, in MB. */
export function peakMegabytes(pid: number): number | null {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
  } catch {
    return null;
  }
}
