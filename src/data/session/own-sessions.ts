import "server-only";
import { createHash } from "node:crypto";
import type { Browser } from "@/domain/browser";
import { database } from "../client";
import { databaseTime } from "../clock";
import { isLive, revokeSessions, type LiveSession } from "./sessions";

/** A session as its person sees it. `key` names it in a form: the id itself never leaves the server but in its cookie. */
export type OwnSession = Browser & { key: string; since: Date; usedAt: Date; isThis: boolean };

const keyOf = (id: string): string => createHash("sha256").update(id).digest("base64url").slice(0, 22);

/** Those of one person that still count, the last used first. */
async function openOnes(userId: number) {
  const now = await databaseTime(database());
  const rows = await database().session.findMany({ where: { userId, revokedAt: null, awaitsCode: false }, orderBy: { usedAt: "desc" } });
  return rows.filter((row) => isLive(row, now));
}

/** The open sessions of the person whose session this is: this one first, then by last use. */
export async function ownSessions(current: LiveSession): Promise<OwnSession[]> {
  const sessions = (await openOnes(current.user.id)).map(({ id, createdAt, usedAt, browser, system }) => ({
    ...{ key: keyOf(id), since: createdAt, usedAt, browser, system },
    isThis: id === current.id,
  }));
  return [...sessions.filter(({ isThis }) => isThis), ...sessions.filter(({ isThis }) => !isThis)];
}

/**
 * Ends one session of the same person, or all, and never the one that asks.
 * @param key of the session; null: every other one
 * @returns how many ended
 */
export async function endSessions(current: LiveSession, key: string | null): Promise<number> {
  const others = (await openOnes(current.user.id)).filter(({ id }) => id !== current.id && (key === null || keyOf(id) === key));
  return revokeSessions(others.map(({ id }) => id));
}
