import type { ProblemAnswer } from "@/domain/published/answers";

/** Open data may be read from any page of any site. */
const OPEN: Record<string, string> = { "access-control-allow-origin": "*" };
/** Of an answer with words in it: they are in the reader's language. */
export const SPOKEN: Record<string, string> = { vary: "accept-language" };

export function jsonAnswer(body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { headers: { ...OPEN, "cache-control": "no-cache", ...headers } });
}

export function problemAnswer(problem: Omit<ProblemAnswer, "type">, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: "about:blank", ...problem }), {
    status: problem.status,
    headers: { ...OPEN, ...SPOKEN, "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

/** Leads a program to the address at which a record stands. @param body what those read who do not follow */
export function movedAnswer(path: string, body?: object): Response {
  // A merge can be undone: browsers that keep a permanent redirect must ask again.
  const headers = { ...OPEN, location: path, "cache-control": "no-cache" };
  return body ? Response.json(body, { status: 308, headers }) : new Response(null, { status: 308, headers });
}

/** A text that programs read where it is, such as a feed. */
export function textAnswer(body: string, contentType: string): Response {
  return new Response(body, { headers: { ...OPEN, ...SPOKEN, "content-type": contentType, "cache-control": "no-cache" } });
}

/** A file for the reader to keep. */
export function fileAnswer(body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>, contentType: string, fileName: string): Response {
  return new Response(body, {
    headers: {
      ...OPEN,
      "content-type": contentType,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-cache",
    },
  });
}

/** A file for the person who asks alone: no cache keeps it, no other site reads it. */
export function privateFile(body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>, contentType: string, fileName: string): Response {
  const headers = {
    "content-type": contentType,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    "cache-control": "private, no-store",
    "x-robots-tag": "noindex",
  };
  return new Response(body, { headers });
}
