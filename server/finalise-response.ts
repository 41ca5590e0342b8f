import type { OutgoingHttpHeaders } from "node:http";
import type { Outcome } from "@/lib/request-outcome";
import type { Buffered } from "./buffered-response";
import { mayBeFramed, withContentPolicy, withoutNonce } from "./content-policy";
import { EncodedResponse, type ResponseHeaders } from "./encoded-response";
import { errorResponse } from "./error-response";

/** What the connection or this server decides. */
const NOT_SENT = /^(?:connection|keep-alive|transfer-encoding|content-length|date|etag|last-modified|accept-ranges)$/;

/** A header that only the application's own routing needs. */
export const isInternal = (name: string): boolean => /^x-(?:nextjs|middleware)-/.test(name);

/** The Cache-Control of what was rendered from an older state of the directory than the present one; Next never sends this alone. */
const PROVISIONAL = "no-store";

/** What Next's own script reads depends on its headers; the files and answers of the open interface do not, whatever Next says of them. */
const NEXT_VARY = /^(?:rsc|next-router-.*|next-url)$/i;

/** The Vary of a response that is no page; "" when it depends on nothing. */
export const ownVary = (vary: unknown): string =>
  String(vary ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !NEXT_VARY.test(name))
    .join(", ");

export const isHtml = (contentType: unknown): boolean => String(contentType ?? "").startsWith("text/html");

function sentHeaders(headers: OutgoingHttpHeaders, nonce: string): ResponseHeaders {
  const sent: ResponseHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || NOT_SENT.test(name) || isInternal(name)) continue;
    sent[name] = Array.isArray(value) ? value.map((one) => withoutNonce(one, nonce)) : withoutNonce(String(value), nonce);
  }
  return sent;
}

function withOwnVary({ vary, ...headers }: ResponseHeaders): ResponseHeaders {
  const kept = String(headers["content-type"]).startsWith("text/x-component") ? String(vary ?? "") : ownVary(vary);
  return kept === "" ? headers : { ...headers, vary: kept };
}

/**
 * The response to send for what the application wrote: a page with its content security policy
 * an error page that works without scripts in place of Next's own, which is empty without them.
 * @param buffered null when the application aborted
 */
export function finaliseResponse(
  buffered: Buffered | null,
  { url, nonce, acceptLanguage, unavailable, provisional, shows }: { url: string; nonce: string; acceptLanguage?: string } & Omit<Outcome, "revision">,
): EncodedResponse {
  const status = buffered?.status ?? 500;
  const explainsItself = /^application\/(?:problem\+)?json/.test(String(buffered?.headers["content-type"]));
  if (!buffered || (status >= 500 && !explainsItself)) return new EncodedResponse(errorResponse(unavailable ? "busy" : "failed", { url, acceptLanguage }));
  const headers: ResponseHeaders = { ...sentHeaders(buffered.headers, nonce), ...(provisional ? { "cache-control": PROVISIONAL } : {}) };
  if (!isHtml(headers["content-type"])) return new EncodedResponse({ status, headers: withOwnVary(headers), body: buffered.body, shows });
  const { body, policy } = withContentPolicy(buffered.body, nonce, mayBeFramed(url));
  const isReacts = buffered.body.includes(nonce);
  return new EncodedResponse({ status, headers: { ...(isReacts ? headers : withOwnVary(headers)), "content-security-policy": policy }, body, shows });
}

/**
 * Whether a response may be stored and given to others who request the same. Refusals (400, 404) are not stored: there
 * is no end of wrong addresses, and each would take the place of a right one.
 */
export function isShareable({ status, headers }: EncodedResponse): boolean {
  if (status !== 200 || headers["set-cookie"] !== undefined || headers["cache-control"] === PROVISIONAL) return false;
  // Next says "no-store" of every page it renders on request; other responses say it for a reason.
  return isHtml(headers["content-type"]) || !/\b(?:no-store|private)\b/.test(String(headers["cache-control"] ?? ""));
}
