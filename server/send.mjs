// @ts-check
import { acceptedEncoding } from "./encoding.mjs";

/** @typedef {import("./answer.mjs").Answer} Answer */
/** @typedef {import("node:http").IncomingMessage} IncomingMessage */
/** @typedef {import("node:http").ServerResponse} ServerResponse */

/** Adds to a list of header names. @param {string | string[] | undefined} vary @param {string} name */
export function varyWith(vary, name) {
  const names = String(vary ?? "")
    .split(",")
    .map((text) => text.trim())
    .filter(Boolean);
  return names.some((known) => known.toLowerCase() === name.toLowerCase()) ? names.join(", ") : [...names, name].join(", ");
}

/**
 * Whether the reader already has this answer (RFC 9110, 13.2.2: tags before dates). A date must be the
 * very one that was sent: a server whose clock or change lies earlier would otherwise hide a change.
 * @param {import("node:http").IncomingHttpHeaders} headers of the request
 * @param {{ etag: string, lastModified: string | null }} validators
 */
export function isKnown(headers, { etag, lastModified }) {
  const tags = headers["if-none-match"];
  if (tags !== undefined) {
    const opaque = (/** @type {string} */ tag) => tag.trim().replace(/^W\//, "");
    return tags.trim() === "*" || tags.split(",").some((tag) => opaque(tag) === opaque(etag));
  }
  return lastModified !== null && headers["if-modified-since"] === lastModified;
}

/** The headers that a 304 repeats, so that what the reader keeps stays described rightly. */
const ABOUT_THE_BODY = ["content-type", "content-disposition", "link"];

/**
 * Sends an answer in the encoding the reader accepts, or 304 when he has it, or its head alone.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {Answer} answer
 * @param {{ validates?: boolean, lastModified?: string | null, extra?: Record<string, string> }} [how]
 * `validates`: the reader may ask later whether it is still the same
 */
export async function send(request, response, answer, { validates = false, lastModified = null, extra = {} } = {}) {
  const encoding = answer.encodingFor(acceptedEncoding(request.headers["accept-encoding"]));
  const known = validates && isKnown(request.headers, { etag: answer.etag, lastModified });
  const body = known ? null : await answer.body(encoding);
  if (response.destroyed || response.headersSent) return;
  response.statusCode = known ? 304 : answer.status;
  for (const [name, value] of Object.entries(answer.headers)) {
    if (!known || !ABOUT_THE_BODY.includes(name)) response.setHeader(name, value);
  }
  for (const [name, value] of Object.entries(extra)) response.setHeader(name, value);
  if (answer.compresses) response.setHeader("vary", varyWith(/** @type {string} */ (response.getHeader("vary")), "Accept-Encoding"));
  if (validates) {
    response.setHeader("etag", answer.etag);
    if (lastModified) response.setHeader("last-modified", lastModified);
  }
  if (!body) {
    response.end();
    return;
  }
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  // Asked for a head alone, the application may not have made a body at all.
  if (body.length > 0 || request.method !== "HEAD") response.setHeader("content-length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}
