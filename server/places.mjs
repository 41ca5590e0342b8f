// @ts-check
// What kind of thing an address is, as far as keeping its answer is concerned.

/**
 * `file`: never changes while this process lives. `page` and `api`: the same for everybody, as long
 * as the directory stays as it is. `private`: depends on who asks, or does something.
 * @typedef {"file" | "page" | "api" | "private"} Place
 */

const FILES = /^\/(?:_next\/static\/|geo\/|icon\.svg$)/;
const PRIVATE = /^(?:(?:\/[a-z]{2})?\/(?:admin|connexion)|\/api\/auth|\/_next)(?:\/|$)/;
const API = /^\/api\//;

/** Headers by which Next's own script asks for something else than the page. */
const NEXT_REQUEST = ["rsc", "next-action", "next-router-prefetch", "next-router-segment-prefetch", "next-router-state-tree"];

/** @param {string} url path and query */
export function pathOf(url) {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/**
 * An address that hides a staff place behind percent signs passes for public here; that is harmless,
 * because what is made for everybody is made without cookies.
 * @param {{ method?: string, url?: string, headers: import("node:http").IncomingHttpHeaders }} request
 * @returns {Place}
 */
export function placeOf({ method, url = "/", headers }) {
  if (method !== "GET" && method !== "HEAD") return "private";
  const path = pathOf(url);
  if (FILES.test(path)) return "file";
  if (PRIVATE.test(path) || NEXT_REQUEST.some((name) => headers[name] !== undefined) || /[?&]_rsc=/.test(url)) return "private";
  return API.test(path) ? "api" : "page";
}
