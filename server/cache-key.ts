// What a shared response may depend on, and so what its key consists of: the path with its query, and for the API the
// language. The public address is the same for all, or none: the Host of a request is no part of any shared response. A
// request is reduced to that before the application sees it, so nothing else can enter a stored response.
import type { IncomingHttpHeaders } from "node:http";
import { localeOf } from "@/i18n/accept-language";
import { pathOf, type RequestClass } from "./request-class";

export type SharedRequest = { key: string; url: string; headers: Record<string, string> };

/** @param publicUrl the address that readers use, if it is known */
export function sharedRequest(
  { url, headers }: { url: string; headers: IncomingHttpHeaders },
  requestClass: Exclude<RequestClass, "private">,
  publicUrl: string | undefined,
): SharedRequest {
  // A file is the same whatever follows its name and whoever serves it.
  if (requestClass === "file") return { key: pathOf(url), url, headers: { host: "localhost" } };
  const { protocol, host } = new URL(publicUrl ?? "http://localhost");
  const reduced: Record<string, string> = { host, "x-forwarded-host": host, "x-forwarded-proto": protocol.replace(":", "") };
  const language = requestClass === "api" ? localeOf(headers["accept-language"]) : "";
  if (language) reduced["accept-language"] = language;
  return { key: `${language} ${url}`, url, headers: reduced };
}
