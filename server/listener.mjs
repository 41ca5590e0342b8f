// @ts-check
import { createServer } from "node:http";
import { WORDS } from "./words.mjs";

/** Generous for a slow phone, short for someone who sends a byte a minute to keep a place. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 120_000;
const SILENCE_MS = 120_000;
/** Longer than proxies keep an idle connection (nginx: 60 s), so that they never write into one just closed. */
const KEEP_ALIVE_MS = 75_000;
const HEADER_BYTES = 16_384;
const HEADER_COUNT = 100;

/** @type {Record<string, string>} what is wrong with a request that cannot even be read */
const STATUS_OF = { HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large", ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout" };

/**
 * Listens, and ends politely: `close` takes no new connection, lets running requests end, and after
 * `patienceMs` breaks off the rest.
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void} handle
 * @param {{ port: number, host?: string }} where
 * @returns {Promise<{ port: number, close: (patienceMs: number) => Promise<void> }>}
 */
export async function listen(handle, { port, host }) {
  let closing = false;
  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 5000,
    },
    (request, response) => {
      if (closing) response.setHeader("connection", "close");
      handle(request, response);
    },
  );
  server.maxHeadersCount = HEADER_COUNT;
  server.setTimeout(SILENCE_MS);
  server.on("clientError", (/** @type {NodeJS.ErrnoException} */ error, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
    const { fr, en } = WORDS;
    const body = `${fr.malformed.title}. ${fr.malformed.lead}\n${en.malformed.title}. ${en.malformed.lead}\n`;
    const head = [
      `HTTP/1.1 ${STATUS_OF[error.code ?? ""] ?? "400 Bad Request"}`,
      "connection: close",
      "content-type: text/plain; charset=utf-8",
      "x-content-type-options: nosniff",
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => resolve(undefined));
  });
  const address = server.address();
  return {
    port: address && typeof address === "object" ? address.port : port,
    close: (patienceMs) =>
      new Promise((resolve) => {
        closing = true;
        const impatient = setTimeout(() => server.closeAllConnections(), patienceMs);
        // A connection becomes idle only when its running request has ended.
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(impatient);
          clearInterval(sweep);
          resolve();
        });
      }),
  };
}
