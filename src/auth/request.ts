import { env } from "@/env";

type HeaderReader = { get(name: string): string | null };

/**
 * The address a request came from. A proxy in front of the site appends the true one, so the last
 * counts: the first ones are whatever the client wrote.
 */
export function addressOf(headers: HeaderReader): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}

/** Whether readers reach the site over https, so that the cookie may be kept to it. */
export function isSecure(headers: HeaderReader): boolean {
  const publicUrl = env().PUBLIC_URL;
  if (publicUrl) return publicUrl.startsWith("https:");
  return headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
}

/** @throws Error naming the variable when the site was started without what signs its cookies */
export function cookieSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: nobody can sign in. npm start makes one; otherwise set at least 32 random characters.");
  return secret;
}
