import type { OutgoingHttpHeaders } from "node:http";
import { STATUS_HEADER } from "@/lib/http/status-header";
import type { Buffered } from "./buffered-response";
import { withContentPolicy, withoutNonce } from "./content-policy";
import { EncodedResponse, type ResponseHeaders } from "./encoded-response";
import { errorResponse } from "./error-response";

/** What the connection or this server decides, and what only the application's own routing needs. */
const NOT_SENT = new RegExp(
  `^(?:connection|keep-alive|transfer-encoding|content-length|date|etag|last-modified|accept-ranges|x-middleware-.*|x-nextjs-.*|${STATUS_HEADER})$`,
);

export const isHtml = (contentType: unknown): boolean => String(contentType ?? "").startsWith("text/html");

function sentHeaders(headers: OutgoingHttpHeaders, nonce: string): ResponseHeaders {
  const sent: ResponseHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || NOT_SENT.test(name)) continue;
    sent[name] = Array.isArray(value) ? value.map((one) => withoutNonce(one, nonce)) : withoutNonce(String(value), nonce);
  }
  return sent;
}

/**
 * The response to send for what the application wrote: a page with its content security policy and the status that the
 * proxy chose for it; an error page that works without scripts in place of Next's own, which is empty without them.
 * @param buffered null when the application aborted
 */
export function finaliseResponse(
  buffered: Buffered | null,
  { url, nonce, acceptLanguage, unavailable }: { url: string; nonce: string; acceptLanguage?: string; unavailable: boolean },
): EncodedResponse {
  const status = Number(buffered?.headers[STATUS_HEADER]) || buffered?.status || 500;
  const explainsItself = /^application\/(?:problem\+)?json/.test(String(buffered?.headers["content-type"]));
  if (!buffered || (status >= 500 && !explainsItself)) return new EncodedResponse(errorResponse(unavailable ? "busy" : "failed", { url, acceptLanguage }));
  const headers = sentHeaders(buffered.headers, nonce);
  if (!isHtml(headers["content-type"])) return new EncodedResponse({ status, headers, body: buffered.body });
  const { html, policy } = withContentPolicy(buffered.body.toString("utf8"), nonce);
  return new EncodedResponse({ status, headers: { ...headers, "content-security-policy": policy }, body: Buffer.from(html) });
}

/**
 * Whether a response may be stored and given to others who request the same. Refusals (400, 404) are not stored: there
 * is no end of wrong addresses, and each would take the place of a right one.
 */
export function isShareable({ status, headers }: EncodedResponse): boolean {
  if (status !== 200 || headers["set-cookie"] !== undefined) return false;
  // Next says "no-store" of every page it renders on request; other responses say it for a reason.
  return isHtml(headers["content-type"]) || !/\b(?:no-store|private)\b/.test(String(headers["cache-control"] ?? ""));
}
