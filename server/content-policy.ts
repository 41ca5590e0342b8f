// The content security policy of pages. A nonce would have to differ in every response, and stored responses are sent
// many times; so scripts inside a page are allowed by their hashes. Only those that the application itself wrote: it
// marks them with a nonce that is made for this one rendering and removed before the response is sent. A script that
// somebody managed to inject into a page has no nonce, therefore no hash, and does not run.
import { createHash, randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { isDevelopment } from "@/env";

const INLINE_SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const DATA = /\btype="application\/(?:ld\+)?json"/i;

/** A nonce for the scripts of one rendering. */
export const newNonce = (): string => randomBytes(18).toString("base64url");

/** The request header by which Next is told the nonce. */
export const nonceHeader = (nonce: string) => ({ "content-security-policy": `script-src 'nonce-${nonce}'` });

/** Next's tools for development write and evaluate scripts of their own. */
const DEVELOPMENT_SCRIPTS = "script-src 'self' 'unsafe-inline' 'unsafe-eval'";

/** The pages that are made to stand inside those of other sites. They know nobody and take nothing: a reader cannot be led to do something there. */
const EMBEDDED = /^(?:\/[a-z]{2})?\/embed\//;

/** Whether pages of other sites may show this one. @param url path and query */
export const mayBeFramed = (url: string): boolean => EMBEDDED.test(url);

export function contentPolicy(scriptHashes: readonly string[], framed = false): string {
  return [
    "default-src 'self'",
    isDevelopment ? DEVELOPMENT_SCRIPTS : ["script-src 'self'", ...scriptHashes.map((hash) => `'sha256-${hash}'`)].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    framed ? "frame-ancestors *" : "frame-ancestors 'none'",
  ].join("; ");
}

/** Removes the nonce from a page or a header. */
export const withoutNonce = (text: string, nonce: string): string =>
  text.replaceAll(`; nonce="${nonce}"`, "").replaceAll(` nonce="${nonce}"`, "").replaceAll(nonce, "");

/**
 * @param body a page whose own scripts carry `nonce`
 * @param framed as {@link mayBeFramed} says
 * @returns the page without the nonce, and the policy under which it runs
 */
export function withContentPolicy(body: Buffer, nonce: string, framed = false): { body: Buffer; policy: string } {
  // A page that is not React's has no script of its own in it.
  if (!body.includes(nonce)) return { body, policy: contentPolicy([], framed) };
  const html = body.toString("utf8");
  const hashes = new Set<string>();
  for (const [, attributes = "", script = ""] of html.matchAll(INLINE_SCRIPT)) {
    if (!attributes.includes(`nonce="${nonce}"`) || DATA.test(attributes) || /\ssrc=/i.test(attributes)) continue;
    hashes.add(createHash("sha256").update(withoutNonce(script, nonce)).digest("base64"));
  }
  return { body: Buffer.from(withoutNonce(html, nonce)), policy: contentPolicy([...hashes], framed) };
}

/** What a browser may not do with any response, whatever it is. The policy above depends on the page. @param publicUrl the address that readers use */
export function closeDoors(response: ServerResponse, publicUrl: string | undefined): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (publicUrl?.startsWith("https:")) response.setHeader("strict-transport-security", "max-age=31536000");
}
