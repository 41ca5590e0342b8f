import { constants, setPriority } from "node:os";
import { execa } from "execa";
import { Failure } from "./failure";
import { beforeEnd } from "./lifetime";
import { root } from "./paths";

export type Execution = { show?: boolean; failure?: string; env?: NodeJS.ProcessEnv; cwd?: string; uid?: number; gid?: number; yields?: boolean };

/**
 * Runs a program to its end and returns `{ code, output }`; it ends with us.
 * `show: true` lets it write to the terminal; otherwise its output is kept and shown only on failure.
 * `failure` is the sentence for a non-zero exit; without it the code is returned to the caller.
 * `yields: true` leaves the processor to whoever else wants it.
 */
export async function execute(command: string, args: string[], { show = false, failure, yields = false, ...options }: Execution = {}) {
  const stream = show ? "inherit" : "pipe";
  const child = execa(command, args, {
    cwd: root,
    extendEnv: false,
    env: process.env,
    ...options,
    stdin: "ignore",
    stdout: stream,
    stderr: stream,
    all: true,
    reject: false,
  });
  if (yields && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const forget = beforeEnd(async () => {
    child.kill();
    await child;
  });
  const { exitCode, failed, all, shortMessage } = await child;
  forget();
  const output = all || (failed ? shortMessage : "") || "";
  if (failed && failure) throw new Failure(failure, output);
  return { code: failed ? (exitCode ?? 1) : 0, output };
}

/** Runs a JavaScript file with this very Node, which may not be the one in the PATH. */
export const executeNode = (args: string[], options?: Execution) => execute(process.execPath, args, options);

/** Runs a TypeScript file of the project the way every script of it runs. */
export const executeScript = (file: string, args: string[], options?: Execution) =>
  executeNode(["--conditions=react-server", "--import", "tsx", file, ...args], options);
