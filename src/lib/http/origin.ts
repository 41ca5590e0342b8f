import { env } from "@/env";

/** The first of several values, as proxies in a row write them. */
const first = (value: string | null | undefined): string => value?.split(",")[0]?.trim() ?? "";

/** The address that a request was sent to, as the proxies before us tell it. @param header the value of a request header */
export function requestOrigin(header: (name: string) => string | null | undefined): { protocol: "http:" | "https:"; host: string } {
  return {
    protocol: first(header("x-forwarded-proto")) === "https" ? "https:" : "http:",
    host: first(header("x-forwarded-host")) || header("host") || "localhost",
  };
}

/** Where readers reach this directory, without a final slash: PUBLIC_URL, else the request's own host. */
export function publicOrigin(headers: Headers): string {
  const { PUBLIC_URL } = env();
  if (PUBLIC_URL) return PUBLIC_URL.replace(/\/+$/, "");
  const { protocol, host } = requestOrigin((name) => headers.get(name));
  return `${protocol}//${host}`;
}
