// @ts-check
// What stands between readers and the application: keeps answers, compresses them, seals pages with
// their policy, and bounds what a request may cost. See docs/decisions/0009-cached-answers.md.
import { Answer } from "./answer.mjs";
import { sharedRequest } from "./cache-key.mjs";
import { acceptedEncoding } from "./encoding.mjs";
import { KeptAnswers } from "./kept-answers.mjs";
import { pathOf, placeOf } from "./places.mjs";
import { renderFor, renderShared } from "./render.mjs";
import { send } from "./send.mjs";
import { troubleAnswer } from "./trouble.mjs";

/** @typedef {import("node:http").IncomingMessage} IncomingMessage */
/** @typedef {import("node:http").ServerResponse} ServerResponse */
/** @typedef {import("./revision.mjs").Revision} Revision */
/** @typedef {import("./kept-answers.mjs").From} From */

const LONGEST_URL = 8192;
const DAY_MS = 86_400_000;

/** Files of everything that matches, and lists of all addresses, take longer than a page may. */
const LARGE = /\.(?:csv|xml)$/;

/**
 * @typedef {object} Settings
 * @property {import("./render.mjs").App} app
 * @property {() => Promise<Revision>} checkRevision rejects when the primary does not answer
 * @property {{ warn: (details: object, message: string) => void, info: (details: object, message: string) => void }} logger
 * @property {string} [publicUrl] the address that readers use, when it does not depend on the request
 * @property {number} [builtAt] when the application was built, in milliseconds
 * @property {number} [cacheBytes]
 * @property {number} [fileBytes]
 * @property {number} [pageLimitMs]
 * @property {number} [largeLimitMs]
 * @property {() => number} [now]
 */

/** @param {Settings} settings */
export function createFront({
  app,
  checkRevision,
  logger,
  publicUrl,
  builtAt = 0,
  cacheBytes = 64 * 1024 * 1024,
  fileBytes = 16 * 1024 * 1024,
  pageLimitMs = 10_000,
  largeLimitMs = 60_000,
  now = Date.now,
}) {
  const answers = new KeptAnswers(cacheBytes);
  const files = new KeptAnswers(fileBytes);
  const counts = { hit: 0, miss: 0, pass: 0, refused: 0 };
  let blind = false;
  /** @type {Promise<unknown> | null} */
  let probe = null;

  /** @param {unknown} fault @param {string} url */
  const onFault = (fault, url) => logger.warn({ err: fault, url: pathOf(url) }, "An answer could not be made");

  /** Asks, and notes when the primary stops and starts answering. @returns {Promise<Revision | null>} */
  async function ask() {
    try {
      const revision = await checkRevision();
      if (blind) logger.info({}, "The database tells its revision again: answers are kept again");
      blind = false;
      return revision;
    } catch (error) {
      if (!blind) logger.warn({ err: error }, "The database does not tell its revision: no kept answer is used");
      blind = true;
      return null;
    }
  }

  /**
   * The state of the directory, or null when the primary does not tell it. Once it has failed to, readers
   * no longer wait for it: they are served without kept answers while it is asked again beside them.
   * @returns {Promise<Revision | null>}
   */
  async function currentRevision() {
    if (!blind) return ask();
    probe ??= ask().finally(() => (probe = null));
    return null;
  }

  /**
   * Pages name the day on which they are cited, so a new day makes them new too.
   * @param {Revision | null} revision
   */
  function validityOf(revision) {
    const day = Math.floor(now() / DAY_MS);
    const changed = new Date(Math.max(revision?.changedAt ?? 0, builtAt, day * DAY_MS));
    return { state: revision && `${revision.revision} ${day}`, lastModified: revision?.settled ? changed.toUTCString() : null };
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response @param {"page" | "api"} place */
  async function answerForAll(request, response, place) {
    const asked = sharedRequest({ url: request.url ?? "/", headers: request.headers }, place, publicUrl);
    const { state, lastModified } = validityOf(await currentRevision());
    const limitMs = LARGE.test(pathOf(asked.url)) ? largeLimitMs : pageLimitMs;
    const { answer, from } = await answers.obtain(state, asked.key, () => renderShared(app, asked, { limitMs, onFault }));
    counts[from] += 1;
    const kept = from !== "pass";
    const grows = answer.lacks(answer.encodingFor(acceptedEncoding(request.headers["accept-encoding"])));
    await send(request, response, answer, {
      validates: kept,
      lastModified,
      extra: { "x-cache": from, ...(kept ? { "cache-control": "public, no-cache" } : {}) },
    });
    if (grows && from === "hit") answers.reweigh(asked.key);
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function answerFile(request, response) {
    const asked = sharedRequest({ url: request.url ?? "/", headers: request.headers }, "file", publicUrl);
    const { answer, from } = await files.obtain("", asked.key, () => renderShared(app, asked, { limitMs: pageLimitMs, onFault }));
    await send(request, response, answer, { validates: from !== "pass" });
    if (from === "hit") files.reweigh(asked.key);
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function answerOne(request, response) {
    counts.pass += 1;
    response.setHeader("x-cache", "pass");
    const reads = request.method === "GET" || request.method === "HEAD";
    // Whoever writes is never cut off in the middle.
    const answer = await renderFor(app, request, response, { limitMs: reads ? pageLimitMs : Infinity, onFault });
    if (answer) await send(request, response, answer);
  }

  /** @param {IncomingMessage} request @param {ServerResponse} response @param {import("./words.mjs").Trouble} trouble */
  async function refuse(request, response, trouble) {
    counts.refused += 1;
    const acceptLanguage = request.headers["accept-language"];
    await send(request, response, new Answer(troubleAnswer(trouble, { url: request.url ?? "/", acceptLanguage })));
  }

  /** Answers one request; never rejects. @param {IncomingMessage} request @param {ServerResponse} response */
  async function handle(request, response) {
    try {
      const { url = "/" } = request;
      if (url.length > LONGEST_URL) return await refuse(request, response, "tooLong");
      if (!url.startsWith("/")) return await refuse(request, response, "malformed");
      const place = placeOf(request);
      if (place === "private") return await answerOne(request, response);
      if (place === "file") return await answerFile(request, response);
      return await answerForAll(request, response, place);
    } catch (error) {
      onFault(error, request.url ?? "");
      if (response.headersSent) response.destroy();
      else await refuse(request, response, "failed");
    }
  }

  return {
    handle,
    /** What was served how since the start, and what is kept now. */
    figures: () => ({ ...counts, keptAnswers: answers.size, keptBytes: answers.bytes, fileBytes: files.bytes }),
  };
}
