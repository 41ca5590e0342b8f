import { logger } from "@/lib/logger";
import { cookies } from "next/headers";
import type { NextAuthOptions, Session } from "next-auth";
import { encode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { findLiveSession, revokeSession, SESSION_LIFE_SECONDS } from "@/data/session/sessions";
import { knownBrowser, knownBrowserCookie } from "./known-browser";
import { addressOf, cookieSecret } from "./request";
import { signIn } from "./sign-in";

declare module "next-auth" {
  interface Session {
    /** The row of our database that this cookie names; only inside the server. */
    sessionId?: string;
  }
  interface User {
    sessionId?: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
  }
}

/** Name and attributes of the session cookie: next-auth's own, written down because our page sets it too. */
export function sessionCookie(secure: boolean) {
  return {
    name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: SESSION_LIFE_SECONDS },
  } as const;
}

/** The value of the cookie for an open session. */
export function sealSession(sessionId: string, user: { name: string; email: string }): Promise<string> {
  return encode({ token: { name: user.name, email: user.email, sessionId }, secret: cookieSecret(), maxAge: SESSION_LIFE_SECONDS });
}

/** How next-auth works here. `sessionId` stays on the server: `browserOptions` is for answers that leave it. */
export function authOptions(secure: boolean): NextAuthOptions {
  return {
    secret: cookieSecret(),
    useSecureCookies: secure,
    // What is wrong with a request of next-auth's own is its sender's fault: a line, and no stack.
    logger: { error: (code) => logger.warn({ event: "next_auth", code }), warn: () => {}, debug: () => {} },
    session: { strategy: "jwt", maxAge: SESSION_LIFE_SECONDS },
    pages: { signIn: "/connexion", error: "/connexion" },
    providers: [
      CredentialsProvider({
        name: "E-mail",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const headers = new Headers(request.headers as Record<string, string> | undefined);
          const { email, password } = credentials ?? {};
          if (typeof email !== "string" || typeof password !== "string" || email.length > 254) return null;
          const jar = await cookies();
          const result = await signIn({
            email,
            password,
            address: addressOf(headers),
            browser: knownBrowser(jar, email),
            userAgent: headers.get("user-agent"),
          });
          if (result.ok) {
            const { id, name, email: own } = result.account;
            const known = knownBrowserCookie(own, secure);
            jar.set(known.name, known.value, known.options);
            return { id: String(id), name, email: own, sessionId: result.sessionId };
          }
          // next-auth carries the message to the address of the error page; it holds no secret.
          if (result.reason === "slowed") throw new Error(`slowed_${result.seconds}`);
          if (result.reason === "ended" || result.reason === "busy") throw new Error(result.reason);
          return null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { name: user.name, email: user.email, sessionId: user.sessionId } : token),
      session: ({ session, token }) => ({ ...session, sessionId: token.sessionId }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sessionId) await revokeSession(token.sessionId);
      },
    },
  };
}

/** The same for next-auth's own routes, whose answers a browser reads: a session that ended says nothing of its user. */
export function browserOptions(secure: boolean): NextAuthOptions {
  const options = authOptions(secure);
  return {
    ...options,
    callbacks: {
      ...options.callbacks,
      session: async ({ session, token }): Promise<Session> => {
        const live = token.sessionId ? await findLiveSession(token.sessionId) : null;
        return live ? { expires: session.expires, user: { name: live.user.name, email: live.user.email } } : { expires: session.expires };
      },
    },
  };
}
