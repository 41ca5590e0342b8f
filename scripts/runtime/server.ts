// The site's server, as a child of ours.
import { setTimeout as pause } from "node:timers/promises";
import { execa } from "execa";
import { siteProgram, oneProcessProgram } from "./build";
import { Failure } from "./failure";
import { beforeEnd } from "./lifetime";
import { inCheckout, root } from "./paths";

/** Imported before the server: when we are killed outright, it ends too and frees its port. */
const FOLLOW_PARENT = `data:text/javascript,process.on("disconnect",()=>process.kill(process.pid,"SIGTERM"))`;

/** Where a server writes: our terminal, nowhere, or the end of a file. */
export type Output = "inherit" | "ignore" | { file: string; append: true };
export type Child = { pid: number; isRunning: () => boolean; closed: Promise<string>; stop: () => Promise<void> };

/**
 * Starts a JavaScript file with this very Node. It ends when we do, however we end; SIGTERM asks it to, and SIGKILL does after
 * eight seconds. `closed` tells in words how it ended.
 */
export function startNode(args: string[], { env, output }: { env: NodeJS.ProcessEnv; output: Output }): Child {
  const child = execa(process.execPath, ["--import", FOLLOW_PARENT, ...args], {
    cwd: root,
    env,
    extendEnv: false,
    stdin: "ignore",
    stdout: output,
    stderr: output,
    ipc: true,
    buffer: false,
    reject: false,
    forceKillAfterDelay: 8000,
  });
  let running = true;
  const closed = child.then(({ failed, signal, exitCode, shortMessage }) => {
    running = false;
    if (signal) return `signal ${signal}`;
    return exitCode === undefined && failed ? (shortMessage ?? "") : `exit code ${exitCode}`;
  });
  const stop = async () => {
    forget();
    if (running) child.kill();
    await closed;
  };
  const forget = beforeEnd(stop);
  return { pid: child.pid!, isRunning: () => running, closed, stop };
}

type Settings = { databaseUrl: string; authSecret?: string; port: number; development?: boolean };

/** The environment of the server: what the terminal sets, and what it needs from us. */
export function serverEnvironment({ databaseUrl, authSecret, port, development = false }: Settings): NodeJS.ProcessEnv {
  const publicUrl = process.env.PUBLIC_URL;
  return {
    ...process.env,
    NODE_ENV: development ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    // glibc keeps a pool of freed memory for each thread that compresses: two pools hold 60 MB less than its own choice.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX || "2",
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || authSecret,
    ...(publicUrl ? { NEXTAUTH_URL: publicUrl } : { AUTH_TRUST_HOST: "true" }),
  };
}

/** `alone`: the whole site in one process, to be measured. */
type ServerOptions = { env: NodeJS.ProcessEnv; port: number; development?: boolean; alone?: boolean; output?: Output };

/** Starts the site, from its build or for development from its sources, and waits until it answers. */
export async function startServer({ env, port, development = false, alone = false, output = "inherit" }: ServerOptions): Promise<Child & { origin: string }> {
  const host = env.HOST;
  const program = alone ? oneProcessProgram : siteProgram;
  const args = development ? ["--import", "tsx", inCheckout("server/site.ts")] : [program(env.NEXT_DIST_DIR || undefined)];
  // Node sizes its heap for the whole machine; the site needs far less, and shares the machine with its database. A
  // larger young generation than 16 MB holds more memory and renders no faster.
  const ownHeap = development || /max-old-space-size/.test(env.NODE_OPTIONS ?? "") ? [] : ["--max-old-space-size=256", "--max-semi-space-size=16"];
  const child = startNode([...ownHeap, ...args], { env, output });
  const origin = `http://${!host || host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;
  await firstAnswer(child, origin);
  return { ...child, origin };
}

/** Waits until `url` is answered with anything. */
export async function firstAnswer({ isRunning, closed }: Child, url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(60_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer) return;
    if (!isRunning()) throw new Failure(`The server stopped before it answered (${await closed}).`);
    await pause(150);
  }
}
