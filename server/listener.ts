import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { wordsOf } from "./error-response";

/** Generous for a slow phone, short for someone who sends a byte a minute to hold a connection. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 120_000;
const SILENCE_MS = 120_000;
/** Longer than proxies keep an idle connection (nginx: 60 s), so that they never write into one just closed. */
const KEEP_ALIVE_MS = 75_000;
const HEADER_BYTES = 16_384;
const HEADER_COUNT = 100;

/** What is wrong with a request that cannot even be parsed. */
const STATUS_OF: Record<string, string> = { HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large", ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout" };

/** A server with the limits of this site, which does not listen yet. */
export function boundedServer(handle: (request: IncomingMessage, response: ServerResponse) => void): Server {
  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 5000,
    },
    (request, response) => {
      if (!server.listening) response.setHeader("connection", "close");
      handle(request, response);
    },
  );
  server.maxHeadersCount = HEADER_COUNT;
  server.setTimeout(SILENCE_MS);
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
    const [fr, en] = [wordsOf("fr", "malformed"), wordsOf("en", "malformed")];
    const body = `${fr.title}. ${fr.lead}\n${en.title}. ${en.lead}\n`;
    const head = [
      `HTTP/1.1 ${STATUS_OF[error.code ?? ""] ?? "400 Bad Request"}`,
      "connection: close",
      "content-type: text/plain; charset=utf-8",
      "x-content-type-options: nosniff",
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  });
  return server;
}

/**
 * Listens. `close` accepts no new connection, lets running requests end, and closes the rest after `graceMs`.
 * @param where `port` 0 takes a free one
 */
export async function listen(
  server: Server,
  { port, host }: { port: number; host?: string },
): Promise<{ port: number; close: (graceMs: number) => Promise<void> }> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, resolve);
  });
  const address = server.address();
  return {
    port: address && typeof address === "object" ? address.port : port,
    close: (graceMs) =>
      new Promise((resolve) => {
        const deadline = setTimeout(() => server.closeAllConnections(), graceMs);
        // A connection becomes idle only when its running request has ended.
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(deadline);
          clearInterval(sweep);
          resolve();
        });
      }),
  };
}
