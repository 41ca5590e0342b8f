import { promisify } from "node:util";
import zlib from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const brotli = promisify(zlib.brotliCompress);

/** Below this the headers weigh more than what is saved. */
const WORTH_BYTES = 512;
const TEXT = /^(?:text\/|image\/svg|application\/(?:[\w.+-]*(?:json|xml|javascript)))/;

export const isWorthCompressing = (contentType: string, bytes: number): boolean => bytes >= WORTH_BYTES && TEXT.test(contentType);

/** Which encodings an Accept-Encoding header accepts. */
function accepting(header: string | string[] | undefined): (name: string) => boolean {
  const weights = new Map<string, number>();
  for (const part of String(header ?? "")
    .toLowerCase()
    .split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    if (name) weights.set(name, weight ? Number(weight.slice(2)) || 0 : 1);
  }
  return (name) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
}

/** What is compressed while it is sent: gzip takes little memory for each reader, and every browser accepts it. */
export const acceptsGzip = (header: string | string[] | undefined): boolean => accepting(header)("gzip");

/** The best encoding that an Accept-Encoding header accepts. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding {
  const accepts = accepting(header);
  return accepts("br") ? "br" : accepts("gzip") ? "gzip" : "identity";
}

/** Quality 5 takes about as long as gzip's usual level and makes smaller text. */
export const toBrotli = (body: Buffer): Promise<Buffer> =>
  brotli(body, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 5,
      [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });

export const toGzip = promisify<Buffer, Buffer>(zlib.gzip);
export const fromBrotli = promisify<Buffer, Buffer>(zlib.brotliDecompress);
