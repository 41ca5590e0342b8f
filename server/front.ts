// The request handler before Next: caches and compresses responses, sets the content security policy of pages, and limits
// what a request may cost. See docs/decisions/0009-cached-answers.md.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { BlockList } from "node:net";
import { BoundedQueue, Busy, type Bounds } from "@/lib/bounded-queue";
import { networkOf } from "@/lib/http/network";
import { isWellFormed } from "./address";
import { sharedRequest, type SharedRequest } from "./cache-key";
import { clientReader } from "./client";
import { closeDoors } from "./content-policy";
import { EncodedResponse } from "./encoded-response";
import { errorResponse, isOpenData, methodsOf, preflightResponse, type ErrorKind } from "./error-response";
import { isLarge, LargeFiles } from "./large-files";
import { renderPrivate, renderShared, type Application, type Known } from "./render";
import { BodyReader } from "./request-body";
import { classOf, HEALTH, pathOf } from "./request-class";
import { ALWAYS, ResponseCache, type CacheState } from "./response-cache";
import { knownRevision, type KnownRevision } from "./known-revision";
import type { Revision } from "./revision";
import { isForeign } from "./same-origin";
import { send } from "./send";
import { uploadLimit } from "./upload";

const LONGEST_URL = 8192;
const DAY_MS = 86_400_000;

/**
 * What one worker renders at once, and what waits for it. More at once would not be faster: a worker has one thread. What is stored never
 * waits here. Who waits in vain is told so within a second, which in a flood is late to begin with.
 */
const PAGES = { running: 1, slowMs: 200, waiting: 1000, longestWaitMs: 900, flood: { above: 40, longestWaitMs: 500 } };
/**
 * Pages for who bears a session, and forms, each in a line of their own: they ask the database many things, one after the other, and the page of a
 * reader, which asks few, must not wait behind them. One worker makes both, one at a time and of each line in turn, so that it has some time for
 * readers. Somebody has typed what a form holds: it waits longer before it is refused.
 */
const STAFF = { running: 1, slowMs: 200, waiting: 200, longestWaitMs: 5000 };

/** Refusals in the log, each second. */
const MOST_LOGGED = 10;

const knownOf = (known: KnownRevision | null): Known =>
  known ? { revision: BigInt(known.revision), elsewhere: BigInt(known.elsewhere), listed: BigInt(known.listed), past: known.past } : {};

/** Whose turn it is when requests wait. */
const clientOf = ({ headers }: IncomingMessage): string => networkOf(String(headers["x-forwarded-for"]));

export type Settings = {
  application: Application;
  /** How many processes share the rendering. */
  workers?: number;
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
  /** For the bodies of all requests that are being read or answered. */
  bodyBytes?: number;
  bodyLimitMs?: number;
  /** The same for files that staff send. */
  uploadBytes?: number;
  uploadLimitMs?: number;
  /** Only who bears a session may send files, and their pages wait in a line of their own. */
  bearsSession?: (request: IncomingMessage) => Promise<boolean>;
  pageBounds?: Bounds;
  staffBounds?: Bounds;
  pageLimitMs?: number;
  largeLimitMs?: number;
  now?: () => number;
};

export function createFront({
  application,
  workers = 1,
  readRevision,
  logger,
  publicUrl,
  trustedProxies,
  builtAt = 0,
  cacheBytes = 32 * 1024 * 1024,
  fileBytes = 16 * 1024 * 1024,
  bodyBytes = 32 * 1024 * 1024,
  bodyLimitMs = 10_000,
  uploadBytes = 64 * 1024 * 1024,
  uploadLimitMs = 110_000,
  bearsSession = async () => false,
  pageBounds = PAGES,
  staffBounds = STAFF,
  pageLimitMs = 10_000,
  largeLimitMs = 60_000,
  now = Date.now,
}: Settings) {
  const responses = new ResponseCache(cacheBytes);
  const files = new ResponseCache(fileBytes);
  const pages = new BoundedQueue({ ...pageBounds, running: pageBounds.running * workers });
  const staffPages = new BoundedQueue(staffBounds);
  const forms = new BoundedQueue(staffBounds);
  const longWorker = new BoundedQueue(staffBounds);
  const largeFiles = new LargeFiles(workers);
  const bodies = new BodyReader(bodyBytes, bodyLimitMs);
  const uploads = new BodyReader(uploadBytes, uploadLimitMs);
  const counts = { hit: 0, miss: 0, pass: 0, refused: 0 };
  const currentRevision = knownRevision(readRevision, logger, now);
  const identify = clientReader({
    publicUrl,
    trustedProxies,
    onUntrusted: (peer) => logger.warn({ peer }, "X-Forwarded-For is not believed: if that is your own proxy, name it in TRUSTED_PROXIES"),
  });

  const onError = (error: unknown, url: string) => logger.warn({ err: error, url: pathOf(url) }, "A response could not be made");

  /** Refusals of the present second that were logged. */
  const logged = { second: 0, count: 0 };
  function logRefusal(kind: ErrorKind, url: string, { origin, "sec-fetch-site": site, "x-forwarded-for": address }: IncomingHttpHeaders): void {
    const second = Math.floor(now() / 1000);
    if (second !== logged.second) Object.assign(logged, { second, count: 0 });
    if (logged.count++ < MOST_LOGGED)
      logger.info({ kind, url: pathOf(url).slice(0, 200), origin: origin?.slice(0, 200), site, address }, "A request was refused");
  }

  const today = () => Math.floor(now() / DAY_MS);

  /** Pages name the day on which they are cited, so a new day is a new version too. */
  function versionOf(revision: Revision | null): { version: string | null; lastModified: string | null } {
    const changed = new Date(Math.max(revision?.changedAt ?? 0, builtAt, today() * DAY_MS));
    return { version: revision && `${revision.revision} ${today()} ${changed.getTime()}`, lastModified: revision?.settled ? changed.toUTCString() : null };
  }

  const cacheState = (known: KnownRevision | null): CacheState | null =>
    known && { era: `${known.past} ${today()}`, revision: BigInt(known.revision), kept: known.kept, touched: known.touched };

  /** Rendered, or an error response for who waited in vain and for whoever waits with them for the same. */
  async function orBusy(render: () => Promise<EncodedResponse>, { url, headers }: SharedRequest): Promise<EncodedResponse> {
    try {
      return await render();
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      counts.refused += 1;
      logRefusal("busy", url, headers);
      return new EncodedResponse(errorResponse("busy", { url, acceptLanguage: headers["accept-language"] }));
    }
  }

  async function answerLarge(request: IncomingMessage, response: ServerResponse, requestClass: "page" | "api"): Promise<void> {
    counts.pass += 1;
    response.setHeader("x-cache", "pass");
    const shared = sharedRequest({ url: request.url ?? "/", headers: request.headers }, requestClass, publicUrl);
    const revision = await currentRevision();
    const asked = { shared, request, response, client: clientOf(request), state: versionOf(revision), known: knownOf(revision) };
    const content = await largeFiles.answer(application, asked, { limitMs: largeLimitMs, onError });
    if (content === "not modified") response.writeHead(304).end();
    else if (content) await send(request, response, content);
  }

  async function answerShared(request: IncomingMessage, response: ServerResponse, requestClass: "page" | "api"): Promise<void> {
    const shared = sharedRequest({ url: request.url ?? "/", headers: request.headers }, requestClass, publicUrl);
    const revision = await currentRevision();
    // Lists that are late change without another change of the directory.
    const lastModified = revision?.isLate ? null : versionOf(revision).lastModified;
    const path = pathOf(shared.url);
    const limits = { limitMs: pageLimitMs, onError };
    const render = () => renderShared(application, shared, limits, knownOf(revision));
    const inTurn = () => pages.run(clientOf(request), render);
    const { response: content, status } = await responses.obtain(cacheState(revision), shared.key, path === HEALTH ? render : () => orBusy(inTurn, shared));
    counts[status] += 1;
    const stored = status !== "pass";
    await send(request, response, content, {
      validates: stored,
      lastModified,
      extra: { "x-cache": status, ...(stored ? { "cache-control": "public, no-cache" } : {}) },
    });
    if (status === "miss" && !content.lacks("br")) await responses.shrink(shared.key, content);
    else if (stored) responses.reweigh(shared.key);
  }

  async function answerFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const shared = sharedRequest({ url: request.url ?? "/", headers: request.headers }, "file", publicUrl);
    const { response: content, status } = await files.obtain(ALWAYS, shared.key, () => renderShared(application, shared, { limitMs: pageLimitMs, onError }));
    await send(request, response, content, { validates: status !== "pass" });
    if (status !== "pass") files.reweigh(shared.key);
  }

  async function answerPrivate(request: IncomingMessage, response: ServerResponse): Promise<void> {
    counts.pass += 1;
    response.setHeader("x-cache", "pass");
    const { url = "/" } = request;
    const reads = request.method === "GET" || request.method === "HEAD";
    const mostBytes = reads ? null : uploadLimit(url);
    const isStaff = (reads || mostBytes !== null) && (await bearsSession(request));
    const isUpload = mostBytes !== null && isStaff;
    const taken = reads ? null : isUpload ? await uploads.read(request, mostBytes) : await bodies.read(request);
    if (taken === "gone") return;
    if (typeof taken === "string") {
      // What is left of the body is not read: it would be taken for the next request.
      response.setHeader("connection", "close");
      return refuse(request, response, taken, url);
    }
    try {
      // A write is never cut off in the middle.
      const limits = { limitMs: reads ? pageLimitMs : Infinity, onError };
      const render = () => renderPrivate(application, request, response, limits, { body: taken?.body, isLong: !reads || isStaff });
      const [line, kind] = reads ? [staffPages, "page"] : [forms, "form"];
      const client = clientOf(request);
      const content = await (reads && !isStaff ? pages.run(client, render) : line.run(client, () => longWorker.run(kind, render)));
      if (content) await send(request, response, content);
    } finally {
      taken?.release();
    }
  }

  /** @param url as the reader wrote it */
  async function refuse(request: IncomingMessage, response: ServerResponse, kind: ErrorKind, url: string): Promise<void> {
    counts.refused += 1;
    logRefusal(kind, url, request.headers);
    const acceptLanguage = request.headers["accept-language"];
    await send(request, response, new EncodedResponse(errorResponse(kind, { url, acceptLanguage })));
  }

  /** Answers one request; never rejects. */
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = "/" } = request;
    try {
      closeDoors(response, publicUrl);
      if (url.length > LONGEST_URL) return await refuse(request, response, "tooLong", url);
      if (!methodsOf(url).includes(request.method ?? "")) return await refuse(request, response, "method", url);
      if (request.method === "OPTIONS" && isOpenData(url)) return await send(request, response, new EncodedResponse(preflightResponse(url)));
      if (!isWellFormed(request)) return await refuse(request, response, "malformed", url);
      const client = identify(request);
      if (isForeign(request, client, publicUrl !== undefined)) return await refuse(request, response, "foreign", url);
      const requestClass = classOf(request);
      if (requestClass === "private") return await answerPrivate(request, response);
      if (requestClass === "file") return await answerFile(request, response);
      return await (isLarge(url) ? answerLarge : answerShared)(request, response, requestClass);
    } catch (error) {
      if (error instanceof Busy) return void (await refuse(request, response, "busy", url));
      onError(error, url);
      if (response.headersSent) response.destroy();
      else await refuse(request, response, "failed", url);
    }
  }

  return {
    handle,
    /** How requests were answered since the start, and the size of the caches now. */
    figures: () => ({ ...counts, openFiles: largeFiles.open, storedResponses: responses.size, storedBytes: responses.bytes, fileBytes: files.bytes }),
  };
}
