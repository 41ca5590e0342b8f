import type { IncomingMessage } from "node:http";
import { pathOf } from "./request-class";

/** A name or an address, and a port. */
const HOST = /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
/** No text has it, and PostgreSQL keeps none that does. */
const NUL = /%00|\0/;

const decodes = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

/** Whether a request names one host, and an address that can be read. */
export function isWellFormed({ url = "/", headers: { host }, rawHeaders }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;
  return url.startsWith("/") && !NUL.test(url) && decodes(pathOf(url)) && hosts <= 1 && (host === undefined || HOST.test(host));
}
