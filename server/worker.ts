// A process that renders, for the front, which alone listens to readers.
import { rmSync } from "node:fs";
import { createServer, ServerResponse } from "node:http";
import { outcomes, type Outcome } from "@/lib/request-outcome";
import { listen, type Listener } from "./listener";
import type { Application, Limits } from "./render";
import { knownFromWire, MOST_HEADER_BYTES, OUTCOME, outcomeToWire } from "./wire";

/** Tells the front with its head, and once more after the last byte, how the request fared. */
class WorkerResponse extends ServerResponse {
  outcome: Outcome = {};

  override writeHead(...given: unknown[]): this {
    if (!this.headersSent) this.setHeader(OUTCOME, outcomeToWire(this.outcome));
    return (super.writeHead as (...given: unknown[]) => this)(...given);
  }

  override end(...given: unknown[]): this {
    const late = outcomeToWire(this.outcome);
    if (this.headersSent && late !== this.getHeader(OUTCOME)) this.addTrailers({ [OUTCOME]: late });
    return (super.end as (...given: unknown[]) => this)(...given);
  }
}

/**
 * Lets `application` answer what the front passes on to `socket`, the path of a Unix socket.
 * @param onError told what the application throws
 */
export async function answerFront(application: Application, socket: string, onError: Limits["onError"]): Promise<Listener> {
  const server = createServer(
    // The front has taken each request whole, and bounds how long it waits.
    { ServerResponse: WorkerResponse, maxHeaderSize: MOST_HEADER_BYTES, headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 },
    (request, response) => {
      response.outcome = knownFromWire(request.headers);
      outcomes
        .run(response.outcome, async () => application(request, response))
        .catch((error: unknown) => {
          onError(error, request.url ?? "");
          if (response.headersSent) response.destroy();
          else response.writeHead(500).end();
        });
    },
  );
  // Of a worker that was killed.
  rmSync(socket, { force: true });
  return listen(server, { path: socket });
}
