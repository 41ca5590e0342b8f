import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { EncodedResponse } from "./encoded-response";
import { acceptedEncoding } from "./encoding";

/** Adds a name to a Vary header, once. */
export function varyWith(vary: number | string | string[] | undefined, name: string): string {
  const names = String(vary ?? "")
    .split(",")
    .map((text) => text.trim())
    .filter(Boolean);
  return names.some((known) => known.toLowerCase() === name.toLowerCase()) ? names.join(", ") : [...names, name].join(", ");
}

/**
 * Whether the reader's copy is still valid (RFC 9110, 13.2.2: tags before dates). A date must be the very one that was
 * sent: a server whose clock or change is earlier would otherwise hide a change.
 */
export function isNotModified(headers: IncomingHttpHeaders, { etag, lastModified }: { etag: string; lastModified: string | null }): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) {
    const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
    return tags.trim() === "*" || tags.split(",").some((tag) => opaque(tag) === opaque(etag));
  }
  return lastModified !== null && headers["if-modified-since"] === lastModified;
}

/** Headers of the body, which a 304 leaves out. */
const BODY_HEADERS = ["content-type", "content-disposition", "link"];

type Options = {
  /** Whether the reader may revalidate the response later. */
  validates?: boolean;
  lastModified?: string | null;
  extra?: Record<string, string>;
};

/** Sends a response in the encoding the reader accepts, or 304 when their copy is still valid, or its head alone. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  content: EncodedResponse,
  { validates = false, lastModified = null, extra = {} }: Options = {},
): Promise<void> {
  const encoding = content.encodingFor(acceptedEncoding(request.headers["accept-encoding"]));
  const notModified = validates && isNotModified(request.headers, { etag: content.etag, lastModified });
  const body = notModified ? null : await content.body(encoding);
  if (response.destroyed || response.headersSent) return;
  response.statusCode = notModified ? 304 : content.status;
  for (const [name, value] of Object.entries(content.headers)) {
    if (!notModified || !BODY_HEADERS.includes(name)) response.setHeader(name, value);
  }
  for (const [name, value] of Object.entries(extra)) response.setHeader(name, value);
  if (content.compresses) response.setHeader("vary", varyWith(response.getHeader("vary"), "Accept-Encoding"));
  if (validates) {
    response.setHeader("etag", content.etag);
    if (lastModified) response.setHeader("last-modified", lastModified);
  }
  if (!body) {
    response.end();
    return;
  }
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  // For a HEAD request the application may not have rendered a body at all; 204 has none, and may not speak of its length.
  if (body.length > 0 || (request.method !== "HEAD" && content.status !== 204)) response.setHeader("content-length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}
