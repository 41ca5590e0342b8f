import type { IncomingHttpHeaders } from "node:http";
import { pathOf } from "./request-class";

const MB = 1024 * 1024;

/** Where staff send files, and how much of one request is taken there: proofs of 10 MB and lists of 20 MB, with what is around them. */
const UPLOADS: readonly { path: RegExp; mostBytes: number }[] = [
  { path: /^(?:\/[a-z]{2})?\/admin\/sources\/[^/]+$/, mostBytes: 11 * MB },
  { path: /^(?:\/[a-z]{2})?\/admin\/import\/fichier$/, mostBytes: 21 * MB },
];

/** The most that a request to this address may send as a file, in bytes; null where only forms are sent. */
export const uploadLimit = (url: string): number | null => UPLOADS.find(({ path }) => path.test(pathOf(url)))?.mostBytes ?? null;

/** next-auth's name of the cookie of a session (src/auth/options.ts). */
const SESSION = /(?:^|;\s*)(?:__Secure-)?next-auth\.session-token=([^;]+)/;

/**
 * Whether a request bears a session that this site sealed. Whether it still holds is for the page to ask: this is to take no file from a
 * stranger.
 */
export async function bearsSession({ cookie = "" }: IncomingHttpHeaders, secret: string | undefined): Promise<boolean> {
  const token = SESSION.exec(cookie)?.[1];
  if (!token || !secret) return false;
  // Loaded with the first file that is sent: most processes never need it.
  const { decode } = await import("next-auth/jwt");
  try {
    return typeof (await decode({ token: decodeURIComponent(token), secret }))?.sessionId === "string";
  } catch {
    return false;
  }
}
