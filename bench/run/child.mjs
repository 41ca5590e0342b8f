// A server that is no site: a child of ours that ends with us.
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "../../scripts/runtime/failure.mjs";
import { beforeEnd } from "../../scripts/runtime/lifetime.mjs";
import { root } from "../../scripts/runtime/paths.mjs";

const followParent = new URL("../../scripts/runtime/follow-parent.mjs", import.meta.url).href;
const PATIENCE_MS = 120_000;

/**
 * Runs a JavaScript file with this very Node and waits until `path` is answered.
 * @returns {Promise<{ origin: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startChild(args, { env, port, path }) {
  const child = spawn(process.execPath, ["--import", followParent, ...args], { cwd: root, env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  let running = true;
  const closed = new Promise((resolve) => child.once("exit", resolve)).then(() => (running = false));
  let forget = () => {};
  const stop = async () => {
    forget();
    if (running) child.kill("SIGTERM");
    const stubborn = setTimeout(() => child.kill("SIGKILL"), 8000);
    await closed;
    clearTimeout(stubborn);
  };
  forget = beforeEnd(stop);
  const origin = `http://127.0.0.1:${port}`;
  for (const begun = Date.now(); Date.now() - begun < PATIENCE_MS; await pause(100)) {
    if (!running) throw new Failure(`The server of port ${port} stopped before it answered.`);
    const response = await fetch(origin + path).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return { origin, pid: child.pid, stop };
  }
  throw new Failure(`The server of port ${port} does not answer.`);
}
