import type { IncomingMessage, ServerResponse } from "node:http";
import type { Writable } from "node:stream";
import { outcomes, type Outcome } from "@/lib/request-outcome";
import { BufferedResponse, detachedRequest, type Buffered } from "./buffered-response";
import type { SharedRequest } from "./cache-key";
import { newNonce, nonceHeader } from "./content-policy";
import { EncodedResponse } from "./encoded-response";
import { errorResponse } from "./error-response";
import { finaliseResponse, isHtml, isInternal, ownVary } from "./finalise-response";

export type Application = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
export type Limits = { limitMs: number; onError: (error: unknown, url: string) => void };

/** What the application need not ask the database again. */
export type Known = Pick<Outcome, "revision" | "elsewhere" | "listed" | "past">;

/** Lets the application respond, within `limitMs`. */
async function run(
  application: Application,
  request: IncomingMessage,
  response: BufferedResponse,
  { limitMs, onError }: Limits,
  outcome: Outcome = {},
): Promise<{ buffered: Buffered | null; timedOut: boolean; outcome: Outcome }> {
  let timedOut = false;
  const timer = Number.isFinite(limitMs)
    ? setTimeout(() => {
        timedOut = true;
        onError(new Error(`No answer after ${limitMs} ms`), request.url ?? "");
        response.destroy();
      }, limitMs)
    : undefined;
  // A reader may take as long as they need for what has begun; one who takes nothing is cut off by the connection's own limit.
  response.once("streams", () => clearTimeout(timer));
  outcomes
    .run(outcome, async () => application(request, response))
    .catch((error) => {
      onError(error, request.url ?? "");
      response.destroy();
    });
  const buffered = await response.buffered;
  clearTimeout(timer);
  return { buffered, timedOut, outcome };
}

/**
 * Renders what is the same for everybody, from a request that is no reader's own: a reader who disconnects takes
 * nothing from the others who wait for it.
 * @param known the revision of the directory, read since that request came, so that the application need not read it again
 */
export async function renderShared(application: Application, { url, headers }: SharedRequest, limits: Limits, known: Known = {}): Promise<EncodedResponse> {
  const nonce = newNonce();
  const request = detachedRequest(url, { ...headers, ...nonceHeader(nonce) });
  const { buffered, timedOut, outcome } = await run(application, request, new BufferedResponse(request), limits, { ...known });
  return finaliseResponse(buffered, { url, nonce, acceptLanguage: headers["accept-language"], ...outcome, unavailable: outcome.unavailable || timedOut });
}

/**
 * Renders a file that is the same for everybody, and may be large, straight to its reader, no faster than they take it: nobody's
 * memory holds the whole. What is no file (a refusal, a failure) comes back whole.
 * @param begin called at the first byte, when there is a file: sets the headers that are ours, and says where the bytes go
 * @returns null as soon as the file begins; the rest follows by itself
 */
export function renderStreamed(
  application: Application,
  { url, headers }: SharedRequest,
  { method, response, begin, ...limits }: Limits & { method?: string; response: ServerResponse; begin: (outcome: Outcome) => Writable },
  known: Known = {},
): Promise<EncodedResponse | null> {
  const nonce = newNonce();
  const outcome: Outcome = { ...known };
  const request = detachedRequest(url, { ...headers, ...nonceHeader(nonce) }, { method });
  return new Promise((resolve) => {
    const output = new BufferedResponse(request, (begun) => {
      if (begun.statusCode !== 200 || isHtml(begun.getHeader("content-type"))) return null;
      passHeaders(begun, response);
      resolve(null);
      return begin(outcome);
    });
    response.once("close", () => output.destroy());
    void run(application, request, output, limits, outcome).then(({ buffered, timedOut }) => {
      const unavailable = outcome.unavailable || timedOut;
      resolve(finaliseResponse(buffered, { url, nonce, acceptLanguage: headers["accept-language"], ...outcome, unavailable }));
    });
  });
}

/** Gives a response the status and the headers that the application chose for it. */
function passHeaders(begun: ServerResponse, response: ServerResponse): void {
  response.statusCode = begun.statusCode;
  for (const [name, value] of Object.entries(begun.getHeaders())) if (value !== undefined && !isInternal(name)) response.setHeader(name, value);
  const vary = ownVary(begun.getHeader("vary"));
  if (vary === "") response.removeHeader("vary");
  else response.setHeader("vary", vary);
}

/** What is buffered before it is sent: pages for their policy, and what Next's script reads, to compress it. */
const isBuffered = (contentType: unknown): boolean => isHtml(contentType) || String(contentType ?? "").startsWith("text/x-component");

/**
 * Lets the application respond to this very reader. Pages are buffered for their policy; everything else is streamed.
 * @param asked `body` of the request, taken whole; `isLong`: it asks the database many things
 * @returns null when the response was streamed, or the reader has disconnected
 */
export async function renderPrivate(
  application: Application,
  request: IncomingMessage,
  response: ServerResponse,
  limits: Limits,
  { body, isLong = false }: { body?: Buffer; isLong?: boolean } = {},
): Promise<EncodedResponse | null> {
  const nonce = newNonce();
  const { url = "/", method } = request;
  const acceptLanguage = request.headers["accept-language"];
  const asked = detachedRequest(url, { ...request.headers, ...nonceHeader(nonce) }, { method, body });
  const output = new BufferedResponse(asked, (begun) => {
    if (isBuffered(begun.getHeader("content-type")) || begun.statusCode >= 500) return null;
    passHeaders(begun, response);
    return response;
  });
  const disconnect = () => output.destroy();
  response.once("close", disconnect);
  const { buffered, timedOut, outcome } = await run(application, asked, output, limits, { isLong });
  response.off("close", disconnect);
  if (response.headersSent || response.destroyed) return null;
  if (timedOut) return new EncodedResponse(errorResponse("busy", { url, acceptLanguage }));
  return finaliseResponse(buffered, { url, nonce, acceptLanguage, ...outcome });
}
