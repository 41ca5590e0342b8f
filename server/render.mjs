// @ts-check
import { CapturedResponse, detachedRequest } from "./captured.mjs";
import { newNonce, nonceHeader } from "./content-policy.mjs";
import { isHtml, madeAnswer, PROVISIONAL } from "./made.mjs";
import { outcomes } from "./request-outcome.mjs";
import { Answer } from "./answer.mjs";
import { troubleAnswer } from "./trouble.mjs";

/** @typedef {import("node:http").IncomingMessage} IncomingMessage */
/** @typedef {import("node:http").ServerResponse} ServerResponse */
/** @typedef {(request: IncomingMessage, response: ServerResponse) => Promise<void>} App */
/** @typedef {{ limitMs: number, onFault: (fault: unknown, url: string) => void }} Bounds */

/**
 * Lets the application answer, at most for `limitMs`.
 * @param {App} app
 * @param {IncomingMessage} request
 * @param {CapturedResponse} response
 * @param {Bounds} bounds
 * @returns {Promise<{ gathered: import("./captured.mjs").Gathered | null, late: boolean, unavailable: boolean, provisional: boolean }>}
 */
async function ask(app, request, response, { limitMs, onFault }) {
  const outcome = { unavailable: false, provisional: false };
  let late = false;
  const timer = Number.isFinite(limitMs)
    ? setTimeout(() => {
        late = true;
        onFault(new Error(`No answer after ${limitMs} ms`), request.url ?? "");
        response.destroy();
      }, limitMs)
    : undefined;
  const asked = outcomes.run(outcome, async () => app(request, response));
  asked.catch((error) => {
    onFault(error, request.url ?? "");
    response.destroy();
  });
  const gathered = await response.gathered;
  clearTimeout(timer);
  return { gathered, late, ...outcome };
}

/**
 * Renders what is the same for everybody, for nobody in particular: a reader who leaves takes
 * nothing from the others who wait for it.
 * @param {App} app
 * @param {import("./cache-key.mjs").SharedRequest} asked
 * @param {Bounds} bounds
 * @returns {Promise<Answer>}
 */
export async function renderShared(app, { url, headers }, bounds) {
  const nonce = newNonce();
  const request = detachedRequest(url, { ...headers, ...nonceHeader(nonce) });
  const { gathered, late, unavailable, provisional } = await ask(app, request, new CapturedResponse(request), bounds);
  const answer = madeAnswer(gathered, { url, nonce, acceptLanguage: headers["accept-language"], unavailable: unavailable || late });
  if (provisional) answer.headers["cache-control"] = PROVISIONAL;
  return answer;
}

/** Answers that are held back to be completed: pages for their policy, and what Next's script reads, to compress it. @param {unknown} contentType */
const isHeld = (contentType) => isHtml(contentType) || String(contentType ?? "").startsWith("text/x-component");

/**
 * Lets the application answer this very reader. Pages are held back for their policy; everything
 * else flows through as it comes, and so does what the reader sends.
 * @param {App} app
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {Bounds} bounds
 * @returns {Promise<Answer | null>} null when the answer has flowed through, or the reader has left
 */
export async function renderFor(app, request, response, bounds) {
  const nonce = newNonce();
  Object.assign(request.headers, nonceHeader(nonce));
  const { url = "/" } = request;
  const acceptLanguage = request.headers["accept-language"];
  const captured = new CapturedResponse(request, (made) => {
    if (isHeld(made.getHeader("content-type")) || made.statusCode >= 500) return null;
    response.statusCode = made.statusCode;
    for (const [name, value] of Object.entries(made.getHeaders())) if (value !== undefined) response.setHeader(name, value);
    return response;
  });
  const leave = () => captured.destroy();
  response.once("close", leave);
  const { gathered, late, unavailable } = await ask(app, request, captured, bounds);
  response.off("close", leave);
  if (response.headersSent || response.destroyed) {
    // Broken off in the middle: the reader must not take a part for the whole.
    if (!gathered && !response.writableEnded) response.destroy();
    return null;
  }
  if (late) return new Answer(troubleAnswer("busy", { url, acceptLanguage }));
  return madeAnswer(gathered, { url, nonce, acceptLanguage, unavailable });
}
