import "server-only";
import { createHash } from "node:crypto";
import type { Browser } from "@/domain/browser";
import { database } from "../client";
import { isLive, type LiveSession } from "./sessions";

/** A session as its person sees it. `key` names it in a form: the id itself never leaves the server but in its cookie. */
export type OwnSession = Browser & { key: string; since: Date; usedAt: Date; isThis: boolean };

const keyOf = (id: string): string => createHash("sha256").update(id).digest("base64url").slice(0, 22);

const openOnes = (userId: number, now: Date) =>
  database().session.findMany({ where: { userId, revokedAt: null, expiresAt: { gt: now } }, orderBy: { usedAt: "desc" } });

/** The open sessions of the person whose session this is: this one first, then by last use. */
export async function ownSessions(current: LiveSession, now = new Date()): Promise<OwnSession[]> {
  const rows = await openOnes(current.user.id, now);
  const sessions = rows
    .filter((row) => isLive(row, now))
    .map(({ id, createdAt, usedAt, browser, system }) => ({ key: keyOf(id), since: createdAt, usedAt, browser, system, isThis: id === current.id }));
  return [...sessions.filter(({ isThis }) => isThis), ...sessions.filter(({ isThis }) => !isThis)];
}

async function revoke(ids: string[], now: Date): Promise<number> {
  const { count } = await database().session.updateMany({ where: { id: { in: ids }, revokedAt: null }, data: { revokedAt: now } });
  return count;
}

/** Ends one session of the same person, and never the one that asks. @returns how many ended */
export async function endSession(current: LiveSession, key: string, now = new Date()): Promise<number> {
  const rows = await openOnes(current.user.id, now);
  return revoke(
    rows.filter(({ id }) => id !== current.id && keyOf(id) === key).map(({ id }) => id),
    now,
  );
}

/** Ends every session of the same person but the one that asks. @returns how many ended */
export async function endOtherSessions(current: LiveSession, now = new Date()): Promise<number> {
  const rows = await openOnes(current.user.id, now);
  return revoke(
    rows.filter(({ id }) => id !== current.id).map(({ id }) => id),
    now,
  );
}
