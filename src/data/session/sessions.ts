import "server-only";
import { randomBytes } from "node:crypto";
import type { Browser } from "@/domain/browser";
import type { Holder } from "@/domain/rights";
import { database } from "../client";
import { databaseTime } from "../clock";

const HOUR = 3_600_000;
/** A session ends when nothing was done with it for this long, or at the latest after LIFE. */
const IDLE_MS = 12 * HOUR;
const LIFE_MS = 7 * 24 * HOUR;
/** How long the code of a second factor may take. */
const CODE_MS = HOUR / 6;
/** Use is noted at most this often: a page must not cost a write each time. */
const NOTE_EVERY_MS = HOUR / 4;

/** Seconds that a cookie may live: no longer than the session it names. */
export const SESSION_LIFE_SECONDS = LIFE_MS / 1000;

/** What a session waits for before it may act: the code of the second factor, a password of the person's own, or a second factor that their role must have. */
export type Awaited = "code" | "password" | "factor";

export type LiveSession = {
  id: string;
  awaits: Awaited | null;
  user: Holder & { id: number; email: string; name: string; mustChange: boolean; seesConfidential: boolean };
};

type Opening = { at?: Date; from?: Browser; /** The password was right, and a code must follow. */ awaitsCode?: boolean };

/** Opens a session for a user who has just proved who they are. @returns its id, 256 random bits */
export async function openSession(userId: number, { at, from, awaitsCode = false }: Opening = {}): Promise<string> {
  const now = at ?? (await databaseTime(database()));
  const id = randomBytes(32).toString("base64url");
  await database().$transaction([
    database().session.create({
      data: { id, userId, ...from, awaitsCode, createdAt: now, usedAt: now, expiresAt: new Date(now.getTime() + (awaitsCode ? CODE_MS : IDLE_MS)) },
    }),
    // Nobody reads a session that ended this long ago.
    database().session.deleteMany({ where: { userId, expiresAt: { lt: new Date(now.getTime() - LIFE_MS) } } }),
  ]);
  return id;
}

/** Whether a session counts: not revoked, and not ended. */
export const isLive = (row: { createdAt: Date; expiresAt: Date; revokedAt: Date | null }, now: Date): boolean =>
  row.revokedAt === null && row.expiresAt > now && row.createdAt.getTime() + LIFE_MS > now.getTime();

type Row = LiveSession["user"] & {
  createdAt: Date;
  usedAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  awaitsCode: boolean;
  lacksFactor: boolean;
  disabledAt: Date | null;
  now: Date;
};

/**
 * The session of this id while it counts: known, not revoked, not ended, its account open. Reading
 * it is using it: the idle time begins again.
 */
export async function findLiveSession(id: string, at?: Date): Promise<LiveSession | null> {
  // One statement: each page and each form of staff begins with it.
  const [row] = await database().$queryRaw<Row[]>`
    SELECT s."createdAt", s."usedAt", s."expiresAt", s."revokedAt", s."awaitsCode", date_trunc('milliseconds', now()) AS now,
      u."id", u."email", u."name", u."role"::text AS role, u."mustChange", u."seesConfidential", u."disabledAt",
      ARRAY(SELECT z."path" FROM "UserZone" g JOIN "Zone" z ON z."id" = g."zoneId" WHERE g."userId" = u."id") AS "zonePaths",
      ARRAY(SELECT g."organisationId" FROM "UserOrganisation" g WHERE g."userId" = u."id") AS "entryIds",
      EXISTS (SELECT FROM "SecondFactorRole" r WHERE r."role" = u."role")
        AND NOT EXISTS (SELECT FROM "SecondFactor" f WHERE f."userId" = u."id" AND f."confirmedAt" IS NOT NULL) AS "lacksFactor"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId" WHERE s."id" = ${id}`;
  if (!row) return null;
  const { createdAt, usedAt, expiresAt, revokedAt, awaitsCode, lacksFactor, disabledAt, now: present, ...user } = row;
  const now = at ?? present;
  if (!isLive({ createdAt, expiresAt, revokedAt }, now) || disabledAt) return null;
  if (!awaitsCode && now.getTime() - usedAt.getTime() > NOTE_EVERY_MS) {
    const end = new Date(Math.min(now.getTime() + IDLE_MS, createdAt.getTime() + LIFE_MS));
    // A session revoked between the two queries stays revoked.
    await database().session.updateMany({ where: { id, revokedAt: null }, data: { expiresAt: end, usedAt: now } });
  }
  return { id, awaits: awaitsCode ? "code" : user.mustChange ? "password" : lacksFactor ? "factor" : null, user };
}

/** Ends sessions for good; one that is unknown or ended already is no error. @returns how many ended */
export async function revokeSessions(ids: readonly string[]): Promise<number> {
  const now = await databaseTime(database());
  const { count } = await database().session.updateMany({ where: { id: { in: [...ids] }, revokedAt: null }, data: { revokedAt: now } });
  return count;
}

/** Ends one session for good. */
export const revokeSession = async (id: string): Promise<void> => void (await revokeSessions([id]));
