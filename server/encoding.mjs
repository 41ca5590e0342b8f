// @ts-check
import { promisify } from "node:util";
import zlib from "node:zlib";

/** @typedef {"br" | "gzip" | "identity"} Encoding */

const brotli = promisify(zlib.brotliCompress);
const unbrotli = promisify(zlib.brotliDecompress);
const gzip = promisify(zlib.gzip);

/** Below this the headers weigh more than what is saved. */
const WORTH_BYTES = 512;
const TEXT = /^(?:text\/|image\/svg|application\/(?:[\w.+-]*(?:json|xml|javascript)))/;

/** @param {string} contentType @param {number} bytes */
export const isWorthCompressing = (contentType, bytes) => bytes >= WORTH_BYTES && TEXT.test(contentType);

/**
 * The best encoding that the reader accepts.
 * @param {string | string[] | undefined} header accept-encoding
 * @returns {Encoding}
 */
export function acceptedEncoding(header) {
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const part of String(header ?? "")
    .toLowerCase()
    .split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    if (name) weights.set(name, weight ? Number(weight.slice(2)) || 0 : 1);
  }
  const accepts = (/** @type {string} */ name) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  return accepts("br") ? "br" : accepts("gzip") ? "gzip" : "identity";
}

/** Quality 5 takes about as long as gzip's usual level and makes smaller text. @param {Buffer} body */
export const toBrotli = (body) =>
  brotli(body, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 5,
      [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });

/** @param {Buffer} body */
export const toGzip = (body) => gzip(body);

/** @param {Buffer} body */
export const fromBrotli = (body) => unbrotli(body);
