// A browser in which a person once signed in keeps a cookie that says so, signed by us: strangers who try passwords for that
// person elsewhere do not lock it out. See https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { normaliseEmail } from "@/data/user/accounts";
import { cookieSecret } from "./request";

/** How long a browser is known after the last sign-in. */
const LIFE_DAYS = 180;
const DAY_MS = 86_400_000;

/** Separates these signatures from everything else that is signed with the same secret. */
const sign = (purpose: string, text: string) => createHmac("sha256", cookieSecret()).update(`${purpose} ${text}`).digest("base64url");

/** Names an account where its e-mail must not stand, as in the log: the same for every try, known or not. */
export const accountDigest = (email: string): string => sign("account", normaliseEmail(email)).slice(0, 16);

/** One cookie for each account, so that several people can share a browser. */
const cookieName = (email: string) => `known-${accountDigest(email)}`;

/** The cookie by which a browser is known to belong to the person of this e-mail, who has just proved who they are. */
export function knownBrowserCookie(email: string, secure: boolean, now = Date.now()) {
  const browser = `${randomBytes(18).toString("base64url")}.${now + LIFE_DAYS * DAY_MS}`;
  const value = `${browser}.${sign("browser", `${normaliseEmail(email)} ${browser}`)}`;
  return { name: cookieName(email), value, options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: LIFE_DAYS * 86_400 } } as const;
}

type CookieReader = { get(name: string): { value: string } | undefined };

/** What tells this browser from others of the person of this e-mail; null when they never signed in here, or too long ago. */
export function knownBrowser(cookies: CookieReader, email: string, now = Date.now()): string | null {
  const [id = "", end = "", signature = "", ...more] = cookies.get(cookieName(email))?.value.split(".") ?? [];
  const expected = Buffer.from(sign("browser", `${normaliseEmail(email)} ${id}.${end}`));
  const given = Buffer.from(signature);
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Number(end) > now ? id : null;
}
