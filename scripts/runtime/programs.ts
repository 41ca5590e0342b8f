import { spawn } from "node:child_process";
import { root } from "./paths.mjs";
import { Failure } from "./failure.mjs";
import { beforeEnd } from "./lifetime.mjs";

/** The first and last lines of a long output: programs say the cause first or last. */
function excerpt(text, first = 15, last = 25) {
  const lines = text.trimEnd().split("\n");
  return lines.length <= first + last ? lines.join("\n") : [...lines.slice(0, first), "  […]", ...lines.slice(-last)].join("\n");
}

/**
 * Runs a program to its end and returns `{ code, output }`.
 * `show: true` lets it write to the terminal; otherwise its output is kept and shown only on failure.
 * `failure` is the sentence for a non-zero exit; without it the code is returned to the caller.
 */
export async function execute(command, args, { show = false, failure, env = process.env, cwd = root, ...options } = {}) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    ...options,
  });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const closed = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
  const forget = beforeEnd(async () => {
    child.kill("SIGTERM");
    await closed.catch(() => {});
  });
  const code = await closed.finally(forget);
  if (failure && code !== 0) throw new Failure(failure, excerpt(output));
  return { code, output };
}

/** Runs a JavaScript file with this very Node, which may not be the one in the PATH. */
export const executeNode = (args, options) => execute(process.execPath, args, options);

/** Runs a TypeScript file of the project the way every script of it runs. */
export const executeScript = (file, args, options) => executeNode(["--conditions=react-server", "--import", "tsx", file, ...args], options);
