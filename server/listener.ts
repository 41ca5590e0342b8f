import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { BlockList } from "node:net";
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

/** From one address; not from this machine or a proxy of ours, which stand for many readers. */
const CONNECTIONS_OF_ONE = 1000;
const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.)/;

/** Closes connections of an address that has too many. */
function boundEachAddress(server: Server, proxies: BlockList): void {
  const counts = new Map<string, number>();
  server.on("connection", (socket) => {
    const { remoteAddress: address = "", remoteFamily } = socket;
    if (LOOPBACK.test(address) || proxies.check(address, remoteFamily === "IPv6" ? "ipv6" : "ipv4")) return;
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    socket.once("close", () => {
      const left = counts.get(address)! - 1;
      if (left > 0) counts.set(address, left);
      else counts.delete(address);
    });
    if (count > CONNECTIONS_OF_ONE) socket.destroy();
  });
}

type Bounds = {
  /** How many connections it holds; it closes others as they come. */
  connections?: number;
  /** Whose connections stand for many readers. */
  proxies?: BlockList;
};

/** A server with the limits of this site, which does not listen yet. */
export function boundedServer(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  { connections = Infinity, proxies = new BlockList() }: Bounds = {},
): Server {
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
  if (Number.isFinite(connections)) server.maxConnections = connections;
  boundEachAddress(server, proxies);
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

/** `close` accepts no new connection, lets running requests end, and closes the rest after `graceMs`. */
export type Listener = { close: (graceMs: number) => Promise<void> };

/**
 * Listens.
 * @param where `port` 0 takes a free one; `path` is that of a Unix socket, which has none
 */
export async function listen<Response extends typeof ServerResponse<IncomingMessage>>(
  server: Server<typeof IncomingMessage, Response>,
  where: { port: number; host?: string } | { path: string },
): Promise<Listener & { port: number }> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, resolve);
  });
  const address = server.address();
  return {
    port: address && typeof address === "object" ? address.port : 0,
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
