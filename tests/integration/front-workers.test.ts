import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read, text } from "../support/front-reader";

describe("several workers", () => {
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  let supervisor: ChildProcess;
  let exit: Promise<number | null>;
  let port: number;
  const said = (line: RegExp) =>
    new Promise<string>((resolve) => supervisor.stdout!.on("data", (data: Buffer) => line.test(data.toString()) && resolve(data.toString())));

  /** Reads until so many workers have answered; every read must succeed. */
  async function workers(count: number): Promise<number[]> {
    const pids = new Set<number>();
    while (pids.size < count) {
      const answer = await read(port, "/carte");
      expect(answer.status).toBe(200);
      pids.add(Number(/rendered by (\d+)/.exec(text(answer))![1]));
    }
    return [...pids];
  }

  beforeAll(async () => {
    const program = fileURLToPath(new URL("../support/two-workers.ts", import.meta.url));
    supervisor = spawn(process.execPath, ["--import", "tsx", program], { env: { ...process.env, LOG_LEVEL: "silent" }, stdio: ["ignore", "pipe", "inherit"] });
    exit = new Promise((resolve) => supervisor.once("exit", resolve));
    port = parseInt(await said(/^\d+$/m));
  }, 30_000);
  afterAll(() => void supervisor.kill("SIGKILL"));

  it("share a port, and when one is killed the other goes on until it is replaced", async () => {
    const [first, second] = await workers(2);
    process.kill(first!, "SIGKILL");
    await expect.poll(() => isAlive(first!), { interval: 5 }).toBe(false);
    const after = await workers(2);
    expect(after).toContain(second);
    expect(after).not.toContain(first);
  }, 30_000);

  it("end together, once their running requests have been answered", async () => {
    const pids = await workers(2);
    const begun = said(/\/slow/);
    const running = read(port, "/slow");
    await begun;
    supervisor.kill("SIGTERM");
    expect((await running).status).toBe(200);
    expect(await exit).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
  }, 30_000);
});
