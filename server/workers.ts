import { Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { markUnavailable, outcomes } from "@/lib/request-outcome";
import type { Application } from "./render";
import { KNOWN, knownToWire, MOST_HEADER_BYTES, OUTCOME, outcomeFromWire } from "./wire";

/** Headers of one connection, and not of what is passed on. */
const OF_CONNECTION = ["connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade"];
const NOT_ASKED = [...OF_CONNECTION, "expect", "content-length"];
const NOT_ANSWERED = [...OF_CONNECTION, "date", OUTCOME];
/** No worker listens there: it has died, or has not begun to. Nothing was asked of it. */
const AWAY = ["ECONNREFUSED", "ENOENT"];

const without = (headers: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name, value]) => value !== undefined && !names.includes(name))) as Record<string, string | string[]>;

const reads = ({ method }: IncomingMessage) => method === "GET" || method === "HEAD";

/**
 * The application as the front has it: each request is answered by the worker that has the fewest, over its Unix socket; one that asks the
 * database many things by the last worker, so that the thread of another is free for readers. A worker that does not listen is passed
 * over; one that dies in the middle fails what it was asked, which is not tried again: it may be why it died.
 * @param sockets the paths of the workers' sockets
 */
export function sharedAmong(sockets: readonly string[]): Application {
  const agent = new Agent({ keepAlive: true });
  const running = new Map(sockets.map((socket) => [socket, 0]));
  const count = (socket: string, by: number) => running.set(socket, running.get(socket)! + by);

  return async (request, response) => {
    const body = reads(request) ? undefined : await buffer(request);
    const leastFirst = () => [...sockets].sort((a, b) => running.get(a)! - running.get(b)!);
    for (const socket of outcomes.getStore()?.isLong ? [...sockets].reverse() : leastFirst()) {
      count(socket, 1);
      try {
        return await passOn(request, response, { socket, agent, body });
      } catch (error) {
        if (AWAY.includes((error as NodeJS.ErrnoException).code ?? "")) continue;
        if (reads(request)) markUnavailable();
        throw error;
      } finally {
        count(socket, -1);
      }
    }
    markUnavailable();
    throw new Error("No worker listens");
  };
}

/** Resolves once the answer has been passed on whole, or nobody waits for it any more. */
function passOn(request: IncomingMessage, response: ServerResponse, { socket, agent, body }: { socket: string; agent: Agent; body?: Buffer }): Promise<void> {
  const outcome = outcomes.getStore() ?? {};
  const headers = { ...without(request.headers, NOT_ASKED), [KNOWN]: knownToWire(outcome) };
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => (response.destroyed ? resolve() : reject(error));
    const asked = ask({ socketPath: socket, agent, method: request.method, path: request.url, headers, maxHeaderSize: MOST_HEADER_BYTES });
    asked.once("error", fail);
    asked.once("response", (answer) => {
      Object.assign(outcome, outcomeFromWire(answer.headers));
      answer.once("error", fail);
      // Before the response ends: whoever waits for its end reads the outcome.
      answer.once("end", () => Object.assign(outcome, outcomeFromWire(answer.trailers)));
      answer.once("close", resolve);
      response.writeHead(answer.statusCode!, without(answer.headers, NOT_ANSWERED));
      answer.pipe(response);
    });
    // Nobody waits any more. A write goes on, and its answer is dropped.
    if (reads(request)) response.once("close", () => asked.destroy());
    asked.end(body);
  });
}
