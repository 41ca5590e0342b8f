import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { findLiveSession, type LiveSession, revokeSession } from "@/data/session/sessions";
import type { Actor } from "@/domain/actor";
import { knownBrowserCookie } from "./known-browser";
import { authOptions, sealSession, sessionCookie } from "./options";
import { isSecure } from "./request";
import type { SignIn } from "./sign-in";

/** The one place where an actor is made: from a session that the database knows and that may act. */
function mint({ user: { id, name, email, role, seesConfidential } }: LiveSession): Actor {
  return { id, name, email, role, seesConfidential } as Actor;
}

/** The actor of a session row, or null when it does not count or its one-time password is still to be changed. */
export async function actorOfSession(sessionId: string): Promise<Actor | null> {
  const session = await findLiveSession(sessionId);
  return session && !session.user.mustChange ? mint(session) : null;
}

/** The open session of this request, even with a one-time password: only to change that password or sign out. */
export async function currentSession(): Promise<LiveSession | null> {
  const cookie = await getServerSession(authOptions(isSecure(await headers())));
  return cookie?.sessionId ? findLiveSession(cookie.sessionId) : null;
}

/** Who is asking, if they may act. Every handler and every server action asks this itself. */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession();
  return session && !session.user.mustChange ? mint(session) : null;
}

/**
 * The actor of a page; anyone else is sent to sign in, or to change a one-time password.
 * @param toPath gives a path its language
 * @param back the path of this page, to come back to
 */
export async function requireActor(toPath: (path: string) => string, back: string): Promise<Actor> {
  const session = await currentSession();
  if (!session) redirect(toPath(`/connexion?suite=${encodeURIComponent(toPath(back))}`));
  if (session.user.mustChange) redirect(toPath("/connexion/mot-de-passe"));
  return mint(session);
}

/** Gives the browser the cookies of a session that was just opened: its own, and the one that lets the browser be known again. */
export async function rememberSession({ sessionId, account }: Extract<SignIn, { ok: true }>): Promise<void> {
  const secure = isSecure(await headers());
  const jar = await cookies();
  const session = sessionCookie(secure);
  const known = knownBrowserCookie(account.email, secure);
  jar.set(session.name, await sealSession(sessionId, account), session.options);
  jar.set(known.name, known.value, known.options);
}

/** Ends the session of this request, in the database first. */
export async function signOut(): Promise<void> {
  const session = await currentSession();
  if (session) await revokeSession(session.id);
  const { name, options } = sessionCookie(isSecure(await headers()));
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
