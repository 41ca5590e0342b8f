// @ts-check
// What an answer for everybody may depend on, and so what its key holds: the address that readers
// use, the path with its query, and for the API the language. A request is stripped to that before
// the application sees it, so nothing else can enter an answer that is kept.
import { pathOf } from "./places.mjs";

/** @typedef {import("node:http").IncomingHttpHeaders} Headers */
/** @typedef {{ key: string, url: string, headers: Record<string, string> }} SharedRequest */

/** The first of several values, as proxies in a row write them. @param {string | string[] | undefined} value */
const first = (value) => (Array.isArray(value) ? value[0] : value)?.split(",")[0]?.trim();

/**
 * The address that the answer speaks of, as src/lib/http/origin.ts reads it.
 * @param {Headers} headers
 * @param {string | undefined} publicUrl
 */
export function originOf(headers, publicUrl) {
  if (publicUrl) return { protocol: new URL(publicUrl).protocol.slice(0, -1), host: new URL(publicUrl).host };
  const host = first(headers["x-forwarded-host"]) || headers.host || "localhost";
  return { protocol: first(headers["x-forwarded-proto"]) === "https" ? "https" : "http", host };
}

/**
 * The language of an answer of the API, as src/features/open-data reads it: what is asked first, if
 * it is one of ours.
 * @param {string | undefined} acceptLanguage
 */
export function languageOf(acceptLanguage) {
  return acceptLanguage?.split(",")[0]?.trim().slice(0, 2).toLowerCase() === "en" ? "en" : "fr";
}

/**
 * @param {{ url: string, headers: Headers }} request
 * @param {"page" | "api" | "file"} place
 * @param {string | undefined} publicUrl
 * @returns {SharedRequest}
 */
export function sharedRequest({ url, headers }, place, publicUrl) {
  // A file is the same whatever follows its name and whoever serves it.
  if (place === "file") return { key: pathOf(url), url, headers: { host: "localhost" } };
  const { protocol, host } = originOf(headers, publicUrl);
  /** @type {Record<string, string>} */
  const kept = { host, "x-forwarded-host": host, "x-forwarded-proto": protocol };
  const language = place === "api" ? languageOf(headers["accept-language"]) : "";
  if (language) kept["accept-language"] = language;
  return { key: `${protocol}://${host} ${language} ${url}`, url, headers: kept };
}
