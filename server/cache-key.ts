// What a shared response may depend on, and so what its key consists of: the address that readers use, the path with its
// query, and for the API the language. A request is reduced to that before the application sees it, so nothing else can
// enter a stored response.
import type { IncomingHttpHeaders } from "node:http";
import { localeOf } from "@/i18n/accept-language";
import { requestOrigin } from "@/lib/http/origin";
import { pathOf, type RequestClass } from "./request-class";

export type SharedRequest = { key: string; url: string; headers: Record<string, string> };

/** @param publicUrl the address that readers use, when it does not depend on the request */
export function sharedRequest(
  { url, headers }: { url: string; headers: IncomingHttpHeaders },
  requestClass: Exclude<RequestClass, "private">,
  publicUrl: string | undefined,
): SharedRequest {
  // A file is the same whatever follows its name and whoever serves it.
  if (requestClass === "file") return { key: pathOf(url), url, headers: { host: "localhost" } };
  const { protocol, host } = publicUrl ? new URL(publicUrl) : requestOrigin((name) => String(headers[name] ?? ""));
  const reduced: Record<string, string> = { host, "x-forwarded-host": host, "x-forwarded-proto": protocol.replace(":", "") };
  const language = requestClass === "api" ? localeOf(headers["accept-language"]) : "";
  if (language) reduced["accept-language"] = language;
  return { key: `${protocol}//${host} ${language} ${url}`, url, headers: reduced };
}
