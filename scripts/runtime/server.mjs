// The site's server, as a child of ours.
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "./paths.mjs";
import { Failure } from "./failure.mjs";
import { beforeEnd } from "./lifetime.mjs";
import { nextProgram, siteProgram } from "./build.mjs";

const followParent = new URL("./follow-parent.mjs", import.meta.url).href;

/** The environment of the server: what the terminal sets, and what it needs from us. */
export function serverEnvironment({ databaseUrl, authSecret, port, development }) {
  const publicUrl = process.env.PUBLIC_URL;
  return {
    ...process.env,
    NODE_ENV: development ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || authSecret,
    ...(publicUrl ? { NEXTAUTH_URL: publicUrl } : { AUTH_TRUST_HOST: "true" }),
  };
}

/**
 * Starts the site (or `next dev`) and waits until it answers.
 * @returns {Promise<{ origin: string, closed: Promise<string>, stop: () => Promise<void> }>}
 * `closed` tells, in words, how the server ended.
 */
export async function startServer({ env, port, development = false, output = "inherit" }) {
  const host = env.HOST;
  // `next dev` runs without server/.
  const args = development ? [nextProgram, "dev", "-p", String(port), ...(host ? ["-H", host] : [])] : [siteProgram(env.NEXT_DIST_DIR || undefined)];
  // Node sizes its heap for the whole machine; the site needs far less, and shares the machine with its database.
  const ownHeap = development || /max-old-space-size/.test(env.NODE_OPTIONS ?? "") ? [] : ["--max-old-space-size=256"];
  const child = spawn(process.execPath, [...ownHeap, "--import", followParent, ...args], {
    cwd: root,
    env,
    stdio: ["ignore", output, output, "ipc"],
  });
  const closed = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  let running = true;
  closed.then(() => (running = false));

  let forget = () => {};
  const stop = async () => {
    forget();
    if (!running) return;
    child.kill("SIGTERM");
    const stubborn = setTimeout(() => child.kill("SIGKILL"), 8000);
    await closed;
    clearTimeout(stubborn);
  };
  forget = beforeEnd(stop);

  const origin = `http://${!host || host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;
  const ended = closed.then((how) => {
    throw new Failure(`The server stopped before it answered (${how}).`);
  });
  await Promise.race([firstAnswer(origin), ended]);
  return { origin, closed, stop };
}

async function firstAnswer(origin) {
  for (;;) {
    try {
      const { status } = await fetch(origin, { redirect: "manual", signal: AbortSignal.timeout(60_000) });
      return status;
    } catch {
      await pause(150);
    }
  }
}
