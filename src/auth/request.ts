import { env } from "@/env";
import { publicOrigin } from "@/lib/http/origin";

type HeaderReader = { get(name: string): string | null };

/** The address a request came from, as the server before Next wrote it (server/client.ts). */
export function addressOf(headers: HeaderReader): string {
  return headers.get("x-forwarded-for") || "unknown";
}

/** Whether readers reach the site over https, so that the cookie may be kept to it. */
export function isSecure(headers: HeaderReader): boolean {
  return headers.get("x-forwarded-proto") === "https";
}

/** @throws Error naming the variable when the site was started without what signs its cookies */
export function cookieSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: nobody can sign in. npm start makes one; otherwise set at least 32 random characters.");
  return secret;
}

/** Where the person who asks reaches the site: for a link that they pass on. PUBLIC_URL, or what their own browser asked for. */
export function originOf(headers: HeaderReader): string {
  const host = headers.get("x-forwarded-host") || headers.get("host") || "localhost";
  return publicOrigin() || `${isSecure(headers) ? "https" : "http"}://${host}`;
}
