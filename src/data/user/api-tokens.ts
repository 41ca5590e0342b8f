import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { USER_ROLES, type UserRole } from "@/domain/vocabularies";
import { acceptChangeSet } from "../change/change-set";
import { database } from "../client";
import { databaseTime } from "../clock";
import type { AccountAuthor } from "./accounts";

const DAY = 86_400_000;
/** How long a token may live. */
export const TOKEN_DAYS = { most: 365, usual: 90 } as const;
/** Use is noted at most this often. */
const NOTE_EVERY_MS = 600_000;

/** Tells a token from other secrets, also to programs that look for secrets in public code. */
const PREFIX = "osc_";
const TOKEN = /^osc_[\w-]{43}$/;
const digestOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

export type ApiToken = { id: number; name: string; role: UserRole; createdAt: Date; endsAt: Date; usedAt: Date | null; owner: { id: number; name: string } };

const rank = (role: UserRole): number => USER_ROLES.indexOf(role);

/** Whether a role may do no more than another. */
export const isNotAbove = (role: UserRole, other: UserRole): boolean => rank(role) >= rank(other);

/** Makes a token. @param days at most a year @returns the token, this once */
export async function createToken(userId: number, given: { name: string; role: UserRole; days: number }, author: AccountAuthor): Promise<string> {
  const token = PREFIX + randomBytes(32).toString("base64url");
  await database().$transaction(async (tx) => {
    const { name, role, days } = given;
    const now = await databaseTime(tx);
    const endsAt = new Date(now.getTime() + Math.min(days, TOKEN_DAYS.most) * DAY);
    await tx.apiToken.create({ data: { userId, name, role, endsAt, createdAt: now, tokenDigest: digestOf(token) } });
    await acceptChangeSet(tx, { author, action: "updated" }, { items: [{ userId, field: "api_token", after: name }] });
  });
  return token;
}

/** The tokens that still count: those of one person, or all of them (null), newest first. */
export async function listTokens(userId: number | null): Promise<ApiToken[]> {
  const now = await databaseTime(database());
  const rows = await database().apiToken.findMany({
    where: { revokedAt: null, endsAt: { gt: now }, ...(userId === null ? {} : { userId }) },
    select: { id: true, name: true, role: true, createdAt: true, endsAt: true, usedAt: true, user: { select: { id: true, name: true } } },
    orderBy: { id: "desc" },
  });
  return rows.map(({ user, ...token }) => ({ ...token, owner: user }));
}

/** Ends a token for good. @param ownerId whose it must be; null: anybody's @returns whether there was one */
export async function endToken(id: number, ownerId: number | null, author: AccountAuthor): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const where = { id, revokedAt: null, ...(ownerId === null ? {} : { userId: ownerId }) };
    const found = await tx.apiToken.findFirst({ where, select: { userId: true, name: true } });
    const { count } = await tx.apiToken.updateMany({ where, data: { revokedAt: await databaseTime(tx) } });
    if (!found || count === 0) return false;
    await acceptChangeSet(tx, { author, action: "updated" }, { items: [{ userId: found.userId, field: "api_token", before: found.name }] });
    return true;
  });
}

/** Whose token this is, with the role that it gives now: never above that of its person. Null when it does not count, or their account is closed. */
export async function findTokenHolder(token: string): Promise<{ id: number; name: string; email: string; role: UserRole } | null> {
  if (!TOKEN.test(token)) return null;
  const now = await databaseTime(database());
  const row = await database().apiToken.findUnique({
    where: { tokenDigest: digestOf(token) },
    include: { user: { select: { id: true, name: true, email: true, role: true, disabledAt: true } } },
  });
  if (!row || row.revokedAt || row.endsAt <= now || row.user.disabledAt) return null;
  if (!row.usedAt || now.getTime() - row.usedAt.getTime() > NOTE_EVERY_MS) await database().apiToken.update({ where: { id: row.id }, data: { usedAt: now } });
  const { id, name, email, role } = row.user;
  return { id, name, email, role: isNotAbove(row.role, role) ? row.role : role };
}
