import type { IncomingHttpHeaders } from "node:http";

/**
 * What the response to a request may depend on. `file`: on nothing while this process lives. `page` and `api`: on the
 * revision of the directory; the same for everybody. `private`: on who asks, or the request does something.
 */
export type RequestClass = "file" | "page" | "api" | "private";

const FILES = /^\/(?:_next\/static\/|assets\/|icon\.svg$)/;
const PRIVATE = /^(?:(?:\/[a-z]{2})?\/(?:admin|connexion|proposition)|\/api\/auth|\/_next)(?:\/|$)/;
/** Pages that show those who may edit a way to do so. They are everybody's, and a signed-in reader's own. */
const EDITABLE = /^(?:\/[a-z]{2})?\/organisations\/[^/]+$/;
/** next-auth's name of the cookie of a session (src/auth/options.ts); whether there is such a session is for the page to ask. */
const SESSION = /(?:^|;\s*)(?:__Secure-)?next-auth\.session-token=/;
const API = /^\/api\//;
/** Whoever watches over this server asks here, above all when it is busy. */
export const HEALTH = "/api/v1/health";

/** Headers by which Next's own script asks for something else than the page. */
const NEXT_REQUEST = ["rsc", "next-action", "next-router-prefetch", "next-router-segment-prefetch", "next-router-state-tree"];

/** @param url path and query */
export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/**
 * An address that hides a staff page behind percent signs is classified as public here; that is harmless,
 * because what is rendered for everybody is rendered without cookies.
 */
export function classOf({ method, url = "/", headers }: { method?: string; url?: string; headers: IncomingHttpHeaders }): RequestClass {
  if (method !== "GET" && method !== "HEAD") return "private";
  const path = pathOf(url);
  if (FILES.test(path)) return "file";
  if (PRIVATE.test(path) || NEXT_REQUEST.some((name) => headers[name] !== undefined) || /[?&]_rsc=/.test(url)) return "private";
  if (EDITABLE.test(path) && SESSION.test(headers.cookie ?? "")) return "private";
  return API.test(path) ? "api" : "page";
}
