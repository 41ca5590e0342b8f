import { env } from "@/env";

/** Where readers reach this directory, without a final slash: PUBLIC_URL, else the request's own host. */
export function publicOrigin(headers: Headers): string {
  const { PUBLIC_URL } = env();
  if (PUBLIC_URL) return PUBLIC_URL.replace(/\/+$/, "");
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "localhost";
  const protocol = headers.get("x-forwarded-proto")?.split(",")[0] ?? "http";
  return `${protocol === "https" ? "https" : "http"}://${host}`;
}
