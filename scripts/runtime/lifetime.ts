// What must be undone when the process ends, however it ends.
import { readFileSync } from "node:fs";
import { explain } from "./failure.mjs";

const undo = [];
let ending = null;

/** Registers `fn` to run before the process ends (last registered first). Returns a function that forgets it. */
export function beforeEnd(fn) {
  undo.push(fn);
  return () => {
    const at = undo.indexOf(fn);
    if (at >= 0) undo.splice(at, 1);
  };
}

/** True once the process is on its way out. */
export const isEnding = () => ending !== null;

/** Undoes everything in order, then ends the process. A second call waits for the first. */
export function end(code) {
  ending ??= (async () => {
    while (undo.length > 0) {
      try {
        await undo.pop()();
      } catch (error) {
        console.error(explain(error));
        code ||= 1;
      }
    }
    process.exit(code);
  })();
  return ending;
}

/**
 * Runs `main` as the whole program. Ctrl-C, SIGTERM and a closed terminal end it cleanly with
 * `interruptedCode`; an error prints its sentence and ends it with code 1.
 */
export async function run(main, { interruptedCode = 130 } = {}) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(interruptedCode));
  const fail = (error) => {
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

/** The parent of a process and, where the system tells it, the parent of that one: npm runs us through a shell. */
function elders() {
  const parent = process.ppid;
  try {
    return `${parent} ${readFileSync(`/proc/${parent}/stat`, "utf8").split(") ").pop().split(" ")[1]}`;
  } catch {
    return String(parent);
  }
}

/** npm killed outright cannot pass the signal on: without this we would stay behind and hold the port. */
function followNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const before = elders();
  setInterval(() => {
    if (elders() !== before) void end(1);
  }, 1000).unref();
}
