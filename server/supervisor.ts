import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { logger } from "@/lib/logger";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** What an end that is not the program's own says, in the log. */
const WHY: Record<string, string> = {
  SIGABRT: "a fatal error, such as a heap without room",
  SIGKILL: "killed from outside, as by a system without memory",
};
/** A process that served that long did not fail because of how it was started: its replacement waits no longer than the first. */
const STABLE_MS = 60_000;

const READY = "ready";

/** What a process of the site is there for. `ready` tells the supervisor that it listens. */
export type Role = ({ name: "front"; sockets: string[] } | { name: "worker"; socket: string; takesLong: boolean }) & { ready: () => void };

/** Told to the last of several workers, which makes what takes long (`sharedAmong`). */
const LONG = "long";

/** The role that the supervisor gave this process in its arguments; null for the supervisor itself. */
export function roleOf([, , name, ...args]: readonly string[]): Role | null {
  const ready = () => void process.send?.(READY);
  if (name === "front") return { name, sockets: args, ready };
  return name === "worker" ? { name, socket: args[0]!, takesLong: args[1] === LONG, ready } : null;
}

/**
 * Runs `count` worker processes, each behind a Unix socket of its own, and before them the front, once one of them is ready. Each is this very
 * program, with its role as arguments. One that dies is replaced, after a pause that doubles with every failure in a row. When one dies
 * before any of its role was ready, a setting is wrong: all then end, and this process with the same code. SIGTERM and SIGINT end the
 * front, which finishes its running requests, then the workers, and then this process.
 */
export function supervise(count: number): void {
  // Only who may read this folder may speak to a worker.
  const folder = mkdtempSync(join(tmpdir(), "directory-"));
  const sockets = Array.from({ length: count }, (_, index) => join(folder, String(index)));
  const running = new Map<ChildProcess, Role["name"]>();
  const wereReady = new Set<Role["name"]>();
  const replacements = new Set<NodeJS.Timeout>();
  let exitCode: number | null = null;

  function start(name: Role["name"], args: string[], pauseMs = FIRST_PAUSE_MS): void {
    const child = fork(process.argv[1]!, [name, ...args]);
    const startedAt = performance.now();
    running.set(child, name);
    child.on("message", (said) => {
      if (said !== READY) return;
      if (exitCode === null && !wereReady.has("worker")) start("front", sockets);
      wereReady.add(name);
    });
    child.once("exit", (code, signal) => {
      running.delete(child);
      const details = { role: name, child: child.pid, code, signal, why: WHY[signal ?? ""] };
      if (exitCode !== null) return endNext();
      if (wereReady.has(name)) return replace(details, performance.now() - startedAt > STABLE_MS ? FIRST_PAUSE_MS : pauseMs);
      logger.fatal(details, "A process of the site could not start");
      end(code || 1);
    });

    function replace(why: object, afterMs: number): void {
      logger.error({ ...why, pauseMs: afterMs }, "A process of the site died: another takes its place");
      const replacement = setTimeout(() => {
        replacements.delete(replacement);
        start(name, args, Math.min(afterMs * 2, LONGEST_PAUSE_MS));
      }, afterMs);
      replacements.add(replacement);
    }
  }

  function end(code: number): void {
    if (exitCode !== null) return;
    exitCode = code;
    for (const replacement of replacements) clearTimeout(replacement);
    endNext();
  }

  /** The front while there is one, else the workers, else this process. */
  function endNext(): void {
    const fronts = [...running].filter(([, name]) => name === "front");
    for (const [child] of fronts.length > 0 ? fronts : running) child.kill("SIGTERM");
    if (running.size > 0) return;
    rmSync(folder, { recursive: true, force: true });
    // The channel to the command that started us would keep this process alive.
    process.exit(exitCode!);
  }

  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => end(0));
  sockets.forEach((socket, index) => start("worker", index > 0 && index === count - 1 ? [socket, LONG] : [socket]));
}
