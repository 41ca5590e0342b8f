// @ts-check
import { Answer } from "./answer.mjs";
import { sealed, withoutNonce } from "./content-policy.mjs";
import { troubleAnswer } from "./trouble.mjs";

/** @typedef {import("./captured.mjs").Gathered} Gathered */
/** @typedef {import("./answer.mjs").AnswerHeaders} AnswerHeaders */
/** @typedef {{ url: string, nonce: string, acceptLanguage?: string, unavailable: boolean }} Asked */

/** The response header by which src/proxy.ts says the status that a page cannot choose itself. */
export const STATUS_HEADER = "x-directory-status";

/** What the connection or this front decides, and what only the application's own routing needs. */
const NOT_SENT =
  /^(?:connection|keep-alive|transfer-encoding|content-length|date|etag|last-modified|accept-ranges|x-middleware-.*|x-nextjs-.*|x-directory-status)$/;

/** Said of an answer that was made from an older state of the directory than the present one; Next never says this alone. */
export const PROVISIONAL = "no-store";

/** @param {unknown} contentType */
export const isHtml = (contentType) => String(contentType ?? "").startsWith("text/html");

/** @param {import("node:http").OutgoingHttpHeaders} headers @param {string} nonce @returns {AnswerHeaders} */
function sentHeaders(headers, nonce) {
  /** @type {AnswerHeaders} */
  const sent = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || NOT_SENT.test(name)) continue;
    sent[name] = Array.isArray(value) ? value.map((one) => withoutNonce(one, nonce)) : withoutNonce(String(value), nonce);
  }
  return sent;
}

/**
 * What leaves of what the application wrote: a page under its policy, with the status that fits it;
 * a page that explains in place of one that failed (Next's is empty without scripts).
 * @param {Gathered | null} gathered null when the application broke off
 * @param {Asked} asked
 * @returns {Answer}
 */
export function madeAnswer(gathered, { url, nonce, acceptLanguage, unavailable }) {
  const told = Number(gathered?.headers[STATUS_HEADER]);
  const status = told || gathered?.status || 500;
  const described = /^application\/(?:problem\+)?json/.test(String(gathered?.headers["content-type"]));
  if (!gathered || (status >= 500 && !described)) return new Answer(troubleAnswer(unavailable ? "busy" : "failed", { url, acceptLanguage }));
  const headers = sentHeaders(gathered.headers, nonce);
  if (!isHtml(headers["content-type"])) return new Answer({ status, headers, body: gathered.body });
  const { html, policy } = sealed(gathered.body.toString("utf8"), nonce);
  return new Answer({ status, headers: { ...headers, "content-security-policy": policy }, body: Buffer.from(html) });
}

/**
 * Whether an answer may be given to others who ask the same. Refusals (400, 404) are not kept: there
 * is no end of wrong addresses, and each would take the place of a right one.
 * @param {Answer} answer
 */
export function isForEverybody({ status, headers }) {
  if (status !== 200 || headers["set-cookie"] !== undefined || headers["cache-control"] === PROVISIONAL) return false;
  // Next says "no-store" of every page it makes on request; other answers say it for a reason.
  return isHtml(headers["content-type"]) || !/\b(?:no-store|private)\b/.test(String(headers["cache-control"] ?? ""));
}
