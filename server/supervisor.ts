import cluster from "node:cluster";
import { logger } from "@/lib/logger";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** What an end that is not the program's own says, in the log. */
const WHY: Record<string, string> = {
  SIGABRT: "a fatal error, such as a heap without room",
  SIGKILL: "killed from outside, as by a system without memory",
};
/** A worker that served that long did not fail because of how it was started: its replacement waits no longer than the first. */
const STABLE_MS = 60_000;

/**
 * Runs `count` worker processes that share the port, and replaces each that dies, after a pause that doubles with every
 * failure in a row. When one dies before any has listened, a setting is wrong: all then end, and this process with the
 * same code. SIGTERM and SIGINT end the workers, which finish their running requests, and then this process.
 */
export function supervise(count: number): void {
  let running = 0;
  let anyListened = false;
  let exitCode: number | null = null;
  const replacements = new Set<NodeJS.Timeout>();

  function start(pauseMs: number): void {
    // Each knows how many share the memory.
    const worker = cluster.fork({ WORKERS: String(count) });
    const startedAt = performance.now();
    running += 1;
    worker.once("listening", () => (anyListened = true));
    worker.once("exit", (code, signal) => {
      running -= 1;
      const details = { worker: worker.process.pid, code, signal, why: WHY[signal ?? ""] };
      if (exitCode === null && anyListened) replace(details, performance.now() - startedAt > STABLE_MS ? FIRST_PAUSE_MS : pauseMs);
      else if (exitCode === null) {
        logger.fatal(details, "A worker could not start");
        end(code || 1);
      }
      // The channel to the command that started us would keep this process alive.
      if (exitCode !== null && running === 0) process.exit(exitCode);
    });
  }

  function replace(details: object, pauseMs: number): void {
    logger.error({ ...details, pauseMs }, "A worker died: another takes its place");
    const replacement = setTimeout(() => {
      replacements.delete(replacement);
      start(Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
    }, pauseMs);
    replacements.add(replacement);
  }

  function end(code: number): void {
    if (exitCode !== null) return;
    exitCode = code;
    for (const replacement of replacements) clearTimeout(replacement);
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM");
    if (running === 0) process.exit(exitCode);
  }

  // Workers accept connections themselves, each as it has time. Handed out in turn by this process instead (the default), one
  // that was on its way to a worker that died would never be answered.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => end(0));
  for (let index = 0; index < count; index++) start(FIRST_PAUSE_MS);
}
