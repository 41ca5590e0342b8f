// The request handler before Next: caches and compresses responses, sets the content security policy of pages, and limits
// what a request may cost. See docs/decisions/0009-cached-answers.md.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { BlockList } from "node:net";
import { sharedRequest } from "./cache-key";
import { clientReader } from "./client";
import { EncodedResponse } from "./encoded-response";
import { acceptedEncoding } from "./encoding";
import { errorResponse, type ErrorKind } from "./error-response";
import { renderPrivate, renderShared, type Application } from "./render";
import { classOf, pathOf } from "./request-class";
import { ResponseCache } from "./response-cache";
import type { Revision } from "./revision";
import { isForeign } from "./same-origin";
import { send } from "./send";

const LONGEST_URL = 8192;
const DAY_MS = 86_400_000;

/** Files of everything that matches, and lists of all addresses, take longer than a page may. */
const LARGE = /\.(?:csv|xml)$/;

export type Settings = {
  application: Application;
  /** Rejects when the primary does not answer. */
  readRevision: () => Promise<Revision>;
  logger: { warn(details: object, message: string): void; info(details: object, message: string): void };
  /** The address that readers use, if it is known. */
  publicUrl?: string;
  trustedProxies?: BlockList;
  /** When the application was built, in milliseconds. */
  builtAt?: number;
  cacheBytes?: number;
  fileBytes?: number;
  pageLimitMs?: number;
  largeLimitMs?: number;
  now?: () => number;
};

export function createFront({
  application,
  readRevision,
  logger,
  publicUrl,
  trustedProxies,
  builtAt = 0,
  cacheBytes = 32 * 1024 * 1024,
  fileBytes = 16 * 1024 * 1024,
  pageLimitMs = 10_000,
  largeLimitMs = 60_000,
  now = Date.now,
}: Settings) {
  const responses = new ResponseCache(cacheBytes);
  const files = new ResponseCache(fileBytes);
  const counts = { hit: 0, miss: 0, pass: 0, refused: 0 };
  let revisionIsUnknown = false;
  let probe: Promise<unknown> | null = null;
  const identify = clientReader({
    publicUrl,
    trustedProxies,
    onUntrusted: (peer) => logger.warn({ peer }, "X-Forwarded-For is not believed: if that is your own proxy, name it in TRUSTED_PROXIES"),
  });

  const onError = (error: unknown, url: string) => logger.warn({ err: error, url: pathOf(url) }, "A response could not be made");

  /** Reads the revision, and logs when the primary stops and starts answering. */
  async function tryToRead(): Promise<Revision | null> {
    try {
      const revision = await readRevision();
      if (revisionIsUnknown) logger.info({}, "The database answers again: the response cache is used again");
      revisionIsUnknown = false;
      return revision;
    } catch (error) {
      if (!revisionIsUnknown) logger.warn({ err: error }, "The database does not tell its revision: the response cache is bypassed");
      revisionIsUnknown = true;
      return null;
    }
  }

  /**
   * The state of the directory, or null when the primary does not tell it. Once it has failed to, requests
   * no longer wait for it: they bypass the cache while it is probed in the background.
   */
  async function currentRevision(): Promise<Revision | null> {
    if (!revisionIsUnknown) return tryToRead();
    probe ??= tryToRead().finally(() => (probe = null));
    return null;
  }

  /** Pages name the day on which they are cited, so a new day is a new version too. */
  function versionOf(revision: Revision | null): { version: string | null; lastModified: string | null } {
    const day = Math.floor(now() / DAY_MS);
    const changed = new Date(Math.max(revision?.changedAt ?? 0, builtAt, day * DAY_MS));
    return { version: revision && `${revision.revision} ${day}`, lastModified: revision?.settled ? changed.toUTCString() : null };
  }

  async function answerShared(request: IncomingMessage, response: ServerResponse, requestClass: "page" | "api"): Promise<void> {
    const shared = sharedRequest({ url: request.url ?? "/", headers: request.headers }, requestClass, publicUrl);
    const revision = await currentRevision();
    const { version, lastModified } = versionOf(revision);
    const limitMs = LARGE.test(pathOf(shared.url)) ? largeLimitMs : pageLimitMs;
    const { response: content, status } = await responses.obtain(version, shared.key, () =>
      renderShared(application, shared, { limitMs, onError }, revision && BigInt(revision.revision)),
    );
    counts[status] += 1;
    const stored = status !== "pass";
    const grows = content.lacks(content.encodingFor(acceptedEncoding(request.headers["accept-encoding"])));
    await send(request, response, content, {
      validates: stored,
      lastModified,
      extra: { "x-cache": status, ...(stored ? { "cache-control": "public, no-cache" } : {}) },
    });
    if (status === "miss" && !content.lacks("br")) await responses.shrink(shared.key, content);
    else if (grows && status === "hit") responses.reweigh(shared.key);
  }

  async function answerFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const shared = sharedRequest({ url: request.url ?? "/", headers: request.headers }, "file", publicUrl);
    const { response: content, status } = await files.obtain("", shared.key, () => renderShared(application, shared, { limitMs: pageLimitMs, onError }));
    await send(request, response, content, { validates: status !== "pass" });
    if (status === "hit") files.reweigh(shared.key);
  }

  async function answerPrivate(request: IncomingMessage, response: ServerResponse): Promise<void> {
    counts.pass += 1;
    response.setHeader("x-cache", "pass");
    const reads = request.method === "GET" || request.method === "HEAD";
    // A write is never cut off in the middle.
    const content = await renderPrivate(application, request, response, { limitMs: reads ? pageLimitMs : Infinity, onError });
    if (content) await send(request, response, content);
  }

  /** @param url as the reader wrote it */
  async function refuse(request: IncomingMessage, response: ServerResponse, kind: ErrorKind, url: string): Promise<void> {
    counts.refused += 1;
    const acceptLanguage = request.headers["accept-language"];
    await send(request, response, new EncodedResponse(errorResponse(kind, { url, acceptLanguage })));
  }

  /** Answers one request; never rejects. */
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = "/" } = request;
    try {
      const client = identify(request);
      if (publicUrl && client.protocol === "https:") response.setHeader("strict-transport-security", "max-age=31536000");
      if (url.length > LONGEST_URL) return await refuse(request, response, "tooLong", url);
      if (!url.startsWith("/")) return await refuse(request, response, "malformed", url);
      if (isForeign(request, client, publicUrl !== undefined)) {
        const { origin, "sec-fetch-site": site } = request.headers;
        logger.warn(
          { event: "foreign_request", url: pathOf(url).slice(0, 200), origin: origin?.slice(0, 200), site, address: client.address },
          "A request that another site made was refused",
        );
        return await refuse(request, response, "foreign", url);
      }
      const requestClass = classOf(request);
      if (requestClass === "private") return await answerPrivate(request, response);
      if (requestClass === "file") return await answerFile(request, response);
      return await answerShared(request, response, requestClass);
    } catch (error) {
      onError(error, url);
      if (response.headersSent) response.destroy();
      else await refuse(request, response, "failed", url);
    }
  }

  return {
    handle,
    /** How requests were answered since the start, and the size of the caches now. */
    figures: () => ({ ...counts, storedResponses: responses.size, storedBytes: responses.bytes, fileBytes: files.bytes }),
  };
}
