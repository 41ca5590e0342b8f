import { env } from "@/env";

/** The address that a request was sent to, as the server before Next wrote it (server/client.ts). @param header the value of a request header */
export function requestOrigin(header: (name: string) => string | null | undefined): { protocol: "http:" | "https:"; host: string } {
  return { protocol: header("x-forwarded-proto") === "https" ? "https:" : "http:", host: header("host") || "localhost" };
}

/** Where readers reach this directory, without a final slash: PUBLIC_URL, else the request's own host. */
export function publicOrigin(headers: Headers): string {
  const { PUBLIC_URL } = env();
  if (PUBLIC_URL) return PUBLIC_URL.replace(/\/+$/, "");
  const { protocol, host } = requestOrigin((name) => headers.get(name));
  return `${protocol}//${host}`;
}
