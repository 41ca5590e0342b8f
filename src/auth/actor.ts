import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { type Awaited, findLiveSession, type LiveSession, revokeSession } from "@/data/session/sessions";
import { presentTerms } from "@/data/term/present";
import { findTokenHolder } from "@/data/user/api-tokens";
import type { Actor } from "@/domain/actor";
import { knownBrowserCookie } from "./known-browser";
import { authOptions, sealSession, sessionCookie } from "./options";
import { isSecure } from "./request";

/** Where a person gives what their session waits for. */
export const AWAITED_AT: Record<Awaited, string> = { code: "/connexion/code", password: "/connexion/mot-de-passe", factor: "/connexion/second-facteur" };

/** The one place where an actor is made: from a session that the database knows and that may act. */
function mint({ user: { id, name, email, role, seesConfidential, zonePaths, entryIds } }: LiveSession): Actor {
  return { id, name, email, role, seesConfidential, zonePaths, entryIds } as Actor;
}

/** The actor of a session row, or null when it does not count or waits for something. */
export async function actorOfSession(sessionId: string): Promise<Actor | null> {
  const session = await findLiveSession(sessionId);
  return session && !session.awaits ? mint(session) : null;
}

/**
 * Whoever a program reads for, by its token; null when the token does not count. What is confidential is never read by a token, whatever its
 * person may see.
 */
export async function actorOfToken(token: string): Promise<Actor | null> {
  const holder = await findTokenHolder(token);
  return (
    holder && ({ ...holder, role: holder.role === "admin" ? "editor" : holder.role, seesConfidential: false, zonePaths: [], entryIds: [] } as unknown as Actor)
  );
}

/**
 * The open session of this request, even one that waits for something: only to give it that, or sign out. The parts of one page ask for it
 * together, and it is read once.
 */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  // Whoever acts checks codes and reads their names.
  await presentTerms();
  const cookie = await getServerSession(authOptions(isSecure(await headers())));
  return cookie?.sessionId ? findLiveSession(cookie.sessionId) : null;
});

/** Who is asking, if they may act. Every handler and every server action asks this itself. */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession();
  return session && !session.awaits ? mint(session) : null;
}

/**
 * The actor of a page; anyone else is sent to sign in, or to what their session waits for.
 * @param toPath gives a path its language
 * @param back the path of this page, to come back to
 */
export async function requireActor(toPath: (path: string) => string, back: string): Promise<Actor> {
  const session = await currentSession();
  if (!session) redirect(toPath(`/connexion?suite=${encodeURIComponent(toPath(back))}`));
  if (session.awaits) redirect(toPath(AWAITED_AT[session.awaits]));
  return mint(session);
}

/** Gives the browser the cookies of a session that was just opened: its own, and the one that lets the browser be known again. */
export async function rememberSession({ sessionId, account }: { sessionId: string; account: { name: string; email: string } }): Promise<void> {
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
