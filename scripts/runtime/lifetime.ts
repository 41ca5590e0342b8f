// What must be undone when the process ends, however it ends.
import { existsSync, readFileSync } from "node:fs";
import { explain } from "./failure";

type Undo = () => unknown;

const undo: Undo[] = [];
let ending: Promise<never> | undefined;

/** Registers `work` to run before the process ends (last registered first). Returns a function that forgets it. */
export function beforeEnd(work: Undo): () => void {
  undo.push(work);
  return () => {
    const at = undo.indexOf(work);
    if (at >= 0) undo.splice(at, 1);
  };
}

/** True once the process is on its way out. */
export const isEnding = () => ending !== undefined;

/** Undoes everything in order, then ends the process. A second call waits for the first. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    for (let work; (work = undo.pop());) {
      try {
        await work();
      } catch (error) {
        console.error(explain(error));
        code ||= 1;
      }
    }
    return process.exit(code);
  })();
  return ending;
}

/**
 * Runs `main` as the whole program; it may return an exit code. Ctrl-C, SIGTERM and a closed terminal end it cleanly
 * with `interruptedCode`; an error prints its sentence and ends it with code 1.
 */
export async function run(main: () => Promise<number | void>, { interruptedCode = 130 } = {}): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(interruptedCode));
  const fail = (error: unknown) => {
    // A step interrupted by Ctrl-C fails too; that failure is not news.
    if (!isEnding()) console.error(`\n${explain(error)}`);
    return end(1);
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  followNpm();
  try {
    await end((await main()) ?? 0);
  } catch (error) {
    await fail(error);
  }
}

/** The parent of this process and, where the system tells it, the parent of that one: npm runs us through a shell. */
function elders(): string {
  const shell = `/proc/${process.ppid}/stat`;
  return `${process.ppid} ${existsSync(shell) ? readFileSync(shell, "utf8").split(") ").pop()?.split(" ")[1] : ""}`;
}

/** npm killed outright cannot pass the signal on: without this we would stay behind and hold the port. */
function followNpm(): void {
  const before = elders();
  const check = () => elders() !== before && void end(1);
  if (process.env.npm_lifecycle_event) setInterval(check, 1000).unref();
}
