import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "@/domain/actor";
import { acceptChangeSet } from "../change/change-set";
import { database, type Db } from "../client";
import { databaseTime } from "../clock";
import { inTransaction } from "../editing/refusable";
import { Prisma } from "../generated/prisma/client";
import { type Account, type AccountAuthor, insertAccount, ONE_TIME_HOURS } from "./accounts";
import { applyRights, type GivenRights, type RightsSaved } from "./rights";

/** What a link is known by; the link itself is stored nowhere. */
const digestOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Links of this shape alone are looked for: 192 random bits. */
export const LINK_TOKEN = /^[\w-]{32}$/;

/**
 * Gives a person a link by which they choose their password; one that they were given before ends.
 * @returns what the link ends with, this once
 */
export const giveLink = (userId: number, author: AccountAuthor): Promise<string> => database().$transaction((tx) => insertLink(tx, userId, author));

async function insertLink(tx: Db, userId: number, author: AccountAuthor): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await tx.accountLink.updateMany({ where: { userId, endedAt: null }, data: { endedAt: await databaseTime(tx) } });
  await tx.accountLink.create({ data: { userId, tokenDigest: digestOf(token) } });
  await acceptChangeSet(tx, { author, action: "updated" }, { items: [{ userId, field: "link" }] });
  return token;
}

export type Invited = { ok: true; account: Account; token: string } | { ok: false; reason: "exists" } | Extract<RightsSaved, { ok: false }>;

/** Opens an account without a password, with what it may do, and gives the link by which its person chooses one. */
export async function inviteAccount(actor: Actor, { email, name }: { email: string; name: string }, rights: GivenRights): Promise<Invited> {
  try {
    return await inTransaction<Invited>(async (tx) => {
      const account = await insertAccount(tx, { email, name, role: rights.role, passwordHash: null, mustChange: false }, { actor });
      const saved = await applyRights(tx, actor, account.id, rights);
      return saved.ok ? { ok: true, account, token: await insertLink(tx, account.id, { actor }) } : saved;
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return { ok: false, reason: "exists" };
    throw error;
  }
}

export type LinkHolder = { id: number; email: string; name: string };

type Row = LinkHolder & { linkId: number };

async function usable(db: Db, token: string): Promise<Row | null> {
  if (!LINK_TOKEN.test(token)) return null;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT l."id" AS "linkId", u."id", u."email", u."name" FROM "AccountLink" l JOIN "User" u ON u."id" = l."userId"
    WHERE l."tokenDigest" = ${digestOf(token)} AND l."endedAt" IS NULL AND u."disabledAt" IS NULL
      AND now() <= l."createdAt" + make_interval(hours => ${ONE_TIME_HOURS}::int) FOR UPDATE OF l`;
  return row ?? null;
}

/** Whose password a link sets; null when it was used, ended, or leads nowhere. */
export async function findLink(token: string): Promise<LinkHolder | null> {
  const row = await usable(database(), token);
  return row && { id: row.id, email: row.email, name: row.name };
}

/** Sets the password of who has this link, which ends, as does every session of theirs. @returns whether the link could still be used */
export async function spendLink(token: string, passwordHash: string): Promise<LinkHolder | null> {
  return database().$transaction(async (tx) => {
    const found = await usable(tx, token);
    if (!found) return null;
    const { linkId, ...holder } = found;
    const now = await databaseTime(tx);
    await tx.accountLink.update({ where: { id: linkId }, data: { endedAt: now } });
    await tx.user.update({ where: { id: holder.id }, data: { passwordHash, mustChange: false, passwordSetAt: now } });
    await tx.session.updateMany({ where: { userId: holder.id, revokedAt: null }, data: { revokedAt: now } });
    await acceptChangeSet(tx, { author: { actor: holder }, action: "updated" }, { items: [{ userId: holder.id, field: "password" }] });
    return holder;
  });
}
