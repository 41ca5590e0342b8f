// @ts-check
// The content security policy of pages. A nonce would have to differ in every answer, and kept
// answers are sent many times; so scripts inside a page are allowed by their hashes. Only those that
// the application itself wrote: it marks them with a nonce that it is given for this one rendering,
// and that leaves with no answer. A script that somebody managed to write into a page has no mark,
// no hash, and does not run.
import { createHash, randomBytes } from "node:crypto";

const INLINE_SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const DATA = /\btype="application\/(?:ld\+)?json"/i;

/** A mark for the scripts of one rendering. */
export const newNonce = () => randomBytes(18).toString("base64url");

/** The request header by which Next is told the nonce. @param {string} nonce */
export const nonceHeader = (nonce) => ({ "content-security-policy": `script-src 'nonce-${nonce}'` });

/** @param {string[]} scriptHashes */
export function contentPolicy(scriptHashes) {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scriptHashes.map((hash) => `'sha256-${hash}'`)].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Takes the mark out of a page or a header. @param {string} text @param {string} nonce */
export const withoutNonce = (text, nonce) => text.replaceAll(`; nonce="${nonce}"`, "").replaceAll(` nonce="${nonce}"`, "").replaceAll(nonce, "");

/**
 * @param {string} html a page whose own scripts carry `nonce`
 * @param {string} nonce
 * @returns {{ html: string, policy: string }} the page without the mark, and the policy under which it runs
 */
export function sealed(html, nonce) {
  const mark = `nonce="${nonce}"`;
  /** @type {Set<string>} */
  const hashes = new Set();
  for (const [, attributes = "", script = ""] of html.matchAll(INLINE_SCRIPT)) {
    if (!attributes.includes(mark) || DATA.test(attributes) || /\ssrc=/i.test(attributes)) continue;
    hashes.add(createHash("sha256").update(withoutNonce(script, nonce)).digest("base64"));
  }
  return { html: withoutNonce(html, nonce), policy: contentPolicy([...hashes]) };
}
