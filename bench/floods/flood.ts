// A process that asks as fast as it is answered, over many connections, until it is told to stop; then says what it got.
import { Agent, request } from "node:http";

/** `body`: what is posted; null asks for a page. `{n}` in address and body is another number each time. */
export type Flood = { origin: string; path: string; connections: number; headers?: Record<string, string>; body?: string | null };
/** Answers by status (0: none), and the longest wait for a refusal in ms. */
export type Got = { statuses: Record<string, number>; longestRefusal: number };

const got: Got = { statuses: {}, longestRefusal: 0 };
let asked = 0;
let stopped = false;

const ask = ({ origin, path, headers = {}, body = null }: Flood, agent: Agent) =>
  new Promise<void>((resolve) => {
    const begun = performance.now();
    const end = (status: number) => {
      got.statuses[status] = (got.statuses[status] ?? 0) + 1;
      if (status === 503) got.longestRefusal = Math.max(got.longestRefusal, performance.now() - begun);
      resolve();
    };
    const address = new URL(path.replaceAll("{n}", String((asked += 1))), origin);
    const sent = request(address, { agent, method: body === null ? "GET" : "POST", headers, timeout: 30_000 }, (response) => {
      response.on("error", () => end(0));
      response.on("end", () => end(response.statusCode ?? 0)).resume();
    });
    sent.on("timeout", () => sent.destroy());
    sent.on("error", () => end(0));
    sent.end(body?.replaceAll("{n}", String(asked)));
  });

async function start(flood: Flood): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: flood.connections });
  const askOn = async () => {
    while (!stopped) await ask(flood, agent);
  };
  await Promise.all(Array.from({ length: flood.connections }, askOn));
  process.send!(got);
  process.disconnect();
}

process.on("message", (message: Flood | "stop") => {
  if (message === "stop") stopped = true;
  else void start(message);
});
