import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read, text } from "../support/front-reader";

describe("a front and its workers", () => {
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  let site: ChildProcess;
  let exit: Promise<number | null>;
  let port: number;
  let asked = 0;
  const said = (line: RegExp) =>
    new Promise<string>((resolve) => site.stdout!.on("data", (data: Buffer) => line.test(data.toString()) && resolve(data.toString())));
  const workerOf = (answer: Awaited<ReturnType<typeof read>>) => Number(/rendered by (\d+)/.exec(text(answer))![1]);
  /** A page that nobody has asked for. */
  const newPage = () => `/carte?n=${(asked += 1)}`;

  /** Asks for two pages at once until so many workers have answered; every read must succeed. */
  async function workers(count: number): Promise<number[]> {
    const pids = new Set<number>();
    while (pids.size < count) {
      for (const answer of await Promise.all([read(port, newPage()), read(port, newPage())])) {
        expect(answer.status).toBe(200);
        pids.add(workerOf(answer));
      }
    }
    return [...pids];
  }

  beforeAll(async () => {
    const program = fileURLToPath(new URL("../support/made-up-site.ts", import.meta.url));
    site = spawn(process.execPath, ["--import", "tsx", program], { env: { ...process.env, LOG_LEVEL: "silent" }, stdio: ["ignore", "pipe", "inherit"] });
    exit = new Promise((resolve) => site.once("exit", resolve));
    port = parseInt(await said(/^\d+$/m));
  }, 30_000);
  afterAll(() => void site.kill("SIGKILL"));

  it("goes on with one worker when the other is killed, until that is replaced", async () => {
    const [first, second] = await workers(2);
    process.kill(first!, "SIGKILL");
    await expect.poll(() => isAlive(first!), { interval: 5 }).toBe(false);
    const after = await workers(2);
    expect(after).toContain(second);
    expect(after).not.toContain(first);
  }, 30_000);

  it("says that it cannot answer now to who asked a worker that dies, and gives everybody else what is stored", async () => {
    const stored = newPage();
    await read(port, stored);
    const begun = said(/\/never/);
    const lost = read(port, "/never");
    await begun;
    const [one, other] = await workers(2);
    for (const pid of [one!, other!]) process.kill(pid, "SIGKILL");
    const answer = await lost;
    expect([answer.status, answer.headers["retry-after"]]).toEqual([503, expect.anything()]);
    const kept = await read(port, stored);
    expect([kept.status, kept.headers["x-cache"]]).toEqual([200, "hit"]);
    await expect.poll(async () => (await read(port, newPage())).status, { timeout: 20_000 }).toBe(200);
  }, 30_000);

  it("passes on what a reader sends and what the application answers, and tells whether that may be stored", async () => {
    const sent = await read(port, "/admin/octets", { method: "POST", body: "é".repeat(300_000), headers: { "x-front-known": "7", expect: "100-continue" } });
    expect(text(sent)).toBe("é".repeat(300_000));
    const cookie = await read(port, "/connexion", { headers: { cookie: "a=b" } });
    expect([cookie.headers["set-cookie"], cookie.headers["x-worker-outcome"]]).toEqual([["seen=a=b"], undefined]);
    expect((await read(port, "/down")).status).toBe(503);
    expect((await read(port, "/broken")).status).toBe(500);
  });

  it("leaves what takes long to one of the workers, which knows it", async () => {
    await workers(2);
    const posts = await Promise.all(Array.from({ length: 6 }, () => read(port, "/admin/octets", { method: "POST", body: "1" })));
    expect([...new Set(posts.map(({ headers }) => headers["x-says"]))]).toEqual([expect.stringMatching(/^rendered by \d+, who knows that this takes long$/)]);
  });

  it("ends whole, once its running requests have been answered", async () => {
    const pids = await workers(2);
    const begun = said(/\/slow/);
    const running = read(port, "/slow");
    await begun;
    site.kill("SIGTERM");
    expect((await running).status).toBe(200);
    expect(await exit).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
  }, 30_000);
});
