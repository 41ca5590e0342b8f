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

/** Leads a program to the address at which a record stands for good. */
export function movedAnswer(path: string): Response {
  return new Response(null, { status: 308, headers: { ...OPEN, location: path } });
}

/** A text that programs read where it is, such as a feed. */
export function textAnswer(body: string, contentType: string): Response {
  return new Response(body, { headers: { ...OPEN, ...SPOKEN, "content-type": contentType, "cache-control": "no-cache" } });
}

/** A file for the reader to keep. */
export function fileAnswer(body: string | ReadableStream<Uint8Array>, contentType: string, fileName: string): Response {
  return new Response(body, {
    headers: {
      ...OPEN,
      "content-type": contentType,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-cache",
    },
  });
}
