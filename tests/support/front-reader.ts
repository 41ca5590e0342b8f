import { mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createFront } from "../../server/front";
import { boundedServer, listen } from "../../server/listener";
import { answerFront } from "../../server/worker";
import { sharedAmong } from "../../server/workers";

export type Read = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Reads an address as it comes over the wire: nothing is followed or unpacked. */
export function read(
  port: number,
  path: string,
  { method = "GET", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Read> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

export const text = ({ body }: Read): string => body.toString("utf8");

/** What a made-up application has been asked, and what its pages say. */
export type MadeUp = {
  renders: string[];
  says: string;
  /** What the next page at /held waits for. */
  held?: Promise<void>;
  /** What pages at /stuck… wait for, all of them. */
  stuck?: Promise<void>;
  markUnavailable: () => void;
};

const page = (title: string, nonce: string) =>
  `<!DOCTYPE html><title>${title}</title><p>${"Une page. ".repeat(100)}</p><script nonce="${nonce}">start()</script><script>steal()</script>`;

/** An application in small: one address for each thing that the front must tell apart. */
export function madeUpApplication(state: MadeUp) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = "/" } = request;
    state.renders.push(url);
    const says = state.says;
    const nonce = /'nonce-([^']+)'/.exec(String(request.headers["content-security-policy"]))?.[1] ?? "";
    const html = (status: number, headers = {}) =>
      response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store", ...headers }).end(page(says, nonce));
    if (request.method === "POST") {
      response.setHeader("content-type", "application/octet-stream").setHeader("x-says", says);
      request.pipe(response);
      return;
    }
    if (url.startsWith("/api/"))
      return void response
        .setHeader("content-type", "application/json")
        .end(JSON.stringify({ says, language: request.headers["accept-language"], cookie: request.headers.cookie ?? null }));
    if (url.startsWith("/stuck")) {
      await state.stuck;
      return void html(200);
    }
    if (url === "/internal") {
      response.writeHead(200, { "content-type": "application/octet-stream", "x-nextjs-cache": "MISS", "x-middleware-rewrite": "/fr" });
      return void response.end("bytes");
    }
    if (url === "/admin/headers") {
      const told = Object.entries(request.headers).filter(([name]) => /^(?:host|forwarded|x-(?:forwarded|real)-.*)$/.test(name));
      return void response.setHeader("content-type", "application/json").end(JSON.stringify(Object.fromEntries(told)));
    }
    if (url === "/slow") await pause(60);
    if (url === "/held") {
      const { held } = state;
      state.held = undefined;
      await held;
    }
    if (url === "/never") return;
    if (url === "/cookie") return void html(200, { "set-cookie": `reader=${state.renders.length}` });
    if (url === "/missing") return void html(404);
    if (url === "/thrown") throw new Error("a fault of the application");
    if (url === "/down") state.markUnavailable();
    if (url === "/down" || url === "/broken") return void html(500);
    if (url === "/connexion") return void html(200, { "set-cookie": `seen=${request.headers.cookie ?? ""}` });
    html(200);
  };
}

type Settings = Parameters<typeof createFront>[0];

/** A front on a free port, before an application. */
export async function listenBefore(application: Settings["application"], readRevision: Settings["readRevision"], settings: Partial<Settings> = {}) {
  const logger = { warn: () => undefined, info: () => undefined };
  const front = createFront({ readRevision, logger, ...settings, application });
  let open = 0;
  const server = boundedServer((request, response) => {
    open += 1;
    response.once("close", () => (open -= 1));
    void front.handle(request, response);
  });
  const listener = await listen(server, { port: 0 });
  return { ...listener, figures: front.figures, open: () => open };
}

/** The same before a made-up application, which it asks over a socket as it asks its workers. */
export async function startFront(state: MadeUp, readRevision: Settings["readRevision"], settings: Partial<Settings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "front-"));
  const socket = join(folder, "socket");
  const worker = await answerFront(settings.application ?? madeUpApplication(state), socket, () => undefined);
  const { close, ...front } = await listenBefore(sharedAmong([socket]), readRevision, settings);
  const stop = async () => {
    await close(2000);
    await worker.close(0);
    rmSync(folder, { recursive: true });
  };
  return { ...front, stop };
}
